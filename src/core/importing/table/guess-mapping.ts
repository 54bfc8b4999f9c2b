import type { ColumnValues } from "./column-values.ts";
import { profileColumn } from "./column-values.ts";
import type { Target } from "./column-words.ts";
import { readHeader } from "./column-words.ts";
import type { TableRow } from "./row-scanner.ts";

/** Target of each column, in the order of the columns. */
export type Mapping = readonly Target[];

interface Column {
  readonly at: number;
  readonly values: ColumnValues;
  readonly guess?: Target;
  readonly rank: number;
}

/**
 * Proposes where each column goes: by its name, checked against what it holds, and by what it holds
 * where it has no name that is known. A field is given once; the rest is kept beside.
 */
export function guessMapping(
  names: readonly string[],
  rows: readonly TableRow[],
  hasHeader: boolean,
): Mapping {
  const looked = sampleOf(rows);
  const columns = names.map((name, at): Column => {
    const values = profileColumn(looked.map(({ cells }) => cells[at] ?? ""));
    const named = readHeader(name);
    const guess = named === undefined ? undefined : judged(named.target, named.rank, values);
    return { at, values, rank: named?.rank ?? 99, ...(guess === undefined ? {} : { guess }) };
  });
  const mapping: Target[] = names.map(() => "extra");
  const given = new Set<Target>();
  const give = (column: Column, target: Target): void => {
    mapping[column.at] = target;
    given.add(target);
  };
  const named = columns.filter(({ guess }) => guess !== undefined && guess !== "extra");
  for (const column of [...named].sort(byCertainty)) {
    const { guess } = column;
    if (guess !== undefined && !given.has(guess)) give(column, guess);
  }
  const unnamed = columns.filter(({ at, guess }) => mapping[at] === "extra" && guess === undefined);
  fillByValues(unnamed, given, give, hasHeader);
  return mapping;
}

const sampled = 2_000;

/** Rows from the whole table: what a column holds shows in a part of it. */
function sampleOf(rows: readonly TableRow[]): readonly TableRow[] {
  const step = Math.max(1, Math.floor(rows.length / sampled));
  return step === 1 ? rows : rows.filter((_, at) => at % step === 0);
}

/** An empty column gives way to one that holds something; then the surer word wins, then the left one. */
function byCertainty(one: Column, other: Column): number {
  const empty = Number(one.values.filled === 0) - Number(other.values.filled === 0);
  if (empty !== 0) return empty;
  if (one.guess === "status") {
    const worth = ({ rank, values }: Column): number => rank - 12 * values.statuses;
    return worth(one) - worth(other) || one.at - other.at;
  }
  return one.rank - other.rank || one.at - other.at;
}

/** A name that the content contradicts is not believed. */
function judged(target: Target, rank: number, values: ColumnValues): Target {
  if (values.filled === 0) return target;
  const dates: readonly Target[] = ["applied_on", "deadline", "next_action_on", "created_at"];
  if (dates.includes(target)) return values.dates >= 0.3 ? target : "extra";
  if (target === "employment_type") return values.employmentTypes >= 0.4 ? target : "tags";
  if (target === "work_mode") return values.workModes >= 0.4 ? target : "extra";
  if (target === "salary_min" || target === "salary_max")
    return values.numbers >= 0.5 ? target : "salary";
  if (target === "rating") return values.numbers >= 0.8 ? target : "extra";
  if (target === "status") return isStatus(rank, values) ? target : "extra";
  if (target === "company" || target === "title")
    return values.links > 0.5 || values.dates > 0.5 ? "extra" : target;
  if (target === "description") return values.references > 0.5 ? "extra" : target;
  if (target === "source") return values.links > 0.7 ? "extra" : target;
  return target;
}

/** "Stage" and "Result" are the status only where they hold words for one. */
function isStatus(rank: number, values: ColumnValues): boolean {
  if (values.dates > 0.5 || values.links > 0.3) return false;
  return rank <= 3 ? true : values.statuses >= 0.3;
}

function fillByValues(
  columns: readonly Column[],
  given: ReadonlySet<Target>,
  give: (column: Column, target: Target) => void,
  hasHeader: boolean,
): void {
  const take = (target: Target, worth: (values: ColumnValues) => number, least: number): void => {
    if (given.has(target)) return;
    const free = columns.filter(({ at }) => !used.has(at) && worth(columnAt(at)) >= least);
    const [best] = [...free].sort(
      (one, other) => worth(other.values) - worth(one.values) || one.at - other.at,
    );
    if (best === undefined) return;
    used.add(best.at);
    give(best, target);
  };
  const used = new Set<number>();
  const columnAt = (at: number): ColumnValues =>
    columns.find((column) => column.at === at)?.values ?? profileColumn([]);
  if (hasHeader) {
    // A name that is not known says something; only what cannot be anything else is taken.
    take("title", ({ titles }) => titles, 0.7);
    return;
  }
  take("url", ({ links }) => links, 0.6);
  take("applied_on", ({ dates }) => dates, 0.6);
  take("work_mode", ({ workModes }) => workModes, 0.6);
  take("employment_type", ({ employmentTypes }) => employmentTypes, 0.6);
  take("status", ({ statuses, titles }) => statuses - titles, 0.5);
  take("title", ({ titles }) => titles, 0.4);
  const isText = ({ numbers, emails, dates, links, filled }: ColumnValues): number =>
    numbers < 0.5 && emails < 0.5 && dates < 0.5 && links < 0.5 ? filled : 0;
  if (!given.has("company")) take("company", isText, 0.5);
  take("title", isText, 0.5);
  take("notes", isText, 0.01);
}
