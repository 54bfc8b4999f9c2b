import type { ImportContext, ReadRecord } from "../../importers/contract.ts";
import { linkKey } from "../../restore/natural-key.ts";
import type { Target } from "../table/column-words.ts";
import { foldHeader } from "../table/column-words.ts";
import type { Table } from "../table/read-table.ts";
import { readApplications } from "../table/table-applications.ts";
import type { TableReading } from "../table/table-applications.ts";

const columns: Readonly<Record<string, Target>> = {
  "application date": "applied_on",
  "saved date": "created_at",
  "company name": "company",
  "job title": "title",
  "job url": "url",
};

export interface ReadJobs {
  readonly records: readonly ReadRecord[];
  /** The same job in two shards or twice in one. */
  readonly doubles: number;
  /** Saved jobs that were applied for later: the application wins. */
  readonly merged: number;
  readonly unreadable: number;
  readonly readings: readonly TableReading[];
}

/** Applications, then saved jobs; the same link is the same job. */
export function readJobs(
  applied: readonly Table[],
  saved: readonly Table[],
  context: ImportContext,
): ReadJobs {
  const seen = new Set<string>();
  const records: ReadRecord[] = [];
  let [doubles, merged, unreadable] = [0, 0, 0];
  const take = (reading: TableReading, isSaved: boolean): void => {
    for (const record of reading.records) {
      const { url, company, title } = record.value as Readonly<Record<string, unknown>>;
      if (url === undefined && company === undefined && title === undefined) unreadable += 1;
      const key = linkKey(url);
      if (key !== "" && seen.has(key)) {
        if (isSaved) merged += 1;
        else doubles += 1;
        continue;
      }
      seen.add(key);
      records.push(record);
    }
  };
  const readings = [
    ...applied.map((table) => ({ reading: read(table, context, "applied"), isSaved: false })),
    ...saved.map((table) => ({ reading: read(table, context, "saved"), isSaved: true })),
  ];
  for (const { reading, isSaved } of readings) take(reading, isSaved);
  doubles += readings.reduce((sum, { reading }) => sum + doublesIn(reading), 0);
  return { records, doubles, merged, unreadable, readings: readings.map(({ reading }) => reading) };
}

function read(table: Table, context: ImportContext, status: string): TableReading {
  const targets = table.head.map((name) => columns[foldHeader(name)] ?? "extra");
  return readApplications(table, targets, context, {
    seed: "linkedin",
    source: "linkedin",
    finish: (draft) => ({ ...draft, status }),
  });
}

const doublesIn = ({ skipped }: TableReading): number =>
  skipped.reduce((sum, { what }) => sum + Number(/^Duplicates: (\d+)$/.exec(what)?.[1] ?? 0), 0);
