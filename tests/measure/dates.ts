import { findDates, type DateSpan } from "../../src/core/dates/find-dates.ts";

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly referenceDate?: string;
  readonly text: string;
  readonly spanText?: string;
}

/** Texts without a date have no reference day. */
const anyDay = "2026-01-01";

/** `span`: the longest date of `spanText` alone; `inText`: every date found in `text`. */
export function answer(row: unknown): unknown {
  const { id, lang, referenceDate, text, spanText } = row as Row;
  const context = { today: referenceDate ?? anyDay, language: lang, languages: ["en"] };
  const read = (from: string): readonly DateSpan[] =>
    findDates(from, context).filter((date) => date.from !== null || date.to !== null);
  const [longest] = [...read(spanText ?? "")].sort((a, b) => b.end - b.start - (a.end - a.start));
  return {
    id,
    span: longest ? [longest.from, longest.to] : null,
    inText: read(text).map(({ start, end, from, to }) => ({ start, end, from, to })),
  };
}
