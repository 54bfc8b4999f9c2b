import type { ChainLink } from "../increment/chain.ts";
import type { KindId } from "../records/any-kind.ts";
import type { Bytes } from "../formats/contract.ts";
import type { ColumnSeen, Skipped, Tombstone } from "../restore/contract.ts";

/** A file that was found: dropped itself, or an entry of an archive. */
export interface FoundFile {
  readonly name: string;
  readonly size: number;
  open(): ReadableStream<Bytes>;
  /** The first 64 KiB, for sniffing. */
  readonly head: Bytes;
}

/** One record read, not yet validated. */
export interface ReadRecord {
  readonly kindId: string;
  readonly value: unknown;
  readonly where: string;
}

export interface ImportResult {
  readonly label: string;
  readonly madeAt?: string;
  readonly version?: string;
  /** Own files: which export this is, and where it stands in its chain. */
  readonly exportId?: string;
  readonly chain?: ChainLink;
  readonly records: AsyncIterable<ReadRecord>;
  /** Filled while `records` is read; complete when it ends. */
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
  readonly bytes?: ReadonlyMap<string, Blob>;
  readonly tombstones?: readonly Tombstone[];
  readonly mapping?: Readonly<Record<string, string>>;
  readonly columns?: readonly ColumnSeen[];
}

export interface ImportContext {
  readonly now: () => Date;
  readonly newId: (seed: string) => string;
  /** Companies tracked here, to judge which chats and events belong to the search. */
  readonly companies: readonly string[];
  /** Column → field, or `applied_on day-first` where the order of days was chosen as well. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** One source of records. Recognised by content, never by name or media type alone. */
export interface Importer {
  readonly label: string;
  /** 0 = not mine, 1 = certain. */
  recognises(files: readonly FoundFile[]): number | Promise<number>;
  /** @throws FailureError with a place; never writes. */
  read(files: readonly FoundFile[], context: ImportContext): Promise<ImportResult>;
  readonly kinds?: readonly KindId[];
}
