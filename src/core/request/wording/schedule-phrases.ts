import type { SaidRequest, SaidSchedule } from "../request.ts";
import type { PhraseBook } from "./phrase-book.ts";

/** Phrases for when it repeats. */

const englishEndings = ["th", "st", "nd", "rd"];

/** "1st", "22nd"; other languages write "1." or the plain figure. */
function dayOfMonth(day: number, book: PhraseBook): string {
  if (day === -1) return book.say("schedule", "lastDay");
  const style = book.find("dayOrdinal", "");
  if (style === "english") {
    const teen = day > 10 && day < 14;
    return `${String(day)}${(teen ? undefined : englishEndings[day % 10]) ?? "th"}`;
  }
  return `${String(day)}${style ?? ""}`;
}

function sayRule(schedule: Partial<SaidSchedule>, book: PhraseBook): string {
  const { freq, interval = 1, byDay, byMonthDay, bySetPos } = schedule;
  const n = String(interval);
  const many = interval > 1 ? ".n" : "";
  const days = book.and((byDay ?? []).map((day) => book.nth("weekdays", day)));
  if (bySetPos !== undefined && byDay !== undefined) {
    const ordinal = bySetPos < 0 ? book.say("schedule", "last") : book.nth("ordinals", bySetPos);
    return book.say("schedule", "setpos", { ordinal, list: days });
  }
  if (byDay !== undefined) return book.say("schedule", `weekdays${many}`, { n, list: days });
  if (byMonthDay !== undefined) {
    const list = book.and(byMonthDay.map((day) => dayOfMonth(day, book)));
    return book.say("schedule", `monthdays${many}`, { n, list });
  }
  if (freq === undefined) return "";
  const named = interval > 1 ? book.find("schedule", `${freq}.${n}`) : undefined;
  return named ?? book.say("schedule", `${freq}${many}`, { n });
}

export function saySchedule({ schedule }: SaidRequest, book: PhraseBook): string[] {
  if (schedule === undefined) return [];
  const { time, dayPart, start, until, count, retention, notify = [] } = schedule;
  const rule = [
    sayRule(schedule, book),
    time === undefined ? "" : book.say("schedule", "time", { time }),
    dayPart === undefined ? "" : book.say("schedule", dayPart),
  ];
  const say = (key: string, values: Record<string, string>): string =>
    book.say("schedule", key, values);
  return [
    rule.filter((part) => part !== "").join(" "),
    ...(start === undefined ? [] : [say("start", { day: start })]),
    ...(until === undefined ? [] : [say("until", { day: until })]),
    ...(count === undefined ? [] : [say("count", { n: String(count) })]),
    ...(retention?.keepLast === undefined
      ? []
      : [say("keepLast", { n: String(retention.keepLast) })]),
    ...(retention?.maxAgeDays === undefined
      ? []
      : [say("maxAgeDays", { n: String(retention.maxAgeDays) })]),
    ...notify.map((kind) => say(kind, {})),
  ].filter((phrase) => phrase !== "");
}
