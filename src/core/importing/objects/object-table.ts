import { fail } from "../../failure.ts";
import { limits } from "../../restore/limits.ts";
import type { Table } from "../table/read-table.ts";
import type { JsonObject } from "../json-items.ts";

/**
 * A list of objects as a table: keys are the header, nested values stay JSON.
 * @throws FailureError `limit-exceeded`: a table as wide as it is long would take its square of memory.
 */
export function objectTable(objects: readonly JsonObject[]): Table {
  const names = new Set<string>();
  for (const one of objects) for (const name of Object.keys(one)) names.add(name);
  if (names.size > limits.csvColumns) {
    const what = "Different keys in the list";
    fail({ code: "limit-exceeded", what, limit: limits.csvColumns, actual: names.size });
  }
  const head = [...names];
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
