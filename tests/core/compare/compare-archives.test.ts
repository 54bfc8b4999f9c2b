import { describe, expect, test } from "vitest";
import { compareArchives } from "../../../src/core/compare/compare-archives.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";

const record = (id: string, more: object = {}): AnyRecord => ({
  id,
  company: "Ottermill Labs",
  title: `Job ${id}`,
  created_at: "2026-01-01",
  updated_at: "2026-01-01",
  ...more,
});
const setOf = (name: string, records: readonly AnyRecord[]) => ({
  name,
  records: records.map((one) => ({ kind: "applications" as const, record: one })),
});

describe("two archives", () => {
  const before = setOf("the backup of 3 Nov", [record("a"), record("b"), record("c")]);
  const after = setOf("now", [record("a"), record("b", { status: "offer" }), record("d")]);

  test("are compared in figures and in words", () => {
    const { kinds, sentence } = compareArchives(before, after);
    expect(kinds).toEqual([{ kind: "applications", added: 1, removed: 1, changed: 1, same: 1 }]);
    expect(sentence).toBe(
      "From the backup of 3 Nov to now: 1 application added; 1 application removed; 1 application moved from no stage to offer.",
    );
  });

  test("name each record that differs, and its fields", () => {
    const { differences } = compareArchives(before, after);
    expect(differences.map(({ id, change }) => [id, change])).toEqual([
      ["b", "changed"],
      ["d", "added"],
      ["c", "removed"],
    ]);
    expect(differences[0]?.fields).toEqual([{ field: "status", here: undefined, inFile: "offer" }]);
  });

  test("that are equal say so, whatever the order", () => {
    const turned = setOf("now", [record("c"), record("a"), record("b")]);
    expect(compareArchives(before, turned).sentence).toBe(
      "Nothing changed from the backup of 3 Nov to now.",
    );
  });
});
