import type { ChainLink } from "../increment/chain.ts";
import type { MissingPart } from "../increment/join-chain.ts";
import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";

/** One thing that will not be taken, and why. */
export interface Skipped {
  readonly what: string;
  readonly why: string;
}
/** A record that cannot be imported. `row` names the place: `entry 88 of activities.json`. */
export interface Refused {
  readonly row: string;
  readonly why: string;
  readonly kind?: KindId;
}
/** A record as it stands in the file, validated. */
export interface Incoming {
  readonly kind: KindId;
  readonly record: AnyRecord;
  readonly where: string;
}

/** A column of a foreign table: where it goes, and what a person needs to see to change that. */
export interface ColumnSeen {
  readonly name: string;
  /** A field of applications, `salary` for a range, `extra` for kept beside, `skip` for not taken. */
  readonly target: string;
  /** The first cells that hold something. */
  readonly sample: readonly string[];
  /** For days in numbers: which comes first; `unsure` where no cell of the column decides it. */
  readonly days?: { readonly order: "day-first" | "month-first"; readonly unsure: boolean };
}

export interface NamedFile {
  readonly file: Blob;
  readonly name: string;
}

/** What a dropped file is, before anything is written. */
export interface Inspection {
  readonly name: string;
  /** Importer id: `own-json`, `own-zip`, `linkedin`, `spreadsheet` … */
  readonly source: string;
  /** In words: "Backup of Job Tracker Pro, made 25 Nov 2026, 10:42". */
  readonly label: string;
  readonly madeAt?: string;
  readonly version?: string;
  /** Own files: the id of the export, and its place in a chain of increments. */
  readonly exportId?: string;
  readonly chain?: ChainLink;
  /** Set where an increment is read, alone or with the other files of its chain. */
  readonly joined?: JoinedFiles;
  readonly kinds: Readonly<Partial<Record<KindId, number>>>;
  readonly skipped: readonly Skipped[];
  readonly refused: readonly Refused[];
  /** Refused rows beyond the first 200 that are listed. */
  readonly refusedMore: number;
  readonly warnings: readonly string[];
  readonly incoming: readonly Incoming[];
  /** Document bytes by document id. */
  readonly bytes: ReadonlyMap<string, Blob>;
  /** Tombstones that travelled in the file. */
  readonly tombstones: readonly Tombstone[];
  /** Column → field proposal of tables, changeable. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** The same with samples, where each can be changed by a mapping. */
  readonly columns?: readonly ColumnSeen[];
  /** Set where a damaged file was read piece by piece: what became of each. */
  readonly rescued?: readonly Piece[];
}

/**
 * How sure it is that a piece of a damaged file is as it was written: proved by a checksum or a seal,
 * whole in its form, readable although its checksum does not fit, only its beginning, or nothing.
 */
export type Certainty = "proved" | "whole" | "doubtful" | "part" | "lost";
/** An entry, a chunk or a line of a damaged file. */
export interface Piece {
  readonly what: string;
  readonly certainty: Certainty;
  /** What was kept and what not, with its place. */
  readonly why: string;
}

/** A finished file in this browser's private storage, also where the database that knew it is gone. */
export interface KeptBackup {
  /** The id of its export. */
  readonly id: string;
  readonly file: Blob;
  /** Instant at which it was written and proved. */
  readonly madeAt: string;
  /** Sealed: what is in it shows only with its passphrase. */
  readonly sealed: boolean;
}

/** What a trial restore into a scratch database showed. Digests are SHA-256 over all records. */
export interface Drill {
  readonly records: number;
  readonly documents: number;
  readonly inFile: string;
  readonly restored: string;
  /** The records came back as they are in the file, and so did the bytes of documents. */
  readonly equal: boolean;
  /** The digest of what is here now; absent where the database cannot be read. */
  readonly here?: string;
}

/** What became of the files of one chain that were read together. */
export interface JoinedFiles {
  /** Names of the files that were joined, oldest first. */
  readonly used: readonly string[];
  readonly unused: readonly Skipped[];
  readonly missing: readonly MissingPart[];
  /** False: the whole copy is missing, so this is only what changed. */
  readonly whole: boolean;
}

export interface Tombstone {
  readonly kind: KindId;
  readonly id: string;
  readonly deletedAt: string;
}

export type Policy = "skip" | "replace" | "newest" | "keep-both" | "merge";
export interface RestorePolicy {
  readonly everywhere: Policy;
  readonly byKind?: Readonly<Partial<Record<KindId, Policy>>>;
  /** Bring back what was deleted here. */
  readonly undelete?: boolean;
  /** Clear everything that is not in the file first. */
  readonly replaceAll?: boolean;
  /** Ids not to take. */
  readonly without?: readonly string[];
}

export type Verdict = "new" | "changed" | "same" | "conflict" | "refused" | "deleted-here";
export interface FieldChange {
  readonly field: string;
  readonly here: unknown;
  readonly inFile: unknown;
}
export interface PlannedRecord {
  readonly kind: KindId;
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly why?: string;
  /** The id in the file, where it differs from the one here. */
  readonly from?: string;
  /** Matched by natural key instead of id: the id of the record here. */
  readonly matched?: string;
  readonly changes?: readonly FieldChange[];
  readonly write?: AnyRecord;
}
export interface RestorePlan {
  readonly inspection: Inspection;
  readonly policy: RestorePolicy;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly records: readonly PlannedRecord[];
  /** Records that a run will write: the number on the button. */
  readonly writes: number;
  /** Records here that go: everything is replaced, or a file of a chain says that they were deleted. */
  readonly removes?: readonly { readonly kind: KindId; readonly id: string }[];
}
export interface RestoreReceipt {
  readonly restoreId: string;
  readonly at: string;
  readonly name: string;
  readonly source: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly written: number;
  /** Counted again after the commit, and equal. */
  readonly verified: boolean;
  readonly undone?: string;
  readonly message: string;
}

/** What the commit needs of storage; one strict transaction, all or nothing. */
export interface RestorePorts {
  readonly existing: (kind: KindId) => Promise<readonly AnyRecord[]>;
  readonly tombstones: () => Promise<readonly Tombstone[]>;
  readonly hasBytes: (documentId: string) => Promise<boolean>;
  readonly commit: (
    writes: readonly { readonly kind: KindId; readonly record: AnyRecord }[],
    bytes: ReadonlyMap<string, Blob>,
    removes: readonly { readonly kind: KindId; readonly id: string }[],
    keepFor: string,
  ) => Promise<void>;
  readonly now: () => Date;
  readonly newId: () => string;
}
