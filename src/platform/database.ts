import { Dexie, type Table } from "dexie";
import type { ExportPlan } from "../core/plan/plan.ts";
import type { Receipt } from "../core/pipeline/ports.ts";
import type { KindId } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import type { RestoreReceipt, Tombstone } from "../core/restore/contract.ts";
import type { Schedule } from "../core/schedule/schedule.ts";
import type { RowSeal } from "./lock/sealed-row.ts";

/** Version 1: one table a stored kind, with an index on the date of the kind. */
const storesOfVersion1 = {
  applications: "id, applied_on",
  interviews: "id, starts_at",
  contacts: "id, last_contact_on",
  activities: "id, date",
  job_searches: "id, ran_at",
  conversations: "id, updated_at",
  documents: "id, updated_at",
  memories: "id, created_at",
  settings: "id",
  blobs: "id",
  tombstones: "[kind+id]",
  receipts: "exportId, startedAt",
  restores: "restoreId, at",
  snapshots: "id",
  schedules: "id",
  templates: "name",
  handles: "id",
  meta: "key",
};

/** Version 2: which records changed in which order, for increments. */
const storesOfVersion2 = { journal: "[kind+id], mark" };

/** The newest change of a record. `*` stands for a change of so many that they are not listed. */
export interface JournalEntry {
  readonly kind: KindId | "*";
  readonly id: string;
  readonly mark: number;
  readonly gone?: true;
}
export interface StoredBlob {
  readonly id: string;
  readonly blob: Blob;
}
export interface StoredTemplate {
  readonly name: string;
  readonly plan: ExportPlan;
  readonly savedAt: string;
}
export interface StoredHandle {
  readonly id: string;
  readonly handle: FileSystemDirectoryHandle | FileSystemFileHandle;
}
/** What a restore changed, so that it can be taken back for seven days. */
export interface StoredSnapshot {
  readonly id: string;
  readonly at: string;
  readonly content: unknown;
}

export type Trouble = "blocked" | "newer-version" | "closed";

/**
 * The one database of the app. Every transaction is strict: it ends when the bytes are on the disk
 * (the default is relaxed since Chrome 121).
 */
export class Database extends Dexie {
  declare readonly blobs: Table<StoredBlob, string>;
  declare readonly tombstones: Table<Tombstone, [string, string]>;
  declare readonly journal: Table<JournalEntry, [string, string]>;
  declare readonly receipts: Table<Receipt, string>;
  declare readonly restores: Table<RestoreReceipt, string>;
  declare readonly snapshots: Table<StoredSnapshot, string>;
  declare readonly schedules: Table<Schedule, string>;
  declare readonly templates: Table<StoredTemplate, string>;
  declare readonly handles: Table<StoredHandle, string>;
  /** Set while the app lock is on: what goes around Dexie has to be sealed with it. */
  declare sealing?: RowSeal;
  declare readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>;

  constructor(name = "job-tracker-pro", onTrouble: (trouble: Trouble) => void = () => undefined) {
    super(name, { chromeTransactionDurability: "strict" });
    this.version(1).stores(storesOfVersion1);
    this.version(2).stores(storesOfVersion2);
    this.on("blocked", () => {
      onTrouble("blocked");
    });
    // Another tab runs a newer version: give way, so that it can upgrade.
    this.on("versionchange", () => {
      this.close({ disableAutoOpen: true });
      onTrouble("newer-version");
    });
    this.on("close", () => {
      onTrouble("closed");
    });
  }

  /** The table of a stored kind. */
  records(kind: KindId): Table<AnyRecord, string> {
    return this.table<AnyRecord, string>(kind);
  }
}
