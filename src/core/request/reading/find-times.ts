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
): Match[] {
  const written = rewrite(text, tokens);
  const analysis = analyse(written.text, { today, language });
  const place = (start: number, end: number): { from: number; to: number } | undefined =>
    tokensWithin(tokens, written.toRaw(start), written.toRaw(end));
  const found: Match[] = [];
  for (const date of datesIn(analysis)) {
    const range = place(date.start, date.end);
    if (range === undefined) continue;
    found.push({
      ...range,
      sense: "date",
      value: "",
      confidence: date.confidence,
      via: "date",
      date,
    });
  }
  for (const recurrence of recurrencesIn(analysis)) {
    for (const [i, part] of recurrence.parts.entries()) {
      const range = place(part[0], part[1]);
      if (range === undefined) continue;
      const { confidence } = recurrence;
      const value = i === 0 ? "lead" : "part";
      found.push({ ...range, sense: "recurrence", value, confidence, via: "date", recurrence });
    }
  }
  for (const clock of timesIn(analysis)) {
    const range = place(clock.start, clock.end);
    if (range === undefined) continue;
    found.push({
      ...range,
      sense: "clock",
      value: clock.time,
      confidence: 0.95,
      via: "date",
      clock,
    });
  }
  return found;
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
