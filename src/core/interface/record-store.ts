import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Tombstone } from "../restore/contract.ts";
import type { RecordSource } from "../pipeline/ports.ts";

export interface RecordRef {
  readonly kind: KindId;
  readonly id: string;
}
export interface RecordWrite {
  readonly kind: KindId;
  readonly record: AnyRecord;
}

/** One step of data: committed whole or not at all. */
export interface Change {
  /** Everything goes first, tombstones too, and leaves none. */
  readonly wipe?: true;
  readonly puts: readonly RecordWrite[];
  readonly removes: readonly RecordRef[];
  /** Removed records leave no tombstone: taking back an addition is not a deletion. */
  readonly traceless?: true;
  /** Document bytes by document id; `undefined` removes them. */
  readonly bytes?: ReadonlyMap<string, Blob | undefined>;
}

/** Storage of records: IndexedDB in the app, maps in tests. */
export interface RecordStore extends RecordSource {
  get(kind: KindId, id: string): Promise<AnyRecord | undefined>;
  /**
   * Writes `change` in one strict transaction, leaves a tombstone for each removed record, clears the
   * tombstone of each written one, and returns the change that takes it back.
   * `check` sees the records as they stand inside the transaction and may throw to refuse.
   */
  apply(change: Change, check?: (before: Before) => void): Promise<Change>;
  tombstones(): Promise<readonly Tombstone[]>;
  /**
   * Called after every change of records, by this tab or another; returns how to stop. What another tab
   * changed is not told.
   */
  onChange(listener: (change?: Change) => void): () => void;
}

/** The record that stood at a place before a change. */
export type Before = (ref: RecordRef) => AnyRecord | undefined;
