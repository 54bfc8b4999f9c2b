import { findRecurrences } from "../../src/core/dates/find-recurrences.ts";

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly referenceDate?: string;
  readonly text: string;
  readonly spanText?: string;
}

/** Rows without a day do not depend on one. */
const anyDay = "2026-01-01";

export function answer(row: unknown): unknown {
  const { id, lang, referenceDate, text, spanText } = row as Row;
  const context = { today: referenceDate ?? anyDay, language: lang, languages: ["en"] };
  const rule = findRecurrences(spanText ?? text, context)[0]?.rule;
  if (!rule) return { id, rule: null };
  const { freq, interval, byDay, byMonthDay, month, time, dayPart } = rule;
  return {
    id,
    rule: {
      frequency: freq,
      interval,
      byDay: byDay ?? [],
      byMonthDay: byMonthDay?.[0] ?? null,
      month: month ?? null,
      time: time ?? null,
      dayPart: dayPart ?? null,
    },
  };
}
