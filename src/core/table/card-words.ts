import type { AnyRecord } from "../records/stored-record.ts";
import { movedAt, statusOf } from "./board.ts";
import { daysAgo, type CellContext } from "./cells.ts";
import { dueOf } from "./due-words.ts";
import { salaryShort } from "./salary-words.ts";

/** What a card on the board says, line by line; empty lines are left out. */
export interface CardWords {
  readonly company: string;
  readonly title: string;
  readonly moved: string;
  readonly due: string;
  readonly when: string;
  readonly tone: "plain" | "care" | "stop";
}

const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

export function cardWords(record: AnyRecord, { today, locale }: CellContext): CardWords {
  const due = dueOf(record, today, locale);
  const company = textOf(record["company"]);
  const title = textOf(record["title"]);
  const salary = statusOf(record) === "offer" ? salaryShort(record, locale) : "";
  return {
    company: company || title || textOf(record["url"]),
    title: [company === "" ? "" : title, salary].filter((part) => part !== "").join(" · "),
    moved: daysAgo(movedAt(record), today),
    due: due?.text ?? "",
    when: due?.when ?? "",
    tone: due?.tone ?? "plain",
  };
}
