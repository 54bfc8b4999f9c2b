import type { RecordSource } from "../pipeline/ports.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { fold } from "../select/fold.ts";

interface Row {
  readonly company: string;
  applications: number;
  interviews: number;
  contacts: number;
  status: string | undefined;
  statusDay: string;
  first: string | undefined;
  last: string | undefined;
  created: string;
  updated: string;
}

/** One row a company, from applications, interviews and contacts; spellings that differ in case or accents are one. */
export async function deriveCompanies(source: RecordSource): Promise<readonly AnyRecord[]> {
  const rows = new Map<string, Row>();
  const companyOf = new Map<string, string>();
  for await (const batch of source.batches("applications")) {
    for (const record of batch) {
      const row = rowOf(rows, record);
      if (row === undefined) continue;
      companyOf.set(record.id, fold(row.company));
      addApplication(row, record);
    }
  }
  for await (const batch of source.batches("interviews")) {
    for (const record of batch) {
      const row = rows.get(companyOf.get(textOf(record, "application_id")) ?? "");
      if (row === undefined) continue;
      row.interviews += 1;
      row.last = later(row.last, dayOf(record, "starts_at"));
    }
  }
  for await (const batch of source.batches("contacts")) {
    for (const record of batch) {
      const row = rowOf(rows, record);
      if (row === undefined) continue;
      row.contacts += 1;
      row.last = later(row.last, dayOf(record, "last_contact_on"));
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, row]) => toRecord(key, row));
}

function rowOf(rows: Map<string, Row>, record: AnyRecord): Row | undefined {
  const company = textOf(record, "company");
  const key = fold(company);
  if (key === "") return undefined;
  const { created_at: created, updated_at: updated } = record;
  const row = rows.get(key) ?? {
    company,
    applications: 0,
    interviews: 0,
    contacts: 0,
    status: undefined,
    statusDay: "",
    first: undefined,
    last: undefined,
    created,
    updated,
  };
  if (created < row.created) row.created = created;
  if (updated > row.updated) row.updated = updated;
  rows.set(key, row);
  return row;
}

function addApplication(row: Row, record: AnyRecord): void {
  row.applications += 1;
  const applied = dayOf(record, "applied_on");
  row.first =
    applied !== undefined && !(row.first !== undefined && row.first <= applied)
      ? applied
      : row.first;
  row.last = later(row.last, applied);
  const stages = Array.isArray(record["stages"]) ? (record["stages"] as readonly unknown[]) : [];
  const days = stages.flatMap((stage) =>
    typeof stage === "object" && stage !== null ? (dayOf(stage as AnyRecord, "at") ?? []) : [],
  );
  for (const day of days) row.last = later(row.last, day);
  const moved = [...days, applied ?? "", record.updated_at.slice(0, 10)].sort().at(-1) ?? "";
  if (moved >= row.statusDay && textOf(record, "status") !== "") {
    row.statusDay = moved;
    row.status = textOf(record, "status");
  }
}

function textOf(record: AnyRecord, field: string): string {
  const value = record[field];
  return typeof value === "string" ? value.trim() : "";
}

function dayOf(record: AnyRecord, field: string): string | undefined {
  const day = textOf(record, field).slice(0, 10);
  return day === "" ? undefined : day;
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

function toRecord(key: string, row: Row): AnyRecord {
  return {
    id: `company:${key}`.slice(0, 512),
    created_at: row.created,
    updated_at: row.updated,
    company: row.company,
    applications: row.applications,
    interviews: row.interviews,
    contacts: row.contacts,
    ...(row.status !== undefined && { latest_status: row.status }),
    ...(row.first !== undefined && { first_applied_on: row.first }),
    ...(row.last !== undefined && { last_activity_on: row.last }),
  };
}
