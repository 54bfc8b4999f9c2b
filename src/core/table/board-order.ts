import type { AnyRecord } from "../records/stored-record.ts";

/** Cards placed by hand: for a status the ids in their order. Others stand above, as the view has them. */
export type BoardOrder = Readonly<Record<string, readonly string[]>>;

/** The setting that holds it, so that a backup brings it back. */
export const boardOrderKey = "board_order";

/** What is stored in the setting, as far as it is an order. */
export function readBoardOrder(value: unknown): BoardOrder {
  if (typeof value !== "object" || value === null) return {};
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    entries.flatMap(([status, ids]) =>
      Array.isArray(ids) ? [[status, ids.filter((id) => typeof id === "string")]] : [],
    ),
  );
}

/** The cards of one column: those that came since in the order they have, then the placed ones. */
export function orderCards(
  records: readonly AnyRecord[],
  placed: readonly string[] = [],
): readonly AnyRecord[] {
  if (placed.length === 0) return records;
  const place = new Map(placed.map((id, index) => [id, index]));
  const placeOf = (record: AnyRecord) => place.get(record.id) ?? -1;
  return records.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Ids of a column with `id` before another card, or last; `before` may be of a list that is narrowed. */
export function placeCard(
  ids: readonly string[],
  id: string,
  before: string | undefined,
): readonly string[] {
  const others = ids.filter((one) => one !== id);
  const at = before === undefined ? -1 : others.indexOf(before);
  return others.toSpliced(at < 0 ? others.length : at, 0, id);
}
