import type { ImportContext, ReadRecord } from "../../importers/contract.ts";
import type { ColumnSeen, Skipped } from "../../restore/contract.ts";
import type { Target } from "./column-words.ts";
import type { Mapping } from "./guess-mapping.ts";
import { fitExtra } from "./fit-extra.ts";
import { isDitto, rowKind } from "./row-kinds.ts";
import { joinDoubles } from "./join-doubles.ts";
import { isNothing } from "./nothing.ts";
import type { Draft, ReadRow, RowRules } from "./read-application.ts";
import { readApplication } from "./read-application.ts";
import type { Table } from "./read-table.ts";
import { repairRow } from "./repair-row.ts";
import type { TableColumns } from "./table-columns.ts";
import { cellsAt, describeColumns } from "./table-columns.ts";
import { seenColumns } from "./seen-columns.ts";
import { tableReport } from "./table-report.ts";

export interface TableReading {
  readonly records: readonly ReadRecord[];
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
  readonly mapping: Readonly<Record<string, string>>;
  /** Absent where the columns cannot be changed: a table of people. */
  readonly columns?: readonly ColumnSeen[];
}

export interface TableRules extends RowRules {
  /** Written into `source` where the table has no column for it. */
  readonly source?: string;
  /** Part of the seed of ids, so that sources do not share them. */
  readonly seed?: string;
  /** Changes a draft after its row was read. */
  readonly finish?: (draft: Draft, extra: Readonly<Record<string, string>>) => Draft;
}

/** What was met on the way: the report says it with its figures. */
export interface Tally {
  blank: number;
  totals: string[];
  footnotes: string[];
  repaired: number[];
  tooLong: number[];
  ditto: number;
  doubles: number;
  /** Fields that found no room beside their record, and in how many rows. */
  readonly noRoom: Map<string, number>;
  notUnderstood: { readonly row: number; readonly value: string }[];
}

/** Reads every row of a table as an application. */
export function readApplications(
  table: Table,
  targets: Mapping,
  context: ImportContext,
  rules: TableRules = {},
): TableReading {
  const columns = describeColumns(table, targets, context.mapping);
  const tally: Tally = {
    blank: 0,
    totals: [],
    footnotes: [],
    repaired: [],
    tooLong: [],
    ditto: 0,
    doubles: 0,
    noRoom: new Map(),
    notUnderstood: [],
  };
  const rows = [...readRows(table, columns, tally, rules)];
  const { kept, doubles } = joinDoubles(rows);
  tally.doubles = doubles;
  const ids = new Map<string, number>();
  const records = kept.map(({ draft, where }) => {
    const seed = JSON.stringify([
      rules.seed ?? "table",
      draft["company"],
      draft["title"],
      draft["applied_on"],
      draft["url"],
    ]);
    const time = (ids.get(seed) ?? 0) + 1;
    ids.set(seed, time);
    const id = context.newId(time === 1 ? seed : `${seed} ${String(time)}`);
    return { kindId: "applications", value: { id, ...draft }, where };
  });
  const mapping = Object.fromEntries(
    columns.names.map((name, at) => [name, targets[at] ?? "extra"]),
  );
  return {
    records,
    mapping,
    columns: seenColumns(table, columns),
    ...tableReport(table, columns, tally),
  };
}

function* readRows(
  table: Table,
  columns: TableColumns,
  tally: Tally,
  rules: TableRules,
): Generator<{ readonly draft: Draft; readonly where: string }> {
  const { targets } = columns;
  const companyAt = targets.indexOf("company");
  const fillsDown = fillsCompanyDown(table, companyAt);
  let above = "";
  for (const row of table.body) {
    const raw = trimTail(row.cells, targets.length);
    const repaired = repairRow(raw, targets, table.delimiter === "" ? "," : table.delimiter);
    if (raw.length > targets.length)
      (repaired === undefined ? tally.tooLong : tally.repaired).push(row.number);
    const cells = [...cellsAt({ cells: repaired ?? raw, number: row.number }, targets.length)];
    if (!isTaken(cells, targets, tally)) continue;
    const company = cells[companyAt]?.trim() ?? "";
    if (isDitto(company) || (company === "" && fillsDown && above !== "")) {
      cells[companyAt] = above;
      tally.ditto += 1;
    } else if (!isNothing(company)) above = company;
    const read = readApplication(cells, columns, rules);
    for (const value of read.notUnderstood) tally.notUnderstood.push({ row: row.number, value });
    const left = repaired === undefined ? raw.slice(targets.length) : [];
    const link =
      read.draft["url"] === undefined ? linkBehind(table, row.number, targets.length) : undefined;
    const draft = whole(read, left, rules, tally);
    yield {
      draft: link === undefined ? draft : { ...draft, url: link },
      where: `row ${String(row.number)}`,
    };
  }
}

/** In a workbook the link of an application may stand behind its title. */
function linkBehind(table: Table, row: number, width: number): string | undefined {
  for (let at = 0; at < width && table.links !== undefined; at += 1) {
    const link = table.links.get(`${String(row)},${String(at)}`);
    if (link !== undefined) return link;
  }
  return undefined;
}

function isTaken(cells: readonly string[], targets: readonly Target[], tally: Tally): boolean {
  const kind = rowKind(cells, targets);
  if (kind === "blank") tally.blank += 1;
  else if (kind === "total") tally.totals.push(cells.find((cell) => cell.trim() !== "") ?? "");
  else if (kind === "footnote")
    tally.footnotes.push(cells.find((cell) => cell.trim() !== "") ?? "");
  return kind === "record";
}

/** Trailing empty cells are the comma at the end of a row. */
function trimTail(cells: readonly string[], width: number): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, Math.max(width, last + 1));
}

/**
 * A blank company is unknown, except in a sheet that is laid out by hand (lines of a title above, the
 * company in front): there it means "as above".
 */
function fillsCompanyDown(table: Table, companyAt: number): boolean {
  return companyAt === 0 && table.above.length > 0;
}

function whole(read: ReadRow, left: readonly string[], rules: TableRules, tally: Tally): Draft {
  const more = left.filter((cell) => cell.trim() !== "").join(", ");
  const all = more === "" ? read.extra : { ...read.extra, "cells beyond the last column": more };
  const { kept: extra, left: noRoom } = fitExtra(all);
  for (const name of noRoom) tally.noRoom.set(name, (tally.noRoom.get(name) ?? 0) + 1);
  const source =
    rules.source === undefined || read.draft["source"] !== undefined
      ? {}
      : { source: rules.source };
  const draft = { ...read.draft, ...source };
  const finished = rules.finish === undefined ? draft : rules.finish(draft, extra);
  return "extra" in finished || Object.keys(extra).length === 0 ? finished : { ...finished, extra };
}
