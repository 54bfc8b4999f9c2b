import type { KindId } from "../records/any-kind.ts";
import { findKind } from "../records/any-kind.ts";
import { countOf, formatCount, joinWords } from "../words/format-count.ts";
import { capitalize } from "../table/field-text.ts";
import type { Comparison, Difference } from "./compare-archives.ts";

/** Records that are named one by one before the rest is only counted. */
const mostNamed = 5;
const silent = new Set(["created_at", "updated_at"]);

/** The fields of a difference that say something to a person: times of storage do not. */
export const tellingFields = ({ fields = [] }: Difference): NonNullable<Difference["fields"]> =>
  fields.filter(({ field }) => !silent.has(field));

/** "12 applications added", "3 applications moved from applied to interview", "Notes of … changed". */
export function comparisonWords(
  { kinds, differences }: Pick<Comparison, "kinds" | "differences">,
  locale: string,
): readonly string[] {
  const lines = kinds.flatMap(({ kind, added, removed }) => [
    ...(added > 0 ? [`${countOfKind(kind, added, locale)} added`] : []),
    ...(removed > 0 ? [`${countOfKind(kind, removed, locale)} removed`] : []),
  ]);
  const moved = movesOf(differences);
  for (const [move, count] of moved)
    lines.push(`${countOfKind("applications", count, locale)} ${move}`);
  return [...lines, ...changedWords(differences, locale)];
}

function countOfKind(kind: KindId, count: number, locale: string): string {
  const { one, label } = findKind(kind);
  return countOf(count, one, locale, label.toLowerCase());
}

function movesOf(differences: readonly Difference[]): ReadonlyMap<string, number> {
  const moves = new Map<string, number>();
  for (const one of differences) {
    const status = one.kind === "applications" && one.fields?.find(isStatus);
    if (!status) continue;
    const move = `moved from ${stageOf(status.here)} to ${stageOf(status.inFile)}`;
    moves.set(move, (moves.get(move) ?? 0) + 1);
  }
  return moves;
}

const isStatus = ({ field }: { readonly field: string }): boolean => field === "status";
const stageOf = (value: unknown): string => (typeof value === "string" ? value : "no stage");

/** What else changed, record by record; a move is said already. */
function changedWords(differences: readonly Difference[], locale: string): readonly string[] {
  const changed = differences.flatMap((one) => {
    const moves = one.kind === "applications";
    const fields = tellingFields(one).filter((change) => !moves || !followsMove(change.field));
    if (fields.length === 0) return [];
    const labels = fields.map(({ field }) => findKind(one.kind).fields[field]?.label ?? field);
    const [first = "", ...rest] = labels;
    const some = [capitalize(first), ...rest.map((label) => label.toLowerCase())].slice(0, 4);
    const more = labels.length > 4 ? [`${formatCount(labels.length - 4, locale)} more fields`] : [];
    return [
      `${joinWords([...some, ...more], locale)} of ${one.title || findKind(one.kind).one} changed`,
    ];
  });
  const rest = changed.length - mostNamed;
  if (rest <= 0) return changed;
  return [...changed.slice(0, mostNamed), `${countOf(rest, "more record", locale)} changed`];
}

/** Fields that follow from a move to another stage. */
const followsMove = (field: string): boolean => field === "status" || field === "stages";
