import type { AnyKind } from "../records/any-kind.ts";
import { recordDate } from "../records/record-date.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { isInstant } from "../records/record-schema.ts";
import { formatDay } from "../words/format-date.ts";
import { movedAt, statusOf } from "./board.ts";
import { cellOf, daysAgo, momentWords, type CellContext } from "./cells.ts";
import { standardColumns } from "./column-choice.ts";
import { dueOf } from "./due-words.ts";

/** A record in two lines: who, what, when it moved, and what is due. */
export interface RecordLineWords {
  readonly title: string;
  readonly second: string;
  readonly at: string;
  readonly due: string;
  readonly tone: "plain" | "care" | "stop";
  readonly status?: string;
}

const isDate = (kind: AnyKind, column: string): boolean =>
  ["day", "instant"].includes(kind.fields[column]?.type ?? "");
const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** The two lines of a record in a narrow list. */
export function lineOf(kind: AnyKind, record: AnyRecord, context: CellContext): RecordLineWords {
  if (kind.id === "applications") return applicationLine(record, context);
  const date = recordDate(kind, record);
  const cells = standardColumns(kind)
    .filter((column) => !isDate(kind, column))
    .map((column) => cellOf(kind, column, record, context).text)
    .filter((text) => text !== "");
  const title = kind.id === "interviews" ? (cells[0] ?? "Interview") : kind.title(record);
  const rest = cells.filter((text) => text !== title && !title.startsWith(text));
  const timed = kind.id === "interviews" || kind.id === "conversations";
  const moment = timed ? momentWords : formatDay;
  const at =
    date !== undefined && isInstant(date) ? moment(date, context.today, context.locale) : "";
  return { title, second: rest.slice(0, 3).join(" · "), at, due: "", tone: "plain" };
}

function applicationLine(record: AnyRecord, { today, locale }: CellContext): RecordLineWords {
  const due = dueOf(record, today, locale);
  const company = textOf(record["company"]);
  const title = textOf(record["title"]);
  const head = company === "" ? title || textOf(record["url"]) : company;
  const second = [company === "" ? "" : title, due?.text ?? ""].filter((text) => text !== "");
  return {
    title: head,
    second: second.join(" · "),
    at: daysAgo(movedAt(record), today),
    due: due?.when ?? "",
    tone: due?.tone ?? "plain",
    status: statusOf(record),
  };
}
