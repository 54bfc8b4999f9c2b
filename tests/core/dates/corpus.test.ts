import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answer as readDate } from "../../measure/dates.ts";
import { answer as readRecurrence } from "../../measure/recurrences.ts";

type Interval = readonly [string | null, string | null];
interface DateRow {
  readonly id: string;
  readonly lang: string;
  readonly class: string;
  readonly span: readonly [number, number];
  readonly start: string | null;
  readonly end: string | null;
  readonly alt: readonly Interval[];
}
interface DateAnswer {
  readonly span: Interval | null;
  readonly inText: readonly {
    readonly start: number;
    readonly end: number;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}
interface Score {
  rows: number;
  strict: number;
  lenient: number;
  inText: number;
}

function readRows(name: string): unknown[] {
  const text = readFileSync(new URL(`../../fixtures/dates/${name}.jsonl`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

const same = (a: Interval | null, b: Interval): boolean => a?.[0] === b[0] && a[1] === b[1];

/** The found date that shares most characters with the gold span. */
function overlapping(row: DateRow, found: DateAnswer["inText"]): Interval | null {
  const shared = (each: { start: number; end: number }): number =>
    Math.min(each.end, row.span[1]) - Math.max(each.start, row.span[0]);
  const [best] = [...found]
    .filter((each) => shared(each) > 0)
    .sort((a, b) => shared(b) - shared(a));
  return best ? [best.from, best.to] : null;
}

function scoreBy(key: (row: DateRow) => string): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const each of readRows("dates")) {
    const row = each as DateRow;
    const { span, inText } = readDate(row) as DateAnswer;
    const score = scores.get(key(row)) ?? { rows: 0, strict: 0, lenient: 0, inText: 0 };
    const gold: Interval = [row.start, row.end];
    score.rows += 1;
    if (same(span, gold)) score.strict += 1;
    if ([gold, ...row.alt].some((reading) => same(span, reading))) score.lenient += 1;
    if (same(overlapping(row, inText), gold)) score.inText += 1;
    scores.set(key(row), score);
  }
  return scores;
}

const percent = (part: number, whole: number): number => (100 * part) / whole;

describe("the date corpus", () => {
  const byLanguage = scoreBy((row) => (row.class === "fuzzy" ? "fuzzy" : row.lang));
  const byClass = scoreBy((row) => row.class);

  test.each([
    ["en", 97, 97, 96],
    ["de", 97, 97, 95],
    ["fr", 94, 95, 94],
    ["es", 95, 95, 94],
    ["pt", 94, 94, 94],
    ["it", 96, 96, 95],
    ["nl", 96, 96, 93],
    ["fuzzy", 50, 50, 48],
  ])("in %s stays above %i strict, %i lenient and %i in text", (key, strict, lenient, inText) => {
    const score = byLanguage.get(key);
    expect(percent(score?.strict ?? 0, score?.rows ?? 1)).toBeGreaterThanOrEqual(strict);
    expect(percent(score?.lenient ?? 0, score?.rows ?? 1)).toBeGreaterThanOrEqual(lenient);
    expect(percent(score?.inText ?? 0, score?.rows ?? 1)).toBeGreaterThanOrEqual(inText);
  });

  test.each([
    ["point-abs", 97],
    ["point-amb", 97],
    ["point-rel", 94],
    ["unit", 94],
    ["range", 94],
    ["open", 97],
    ["rolling", 97],
    ["rolling-future", 93],
    ["rest", 97],
    ["to-date", 97],
    ["anchored-duration", 97],
    ["holiday", 90],
  ])("of %s rows reads at least %i percent strictly", (key, floor) => {
    const score = byClass.get(key);
    expect(percent(score?.strict ?? 0, score?.rows ?? 1)).toBeGreaterThanOrEqual(floor);
  });
});

test("texts without a date give none", () => {
  const found = readRows("negatives").flatMap((row) => {
    const today = { ...(row as { text: string }), referenceDate: "2026-11-25" };
    return (readDate(today) as DateAnswer).inText.map(() => today.text);
  });
  expect(found).toEqual([]);
});

test("at least 97 percent of the recurrences are read as said", () => {
  const rows = readRows("recurrences") as Record<string, unknown>[];
  const right = rows.filter((row) => {
    const { rule } = readRecurrence(row) as { rule: Record<string, unknown> | null };
    return (
      rule !== null &&
      Object.entries(rule).every(
        ([key, value]) => JSON.stringify(value) === JSON.stringify(row[key] ?? null),
      )
    );
  });
  expect(percent(right.length, rows.length)).toBeGreaterThanOrEqual(97);
});
