import type { RecordSource } from "../pipeline/ports.ts";
import type { KindId } from "../records/any-kind.ts";

/** What the change journal knows after a mark: the records that were written or removed since. */
export interface Changes {
  /** The journal's newest mark: the next increment begins here. */
  readonly mark: number;
  readonly written: Readonly<Partial<Record<KindId, readonly string[]>>>;
  readonly removed: readonly { readonly kind: KindId; readonly id: string }[];
}

/** Reads the journal. `undefined`: it does not reach back to the mark, so everything has to be taken. */
export type ChangesSince = (mark: number) => Promise<Changes | undefined>;

/** How many records changed. */
export function countChanges({ written, removed }: Changes): number {
  return Object.values(written).reduce((sum, ids) => sum + ids.length, removed.length);
}

/** Records asked for at once. */
const batchSize = 250;

/** The records that changed, as a source: what a run costs follows the changes, not the records. */
export function changedSource(source: RecordSource, { written }: Changes): RecordSource {
  const idsOf = (kind: KindId): readonly string[] => written[kind] ?? [];
  return {
    bytes: (documentId) => source.bytes(documentId),
    count: (kind) => Promise.resolve(idsOf(kind).length),
    byIds: (kind, ids) => source.byIds(kind, ids),
    async *batches(kind) {
      const ids = [...idsOf(kind)].sort();
      for (let from = 0; from < ids.length; from += batchSize) {
        const batch = await source.byIds(kind, ids.slice(from, from + batchSize));
        if (batch.length > 0) yield batch;
      }
    },
  };
}
