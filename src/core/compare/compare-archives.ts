import type { KindId } from "../records/any-kind.ts";
import { findKind, storedKindIds } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { fieldChanges } from "../restore/compare-record.ts";
import type { FieldChange } from "../restore/contract.ts";
import { comparisonWords } from "./compare-words.ts";

/** Records of an archive (what an inspection found) or of the app as it is now. */
export interface RecordSet {
  /** How a person calls it: "the backup of 3 Nov", "now". */
  readonly name: string;
  readonly records: readonly { readonly kind: KindId; readonly record: AnyRecord }[];
}
export interface Difference {
  readonly kind: KindId;
  readonly id: string;
  readonly title: string;
  readonly change: "added" | "removed" | "changed";
  readonly fields?: readonly FieldChange[];
}
export interface KindDifference {
  readonly kind: KindId;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
}
export interface Comparison {
  /** One line a kind, kinds without a record left out. */
  readonly kinds: readonly KindDifference[];
  readonly differences: readonly Difference[];
  readonly sentence: string;
}

/** What changed from `before` to `after`, by id: in figures, record by record, and in words. */
export function compareArchives(before: RecordSet, after: RecordSet): Comparison {
  const kinds: KindDifference[] = [];
  const differences: Difference[] = [];
  for (const kind of storedKindIds) {
    const old = byId(before, kind);
    const fresh = byId(after, kind);
    if (old.size === 0 && fresh.size === 0) continue;
    const found = [...differencesOf(kind, old, fresh)];
    const count = (change: Difference["change"]): number =>
      found.filter((one) => one.change === change).length;
    const changed = count("changed");
    const removed = count("removed");
    kinds.push({
      kind,
      added: count("added"),
      removed,
      changed,
      same: old.size - removed - changed,
    });
    differences.push(...found);
  }
  const words = comparisonWords({ kinds, differences }, "en");
  return { kinds, differences, sentence: sentenceOf(before.name, after.name, words) };
}

const byId = ({ records }: RecordSet, kind: KindId): ReadonlyMap<string, AnyRecord> =>
  new Map(records.filter((one) => one.kind === kind).map(({ record }) => [record.id, record]));

function* differencesOf(
  kind: KindId,
  old: ReadonlyMap<string, AnyRecord>,
  fresh: ReadonlyMap<string, AnyRecord>,
): Generator<Difference> {
  const shape = findKind(kind);
  for (const [id, record] of fresh) {
    const title = shape.title(record);
    const earlier = old.get(id);
    if (earlier === undefined) yield { kind, id, title, change: "added" };
    else {
      const fields = fieldChanges(shape, earlier, record, false);
      if (fields.length > 0) yield { kind, id, title, change: "changed", fields };
    }
  }
  for (const [id, record] of old) {
    if (!fresh.has(id)) yield { kind, id, title: shape.title(record), change: "removed" };
  }
}

function sentenceOf(before: string, after: string, words: readonly string[]): string {
  if (words.length === 0) return `Nothing changed from ${before} to ${after}.`;
  const parts = words.map((line) => `${line.slice(0, 1).toLowerCase()}${line.slice(1)}`);
  return `From ${before} to ${after}: ${parts.join("; ")}.`;
}
