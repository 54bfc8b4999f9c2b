import type { SaidSchedule } from "../request/request.ts";
import { sayDay } from "./say-days.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const positions: Readonly<Record<number, string>> = {
  1: "first",
  2: "second",
  3: "third",
  4: "fourth",
  [-1]: "last",
};

function list(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function ordinal(n: number): string {
  const tens = n % 100;
  const ending = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${String(n)}${ending}`;
}

function sayDays(rule: SaidSchedule): string {
  const days = (rule.byDay ?? []).map((day) => weekdays[day - 1] ?? "");
  if (rule.bySetPos !== undefined)
    return `the ${positions[rule.bySetPos] ?? ordinal(rule.bySetPos)} ${list(days)}`;
  if (rule.byDay?.join("") === "12345") return "weekdays";
  if (rule.byDay?.join("") === "67") return "weekends";
  return list(days);
}

function sayUnit(unit: string, interval: number): string {
  if (interval === 1) return `every ${unit}`;
  return interval === 2 ? `every other ${unit}` : `every ${String(interval)} ${unit}s`;
}

function sayFrequency(rule: SaidSchedule): string {
  const interval = rule.interval ?? 1;
  if (rule.freq === "onChange")
    return interval === 1 ? "when something changed" : `after ${String(interval)} changes`;
  if (rule.freq === "daily") return sayUnit("day", interval);
  const days = sayDays(rule);
  if (rule.freq === "weekly") {
    if (days === "") return sayUnit("week", interval);
    return interval === 1 ? `every ${days}` : `${sayUnit("week", interval)} on ${days}`;
  }
  if (interval === 12 && days === "") return `once a year${sayMonthDays(rule)}`;
  const when = days === "" ? sayMonthDays(rule) : ` on ${days}`;
  return `${interval === 3 ? "every quarter" : sayUnit("month", interval)}${when}`;
}

function sayMonthDays(rule: SaidSchedule): string {
  if (rule.byMonthDay === undefined) return "";
  return ` on the ${list(rule.byMonthDay.map((day) => (day === -1 ? "last day" : ordinal(day))))}`;
}

/** The rule in words: `every Monday at 08:00, until 31 Dec 2026`. */
export function saySchedule(rule: SaidSchedule): string {
  const parts = [
    sayFrequency(rule),
    rule.time === undefined ? "" : ` at ${rule.time}`,
    rule.start === undefined ? "" : `, from ${sayDay(rule.start)}`,
    rule.until === undefined ? "" : `, until ${sayDay(rule.until)}`,
    rule.count === undefined ? "" : `, ${String(rule.count)} times`,
  ];
  return parts.join("");
}

interface Kept {
  readonly keepLast?: number;
  readonly daily?: number;
  readonly weekly?: number;
  readonly monthly?: number;
  readonly yearly?: number;
  readonly withinDays?: number;
  readonly maxAgeDays?: number;
}

/** `the last 5 are kept`, `the last 5 are kept, and one a week for 4 weeks`. */
export function sayRetention(retention: Kept | undefined): string {
  const last =
    retention?.keepLast === undefined ? [] : [`the last ${String(retention.keepLast)} are kept`];
  const age =
    retention?.maxAgeDays === undefined
      ? []
      : [`copies older than ${String(retention.maxAgeDays)} days go`];
  const spans = (["daily", "weekly", "monthly", "yearly"] as const).flatMap((name) => {
    const count = retention?.[name];
    const unit = { daily: "day", weekly: "week", monthly: "month", yearly: "year" }[name];
    return count === undefined ? [] : [`one a ${unit} for ${String(count)} ${unit}s`];
  });
  const within = retention?.withinDays;
  const recent = within === undefined ? [] : [`everything of ${String(within)} days`];
  return [...last, ...recent, ...spans, ...age].join(", ");
}
