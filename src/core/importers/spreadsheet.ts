import { fail } from "../failure.ts";
import { eachRecord } from "../importing/each-record.ts";
import { joinTables } from "../importing/table/join-tables.ts";
import { mappingFor } from "../importing/table/choose-mapping.ts";
import { headTable } from "../importing/table/head-table.ts";
import type { Table } from "../importing/table/read-table.ts";
import { readTable } from "../importing/table/read-table.ts";
import { isWorkbookFile, readWorkbook } from "../importing/table/read-workbook.ts";
import { splitTables } from "../importing/table/split-tables.ts";
import { readApplications } from "../importing/table/table-applications.ts";
import { knownHeaders, tellsApplications } from "../importing/table/table-columns.ts";
import { readContacts, tellsContacts } from "../importing/table/table-contacts.ts";
import { limits } from "../restore/limits.ts";
import type { Skipped } from "../restore/contract.ts";
import type { FoundFile, ImportContext, Importer, ReadRecord } from "./contract.ts";

/** Any table that a person keeps: CSV, TSV, XLSX, Markdown; columns are guessed and can be changed. */
export const spreadsheet: Importer = {
  label: "Table",
  async recognises(files) {
    const worth = await Promise.all(files.slice(0, 50).map(worthOf));
    const best = Math.max(0, ...worth);
    // Among the files of an archive a table is only one thing of many.
    return files.length === 1 ? best : best * 0.5;
  },
  async read(files, context) {
    const skipped: Skipped[] = [];
    const own: ReadRecord[] = [];
    let books = 0;
    const tables: { readonly name: string; readonly table: Table }[] = [];
    for (const file of files) {
      if ((await worthOf(file)) === 0) {
        if (files.length > 1) skipped.push({ what: file.name, why: "No table of applications" });
      } else if (isWorkbookFile(file) && (books += 1) > limits.workbooks) {
        skipped.push({ what: file.name, why: `More than ${String(limits.workbooks)} workbooks` });
      } else if (isWorkbookFile(file)) {
        const book = await readWorkbook(file);
        skipped.push(...book.skipped);
        own.push(...book.own);
        tables.push(...book.sheets);
      } else {
        const parts = splitTables(await readTable(file));
        tables.push(...parts.map((table) => ({ name: file.name, table })));
      }
    }
    const readings = tables.map(({ table }) => readOne(table, context));
    if (readings.length === 0 && own.length === 0) {
      const where = files[0]?.name ?? "the file";
      fail({
        code: "archive-refused",
        where,
        detail: "No sheet holds a company, a title or a link",
      });
    }
    const many = readings.length > 1;
    const joined = joinTables(
      readings.map((reading, at) =>
        reading.records.map((one) => ({
          ...one,
          where: many ? `${one.where} of ${tables[at]?.name ?? ""}` : one.where,
        })),
      ),
    );
    return {
      label:
        own.length > 0
          ? "Workbook of Job Tracker Pro"
          : many
            ? `${String(readings.length)} tables`
            : "A table",
      records: eachRecord([...own, ...joined.records]),
      skipped: [...skipped, ...readings.flatMap((reading) => reading.skipped), ...joined.skipped],
      columns: [
        ...new Map(
          readings.flatMap(({ columns = [] }) => columns.map((one) => [one.name, one] as const)),
        ).values(),
      ],
      warnings: [...new Set(readings.flatMap((reading) => reading.warnings))],
      mapping: Object.assign({}, ...readings.map(({ mapping }) => mapping)) as Record<
        string,
        string
      >,
    };
  },
};

function readOne(table: Table, context: ImportContext) {
  if (tellsContacts(table.head)) return readContacts(table, context);
  return readApplications(table, mappingFor(table, context.mapping), context);
}

/** 0 where no row looks like an application or a person. */
async function worthOf(file: FoundFile): Promise<number> {
  if (isWorkbookFile(file)) return 0.6;
  const table = await headTable(file);
  if (table === undefined) return 0;
  if (table === "too-large") return 0.2;
  if (tellsContacts(table.head)) return 0.5;
  const targets = mappingFor(table);
  if (!tellsApplications(table, targets)) return knownHeaders(table.head) >= 2 ? 0.3 : 0;
  return table.row === undefined ? 0.3 : 0.5;
}
