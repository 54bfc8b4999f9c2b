import { findDates } from "../../../src/core/dates/find-dates.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";

/** Run by itself it reads the same phrases in each zone and prints what they mean there. */

/** On both sides of the date line, with half and quarter hours, with clocks changed at midnight. */
const zones = [
  "UTC",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "Europe/Berlin",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kiritimati",
];
/** Clock changes of several zones, leap days, ends of months, edges of years, edges of ISO weeks. */
export const days: readonly string[] = [
  ...["2025-03-09", "2025-03-30", "2025-04-06", "2025-09-07", "2025-10-26", "2025-11-02"],
  ...["2024-02-28", "2024-02-29", "2024-03-01", "2025-02-28", "2000-02-29", "2100-02-28"],
  ...["2025-01-31", "2025-05-31", "2025-12-31", "2026-01-01"],
  ...["2024-12-30", "2021-01-03", "2020-12-31", "2011-12-30"],
];
const phrases: Readonly<Record<string, readonly string[]>> = {
  en: ["yesterday", "last month", "past 30 days", "last Friday", "this week", "since March", "Q1"],
  de: ["gestern", "letzten Monat", "die letzten 30 Tage", "letzten Freitag", "seit März"],
  fr: ["hier", "le mois dernier", "les 30 derniers jours", "vendredi dernier", "depuis mars"],
  es: ["ayer", "el mes pasado", "los últimos 30 días", "el viernes pasado", "desde marzo"],
  pt: ["ontem", "o mês passado", "os últimos 30 dias", "sexta-feira passada", "desde março"],
};

export function readEverything(): string {
  const read = (text: string, today: string, language: string): unknown => [
    findDates(text, { today, language }),
    parseRequest(`${text}, every Monday at 2:30 until December`, { today, language }).said,
  ];
  return JSON.stringify(
    days.flatMap((today) =>
      Object.entries(phrases).flatMap(([language, texts]) =>
        texts.map((text) => read(text, today, language)),
      ),
    ),
  );
}

if (process.argv[1]?.endsWith("read-in-zones.ts") === true) {
  const readings: string[] = [];
  const offsets: number[] = [];
  for (const zone of zones) {
    process.env["TZ"] = zone;
    offsets.push(new Date(2025, 0, 15).getTimezoneOffset());
    readings.push(readEverything());
  }
  process.stdout.write(JSON.stringify({ offsets, readings: [...new Set(readings)] }));
}
