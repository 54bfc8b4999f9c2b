import { ownTableKind, ownTableRecords } from "../importing/own-table.ts";
import { eachRecord } from "../importing/each-record.ts";
import type { Importer } from "./contract.ts";

/** A CSV with our own header: a table of one kind. */
export const ownCsv: Importer = {
  label: "CSV of Job Tracker Pro",
  async recognises([file, ...more]) {
    if (file === undefined || more.length > 0) return 0;
    return (await ownTableKind(file)) === undefined ? 0 : 0.95;
  },
  async read([file]) {
    const kind = file === undefined ? undefined : await ownTableKind(file);
    const records =
      file === undefined || kind === undefined ? eachRecord([]) : ownTableRecords(file, kind);
    return { label: `Table of ${kind?.label ?? "records"}`, records, skipped: [], warnings: [] };
  },
};
