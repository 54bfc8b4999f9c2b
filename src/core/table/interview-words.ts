import type { AnyRecord } from "../records/stored-record.ts";
import { formatLongDay, formatTime } from "../words/format-date.ts";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** True while the interview lies ahead of `now`, an instant. */
export function isUpcoming(interview: AnyRecord, now: string): boolean {
  const at = Date.parse(textOf(interview["starts_at"]));
  return !Number.isNaN(at) && at >= Date.parse(now);
}

/** The next interview of a list, if one lies ahead. */
export function nextInterview(
  interviews: readonly AnyRecord[],
  now: string,
): AnyRecord | undefined {
  return interviews
    .filter((one) => isUpcoming(one, now))
    .toSorted((a, b) => Date.parse(textOf(a["starts_at"])) - Date.parse(textOf(b["starts_at"])))[0];
}

/** "Friday 27 November, 10:00" and "second interview, 90 minutes, Hamburg". */
export function interviewWords(
  interview: AnyRecord,
  locale: string,
): { readonly when: string; readonly what: string } {
  const at = textOf(interview["starts_at"]);
  const time = at.includes("T") ? `, ${formatTime(at, locale)}` : "";
  const minutes = interview["duration_minutes"];
  const parts = [
    textOf(interview["round"]) || "interview",
    textOf(interview["type"]),
    typeof minutes === "number" ? `${String(minutes)} minutes` : "",
    textOf(interview["location"]),
  ];
  const what = parts.filter((part) => part !== "").join(", ");
  return { when: `${formatLongDay(at, locale)}${time}`, what };
}
