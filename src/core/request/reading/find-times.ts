import { analyse } from "../../dates/analyse.ts";
import { datesIn } from "../../dates/find-dates.ts";
import { recurrencesIn, timesIn } from "../../dates/find-recurrences.ts";
import type { Match } from "./scene.ts";
import type { Token } from "./tokens.ts";

/**
 * Dates, recurrences and clock times as matches with the senses `date`, `recurrence`, `clock`.
 * Quotations and secrets are blanked, corrected words are put in, offsets are mapped back.
 */
export function findTimes(
  text: string,
  tokens: readonly Token[],
  today: string,
  language: string,
  known: readonly Match[],
): Match[] {
  const written = rewrite(text, tokens);
  const nouns = new Set(
    known.filter((match) => match.sense === "entity").map((match) => tokens[match.from]?.start),
  );
  const isNoun = (offset: number): boolean => nouns.has(written.toRaw(offset));
  const analysis = analyse(written.text, { today, language, isNoun });
  const place = (start: number, end: number): { from: number; to: number } | undefined =>
    tokensWithin(tokens, written.toRaw(start), written.toRaw(end));
  const at = (start: number, end: number, match: Omit<Match, "from" | "to" | "via">): Match[] => {
    const range = place(start, end);
    return range === undefined ? [] : [{ ...range, ...match, via: "date" }];
  };
  const dates = datesIn(analysis).flatMap((date) =>
    at(date.start, date.end, { sense: "date", value: "", confidence: date.confidence, date }),
  );
  const repeats = recurrencesIn(analysis).flatMap((recurrence) =>
    recurrence.parts.flatMap(([start, end], i) => {
      const { confidence } = recurrence;
      const value = i === 0 ? "lead" : "part";
      return at(start, end, { sense: "recurrence", value, confidence, recurrence });
    }),
  );
  const clocks = timesIn(analysis).flatMap((clock) =>
    at(clock.start, clock.end, { sense: "clock", value: clock.time, confidence: 0.95, clock }),
  );
  return [...dates, ...repeats, ...clocks];
}

/** The text with corrections put in and frozen parts blanked, and the way back to raw offsets. */
function rewrite(
  text: string,
  tokens: readonly Token[],
): { text: string; toRaw: (offset: number) => number } {
  const pieces: string[] = [];
  const shifts: { at: number; by: number }[] = [];
  let from = 0;
  let length = 0;
  let shift = 0;
  for (const token of tokens) {
    const frozen = token.kind === "quote" || token.kind === "secret";
    const width = token.end - token.start;
    // "last month's": the ending is not part of the date.
    const owning = token.kind === "word" && token.inner.length === token.form.length + 2;
    if (token.corrected === undefined && !frozen && !owning) continue;
    const put = frozen
      ? `"${" ".repeat(Math.max(0, width - 1))}`
      : owning
        ? token.form.padEnd(width)
        : token.form;
    pieces.push(text.slice(from, token.start), put);
    length += token.start - from + put.length;
    shift += width - put.length;
    if (width !== put.length) shifts.push({ at: length, by: shift });
    from = token.end;
  }
  pieces.push(text.slice(from));
  const toRaw = (offset: number): number => {
    let by = 0;
    for (const each of shifts) if (each.at <= offset) by = each.by;
    return offset + by;
  };
  return { text: pieces.join(""), toRaw };
}

function tokensWithin(
  tokens: readonly Token[],
  start: number,
  end: number,
): { from: number; to: number } | undefined {
  const from = tokens.findIndex((token) => token.end > start);
  if (from < 0) return undefined;
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? end) < end) to += 1;
  return to > from ? { from, to } : undefined;
}
