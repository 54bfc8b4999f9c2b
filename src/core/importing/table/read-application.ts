import { isInstant } from "../../records/record-schema.ts";
import { readCell, readLink, readList } from "./cell-text.ts";
import type { Target } from "./column-words.ts";
import { isNothing } from "./nothing.ts";
import { readDay } from "./read-day.ts";
import { readAmount, readSalary } from "./read-salary.ts";
import { readStatus } from "./status-words.ts";
import type { TableColumns } from "./table-columns.ts";
import { readEmploymentType, readWorkMode } from "./work-words.ts";

export type Draft = Record<string, unknown>;

/** What one row of a table became, and what in it could not be read. */
export interface ReadRow {
  readonly draft: Draft;
  readonly extra: Readonly<Record<string, string>>;
  /** Cells that were meant as a day or an amount and are kept beside. */
  readonly notUnderstood: readonly string[];
}

export interface RowRules {
  /** The status of a word; undefined keeps the word. Given by sources with words of their own. */
  readonly statusOf?: (word: string) => string | undefined;
  /** No day and no word: what an application is then. */
  readonly emptyStatus?: boolean;
}

/** Reads one row of cells, each at its column. */
export function readApplication(
  cells: readonly string[],
  columns: TableColumns,
  rules: RowRules = {},
): ReadRow {
  const reader = new RowReader(columns, rules);
  cells.forEach((cell, at) => {
    reader.take(cell, at);
  });
  return reader.finish();
}

const texts: ReadonlySet<Target> = new Set([
  "company",
  "title",
  "location",
  "source",
  "notes",
  "description",
  "next_action",
  "priority",
  "salary_period",
  "salary_currency",
]);
const days: ReadonlySet<Target> = new Set([
  "applied_on",
  "deadline",
  "next_action_on",
  "created_at",
]);

/** `2025-09-03 13:45:00` with or without a zone, as ISO 8601. */
function readInstant(text: string): string | undefined {
  const instant = text
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:\d{2})/, "$1T")
    .replace(/([+-]\d{2})$/, "$1:00");
  return instant.includes("T") && isInstant(instant) ? instant : undefined;
}

class RowReader {
  readonly #columns: TableColumns;
  readonly #rules: RowRules;
  readonly #draft: Draft = {};
  readonly #extra = new Map<string, string>();
  readonly #notUnderstood: string[] = [];
  #saidStatus = false;

  constructor(columns: TableColumns, rules: RowRules) {
    this.#columns = columns;
    this.#rules = rules;
  }

  take(cell: string, at: number): void {
    const target = this.#columns.targets[at] ?? "extra";
    if (target === "skip") return;
    const { text, link } = readCell(cell);
    if (link !== undefined && this.#draft["url"] === undefined) this.#draft["url"] = link;
    if (target === "url") this.#takeLink(cell, at);
    else if (isNothing(cell) || isNothing(text)) return;
    else if (texts.has(target)) this.#draft[target] = text;
    else if (days.has(target)) this.#takeDay(text, at, target);
    else if (!this.#takeOther(target, text, cell)) this.#keep(at, text);
  }

  finish(): ReadRow {
    const { bareDate, names, currency, period } = this.#columns;
    const draft = this.#draft;
    if (!this.#saidStatus && this.#rules.emptyStatus !== false) {
      draft["status"] = draft["applied_on"] === undefined ? "saved" : "applied";
    }
    // A bare "Date" of something only looked at is not the day of an application.
    const day = draft["applied_on"];
    if (bareDate !== undefined && draft["status"] === "saved" && typeof day === "string") {
      this.#extra.set(names[bareDate] ?? "date", day);
      delete draft["applied_on"];
    }
    if (draft["salary_min"] !== undefined || draft["salary_max"] !== undefined) {
      draft["salary_currency"] ??= currency;
      draft["salary_period"] ??= period;
    }
    return { draft, extra: Object.fromEntries(this.#extra), notUnderstood: this.#notUnderstood };
  }

  #keep(at: number, text: string): void {
    this.#extra.set(this.#columns.names[at] ?? `column ${String(at + 1)}`, text);
  }

  #takeLink(cell: string, at: number): void {
    const { url, rest } = readLink(cell);
    if (url !== undefined && !isNothing(url)) this.#draft["url"] = url;
    if (rest === undefined || isNothing(rest)) return;
    if (rest.length > 60 && this.#draft["description"] === undefined)
      this.#draft["description"] = rest;
    else this.#keep(at, rest);
  }

  #takeDay(text: string, at: number, target: Target): void {
    const instant = target === "created_at" ? readInstant(text) : undefined;
    if (instant !== undefined) {
      this.#draft[target] = instant;
      return;
    }
    const order = this.#columns.orders.get(at)?.order ?? "month-first";
    const day =
      readDay(text, order) ?? readDay(text, order === "day-first" ? "month-first" : "day-first");
    if (day !== undefined) this.#draft[target] = day;
    else {
      this.#notUnderstood.push(text);
      this.#keep(at, text);
    }
  }

  /** False where the text does not fit its column and is kept beside. */
  #takeOther(target: Target, text: string, cell: string): boolean {
    if (target === "status") return this.#takeStatus(text);
    if (target === "tags") return this.#set("tags", readList(cell));
    if (target === "work_mode") return this.#set("work_mode", readWorkMode(text) ?? text);
    if (target === "employment_type")
      return this.#set("employment_type", readEmploymentType(text) ?? text);
    if (target === "archived")
      return this.#set("archived", /^(?:true|yes|ja|oui|s[ií]|1|x|✓|✅)$/i.test(text));
    if (target === "rating") return /^\d{1,2}$/.test(text) && this.#set("rating", Number(text));
    if (target === "salary") return this.#takeSalary(text);
    if (target === "salary_min" || target === "salary_max") return this.#takeAmount(target, text);
    return false;
  }

  #set(name: string, value: unknown): boolean {
    this.#draft[name] = value;
    return true;
  }

  #takeStatus(text: string): boolean {
    this.#saidStatus = true;
    const word = (this.#rules.statusOf ?? readStatus)(text);
    return this.#set("status", word ?? text);
  }

  #takeSalary(text: string): boolean {
    const salary = readSalary(text, this.#columns.decimalComma);
    if (salary === undefined) return false;
    if (salary.min !== undefined) this.#draft["salary_min"] = salary.min;
    if (salary.max !== undefined) this.#draft["salary_max"] = salary.max;
    if (salary.currency !== undefined) this.#draft["salary_currency"] = salary.currency;
    if (salary.period !== undefined) this.#draft["salary_period"] = salary.period;
    return true;
  }

  #takeAmount(target: Target, text: string): boolean {
    const salary = readSalary(text, this.#columns.decimalComma);
    const value = salary?.min ?? readAmount(text, this.#columns.decimalComma);
    if (salary?.currency !== undefined) this.#draft["salary_currency"] ??= salary.currency;
    return Number.isFinite(value) && this.#set(target, value);
  }
}
