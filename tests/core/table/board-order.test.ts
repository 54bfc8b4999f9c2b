import { describe, expect, test } from "vitest";
import { orderCards, placeCard, readBoardOrder } from "../../../src/core/table/board-order.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";

const made = "2026-10-01T08:00:00+02:00";
const card = (id: string): AnyRecord => ({ id, created_at: made, updated_at: made });
const ids = (records: readonly AnyRecord[]) => records.map(({ id }) => id);

describe("the order of a column", () => {
  test("is that of the hand; cards that came since stand above in the order of the view", () => {
    const column = ["new", "a", "b", "newer", "c"].map(card);
    expect(ids(orderCards(column, ["c", "a", "gone", "b"]))).toEqual([
      "new",
      "newer",
      "c",
      "a",
      "b",
    ]);
    expect(orderCards(column)).toBe(column);
  });
  test("puts a card before another, and last where there is none or it is not shown", () => {
    expect(placeCard(["a", "b", "c"], "c", "a")).toEqual(["c", "a", "b"]);
    expect(placeCard(["a", "b"], "x", undefined)).toEqual(["a", "b", "x"]);
    expect(placeCard(["a", "b"], "a", "gone")).toEqual(["b", "a"]);
  });
  test("is read only as far as it is one", () => {
    expect(readBoardOrder({ offer: ["a", 7], saved: "no" })).toEqual({ offer: ["a"] });
    for (const value of [undefined, null, "x", 3]) expect(readBoardOrder(value)).toEqual({});
  });
});
