import type { AnyKind } from "../records/any-kind.ts";
import { recordDate } from "../records/record-date.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Condition } from "./condition.ts";
import { fold } from "./fold.ts";

type Test = (record: AnyRecord) => boolean;

/** Compiles a condition for one kind: the returned test runs once a record, in any batch. */
export function compileCondition(kind: AnyKind, condition: Condition): Test {
  if ("all" in condition) {
    const tests = condition.all.map((part) => compileCondition(kind, part));
    return (record) => tests.every((test) => test(record));
  }
  if ("any" in condition) {
    const tests = condition.any.map((part) => compileCondition(kind, part));
    return (record) => tests.some((test) => test(record));
  }
  if ("not" in condition) {
    const test = compileCondition(kind, condition.not);
    return (record) => !test(record);
  }
  if (condition.op === "text") {
    const wanted = fold(condition.value);
    return (record) => textsOf(record).some((text) => fold(text).includes(wanted));
  }
  if (condition.op === "day") return dayTest(kind, condition);
  if (condition.op === "stage") return stageTest(condition);
  if (condition.op === "related") throw new TypeError("resolveRelated has to come first");
  return valueTest(condition);
}

/** Days are compared as written: a stored instant is never moved to another zone's day. */
function dayTest(kind: AnyKind, condition: Extract<Condition, { op: "day" }>): Test {
  const { field, start, end } = condition;
  return (record) =>
    (field === "*" ? [recordDate(kind, record)] : valuesAt(record, field)).some((value) => {
      if (typeof value !== "string") return false;
      const day = value.slice(0, 10);
      return (start === null || day >= start) && (end === null || day < end);
    });
}

function stageTest(condition: Extract<Condition, { op: "stage" }>): Test {
  const { statuses, start, end } = condition;
  return (record) =>
    valuesAt(record, "stages").some((stage) => {
      const { status, at } = stage as { status?: unknown; at?: unknown };
      if (typeof status !== "string" || typeof at !== "string" || !statuses.includes(status))
        return false;
      const day = at.slice(0, 10);
      return (start === null || day >= start) && (end === null || day < end);
    });
}

type ValueCondition = Exclude<Extract<Condition, { field: string }>, { op: "day" }>;

function valueTest(condition: ValueCondition): Test {
  const { field } = condition;
  switch (condition.op) {
    case "exists":
      return (record) => valuesAt(record, field).some(isFilled);
    case "missing":
      return (record) => !valuesAt(record, field).some(isFilled);
    case "eq": {
      const wanted = comparable(condition.value);
      return (record) => valuesAt(record, field).some((value) => comparable(value) === wanted);
    }
    case "in": {
      const wanted = new Set(condition.value.map(comparable));
      return (record) => valuesAt(record, field).some((value) => wanted.has(comparable(value)));
    }
    case "contains": {
      const wanted = fold(String(condition.value));
      return (record) =>
        valuesAt(record, field).some(
          (value) => typeof value === "string" && fold(value).includes(wanted),
        );
    }
    default:
      return orderTest(field, condition.op, condition.value);
  }
}

function orderTest(field: string, op: "gt" | "gte" | "lt" | "lte", bound: number | string): Test {
  const holds = {
    gt: (value: number | string) => value > bound,
    gte: (value: number | string) => value >= bound,
    lt: (value: number | string) => value < bound,
    lte: (value: number | string) => value <= bound,
  }[op];
  return (record) =>
    valuesAt(record, field).some(
      (value) => typeof value === typeof bound && holds(value as number | string),
    );
}

function comparable(value: unknown): unknown {
  return typeof value === "string" ? fold(value.trim()) : value;
}

function isFilled(value: unknown): boolean {
  return (
    value !== undefined &&
    value !== null &&
    value !== "" &&
    !(Array.isArray(value) && value.length === 0)
  );
}

/** The values at a path such as `tags` or `stages.status`: lists are opened. */
export function valuesAt(record: AnyRecord, path: string): readonly unknown[] {
  let values: readonly unknown[] = [record];
  for (const name of path.split(".")) {
    values = values.flatMap((value) => {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return [];
      const inner = (value as Record<string, unknown>)[name];
      return Array.isArray(inner) ? (inner as unknown[]) : [inner];
    });
  }
  return values;
}

/** Every text anywhere in a value. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}
