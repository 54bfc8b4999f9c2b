import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answer as readDate } from "../../measure/dates.ts";
import { answer as readRecurrence } from "../../measure/recurrences.ts";

/** Phrases the grammar was not built from (the README beside them tells how they were used). */

interface DateRow {
  readonly lang: string;
  readonly start: string | null;
  readonly end: string | null;
}
interface RepeatRow {
  readonly text: string;
  readonly frequency: string;
  readonly interval: number;
  readonly byDay: readonly number[];
}

function rowsOf(name: string): readonly unknown[] {
  const file = new URL(`../../fixtures/dates/unseen/${name}.jsonl`, import.meta.url);
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

describe.each(["dev", "aside"])("dates written by others (%s)", (set) => {
  test.each([
    ["en", 0.97],
    ["de", 0.96],
    ["fr", 0.96],
    ["es", 0.96],
    ["pt", 0.96],
    ["it", 0.9],
    ["nl", 0.9],
  ] as const)("are the days they mean (%s)", (lang, floor) => {
    const rows = (rowsOf(`${set}-dates`) as readonly DateRow[]).filter((row) => row.lang === lang);
    const right = rows.filter((row) => {
      const { span } = readDate(row) as { span: readonly [string | null, string | null] | null };
      return span !== null && span[0] === row.start && span[1] === row.end;
    });
    expect(right.length / rows.length).toBeGreaterThanOrEqual(floor);
  });
  test("are not seen where there is none", () => {
    const found = rowsOf(`${set}-negatives`).filter(
      (row) => (readDate(row) as { inText: readonly unknown[] }).inText.length > 0,
    );
    expect(found).toEqual([]);
  });
  test("come again when they say so", () => {
    const wrong = (rowsOf(`${set}-recurrence`) as readonly RepeatRow[]).filter((row) => {
      const { rule } = readRecurrence(row) as { rule: RepeatRow | null };
      const same =
        rule?.frequency === row.frequency &&
        rule.interval === row.interval &&
        rule.byDay.join() === row.byDay.join();
      return !same;
    });
    expect(wrong.map((row) => row.text)).toEqual([]);
  });
});
