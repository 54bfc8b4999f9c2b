import type { Dialect } from "./row-scanner.ts";
import { scanText } from "./row-scanner.ts";

const delimiters = [",", ";", "\t", "|"] as const;
const sampleLetters = 65_536;

export interface Sniffed extends Dialect {
  /** `sep=;` as the first line: not a row. */
  readonly hasSepLine: boolean;
}

/** Delimiter and quote of a table, from its first 64 KiB: the sign that cuts most rows alike. */
export function sniffDialect(text: string): Sniffed {
  const [, sep] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  if (sep !== undefined) return { delimiter: sep, quote: '"', hasSepLine: true };
  const sample = wholeLines(text.slice(0, sampleLetters));
  const quote = quoteOf(sample);
  const scored = delimiters
    .filter((delimiter) => delimiter !== quote)
    .map((delimiter) => ({ delimiter, score: score(sample, { delimiter, quote }) }))
    .sort((one, other) => other.score - one.score);
  const [best] = scored;
  const delimiter = best === undefined || best.score <= 0 ? "" : best.delimiter;
  return { delimiter, quote, hasSepLine: false };
}

function wholeLines(text: string): string {
  if (text.length < sampleLetters) return text;
  const end = text.lastIndexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}

/** `|` is a quote where it stands around lists: `,|['a', 'b']|,`. */
function quoteOf(sample: string): string {
  const around = sample.match(/(?:^|,)\|[^|\n]*\|(?=,|\r?$)/gm) ?? [];
  return around.length >= 2 && !/^\s*\|/m.test(sample) ? "|" : '"';
}

/** Share of rows with the commonest number of cells, a little more for more cells. */
function score(sample: string, dialect: Dialect): number {
  const rows = scanText(sample, dialect).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ""),
  );
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [size, times] = [...counts]
    .filter(([cells]) => cells > 1)
    .sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [1, 0];
  if (size < 2) return 0;
  return times / rows.length + Math.min(size, 20) / 100;
}
