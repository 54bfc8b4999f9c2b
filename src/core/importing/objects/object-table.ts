import type { Table } from "../table/read-table.ts";
import type { JsonObject } from "../json-items.ts";

/** A list of objects as a table: keys are the header, nested values stay JSON. */
export function objectTable(objects: readonly JsonObject[]): Table {
  const head = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  const body = objects.map((one, at) => ({
    cells: head.map((name) => cellOf(Object.hasOwn(one, name) ? one[name] : undefined)),
    number: at + 1,
  }));
  return {
    head,
    row: 0,
    body,
    above: [],
    remarks: [],
    encoding: "utf-8",
    delimiter: "",
    notes: [],
  };
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === "string"))
    return value.join(", ");
  return JSON.stringify(value);
}
