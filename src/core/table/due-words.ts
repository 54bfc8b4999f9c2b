import { isISODate } from "../dates/calendar-day.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { daysBetween, formatWeekday } from "../words/format-date.ts";
import { closedStatuses, statusOf } from "./board.ts";

/** What is to be done next and when: text, the words of the day, and how urgent it is. */
export interface Due {
  readonly text: string;
  readonly when: string;
  readonly tone: "plain" | "care" | "stop";
}

function dayOf(record: AnyRecord, field: string): string | undefined {
  const day = record[field];
  return typeof day === "string" && isISODate(day.slice(0, 10)) ? day.slice(0, 10) : undefined;
}

/** The next action of an application, or the deadline of a saved one; nothing once it is closed. */
export function dueOf(record: AnyRecord, today: string, locale: string): Due | undefined {
  const status = statusOf(record);
  const action = record["next_action"];
  const text = typeof action === "string" ? action : "";
  const on = dayOf(record, "next_action_on");
  if (text !== "" || on !== undefined) {
    return closedStatuses.includes(status) ? undefined : dueAt(text, on, today, locale);
  }
  const deadline = dayOf(record, "deadline");
  if (status !== "saved" || deadline === undefined) return undefined;
  const days = daysBetween(today, deadline);
  if (days < 0)
    return { text: "Closed", when: formatWeekday(deadline, today, locale), tone: "plain" };
  const tone = days <= 7 ? "care" : "plain";
  return { text: "Closes", when: formatWeekday(deadline, today, locale), tone };
}

function dueAt(text: string, on: string | undefined, today: string, locale: string): Due {
  if (on === undefined) return { text, when: "", tone: "plain" };
  const days = daysBetween(today, on);
  if (days < 0) return { text, when: `Overdue ${String(-days)} d`, tone: "stop" };
  if (days === 0) return { text, when: "Today", tone: "care" };
  return { text, when: formatWeekday(on, today, locale), tone: "plain" };
}
