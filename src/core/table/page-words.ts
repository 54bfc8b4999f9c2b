import type { Message } from "../kinds/conversations.ts";
import type { AnyKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { isInstant } from "../records/record-schema.ts";
import { formatDay, localDay, daysBetween } from "../words/format-date.ts";
import { statusOf } from "./board.ts";
import { momentWords, type CellContext } from "./cells.ts";
import { lineOf } from "./line-words.ts";

/** What stands at the head of a record's page. */
export interface PageWords {
  readonly title: string;
  readonly sub: string;
  /** Short name for the way back. */
  readonly crumb: string;
  readonly status?: string;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

function agoWords(days: number): string {
  if (days <= 0) return "";
  if (days === 1) return "yesterday";
  if (days < 14) return `${String(days)} days ago`;
  if (days < 70) return `${String(Math.round(days / 7))} weeks ago`;
  return `${String(Math.round(days / 30))} months ago`;
}

export function pageWords(kind: AnyKind, record: AnyRecord, context: CellContext): PageWords {
  if (kind.id === "applications") return applicationWords(record, context);
  const line = lineOf(kind, record, context);
  const title = line.title === "" ? kind.title(record) : line.title;
  const date = record[kind.dateField];
  const at = typeof date === "string" && isInstant(date) ? date : "";
  const when = at === "" ? "" : momentWords(at, context.today, context.locale);
  const sub = [when, line.second].filter((part) => part !== "").join(" · ");
  return { title, sub, crumb: title };
}

function applicationWords(record: AnyRecord, { today, locale }: CellContext): PageWords {
  const company = textOf(record["company"]);
  const title = textOf(record["title"]);
  const place = [textOf(record["location"]), textOf(record["work_mode"])];
  const applied = textOf(record["applied_on"]);
  const parts = [title === "" ? "" : company, place.filter((one) => one !== "").join(", ")];
  if (isInstant(applied)) {
    const ago = agoWords(daysBetween(localDay(applied), today));
    parts.push(`applied ${formatDay(applied, today, locale)}${ago === "" ? "" : `, ${ago}`}`);
  }
  return {
    title: title || company || textOf(record["url"]),
    sub: parts.filter((part) => part !== "").join(" · "),
    crumb: company || title || "Application",
    status: statusOf(record),
  };
}

const unshown = new Set(["stages", "messages", "id", "extra", "sample", "status"]);

/** Which fields stand in the side panel and which, being long, in the main column. */
export function pageFields(kind: AnyKind): {
  readonly side: readonly string[];
  readonly long: readonly string[];
} {
  const names = Object.keys(kind.fields).filter((name) => !unshown.has(name));
  const isLong = (name: string) => kind.fields[name]?.type === "long-text";
  const technical = new Set(["created_at", "updated_at"]);
  return {
    side: names.filter((name) => !isLong(name) && !technical.has(name)),
    long: names.filter(isLong).toSorted((a, b) => Number(b === "notes") - Number(a === "notes")),
  };
}

/** The messages of a conversation, in the order they were sent. */
export function messagesOf(record: AnyRecord): readonly Message[] {
  const messages = record["messages"];
  if (!Array.isArray(messages)) return [];
  return (messages as readonly Message[]).toSorted((a, b) => {
    const [x, y] = [a.sent_at ?? "", b.sent_at ?? ""];
    return x === "" || y === "" || x === y ? 0 : x < y ? -1 : 1;
  });
}
