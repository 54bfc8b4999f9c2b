import type { Coverage } from "../formats/contract.ts";
import { findKind, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";

/** A record that no format can write, and why. */
export interface Unwritten {
  readonly kind: KindId;
  readonly id: string;
  /** As the person knows it: for the receipt, which stays here. */
  readonly title: string;
  readonly why: string;
}

export interface Unwritable {
  readonly field: string;
  /** `a bigint`, `a Map` … */
  readonly holds: string;
}

/** Deeper than any kind nests; what refers to itself has no end. */
const deepest = 64;
const longestTitle = 80;

/** What in a stored record is no plain value: a browser's database keeps more than a file can hold. */
export function whyUnwritable(record: AnyRecord): Unwritable | undefined {
  for (const [name, value] of Object.entries(record)) {
    const what = foreign(value, 0);
    if (what !== undefined) return { field: name, holds: what };
  }
  return undefined;
}

function foreign(value: unknown, depth: number): string | undefined {
  if (value === null || value === undefined || typeof value === "string") return undefined;
  if (typeof value === "boolean") return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : "no real number";
  if (typeof value !== "object") return `a ${typeof value}`;
  if (depth > deepest) return "values inside each other without end";
  const inside: readonly unknown[] | undefined = Array.isArray(value) ? value : plain(value);
  if (inside === undefined) return `a ${value.constructor.name}`;
  for (const one of inside) {
    const what = foreign(one, depth + 1);
    if (what !== undefined) return what;
  }
  return undefined;
}

function plain(value: object): readonly unknown[] | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ? Object.values(value) : undefined;
}

export function unwrittenOf(
  kind: KindId,
  record: AnyRecord,
  { field, holds }: Unwritable,
): Unwritten {
  let title = "";
  try {
    title = findKind(kind).title(record).slice(0, longestTitle);
  } catch {
    // Its title is made of the very value that cannot be written: the id has to do.
  }
  return { kind, id: record.id, title, why: `its field ${field} holds ${holds}` };
}

/** A coverage report that names what could not be written; `named` false: only how many, for the file itself. */
export function withUnwritten(
  coverage: Coverage,
  unwritten: readonly Unwritten[],
  named: boolean,
): Coverage {
  if (unwritten.length === 0) return coverage;
  const records = { ...coverage.records };
  for (const { kind } of unwritten) records[kind] = Math.max(0, (records[kind] ?? 0) - 1);
  const lines = unwritten.map(({ kind, id, title, why }) => ({
    what: named
      ? `The ${findKind(kind).one} ${[title === "" ? "" : `“${title}”`, `(${id})`].filter(Boolean).join(" ")}`
      : `One ${findKind(kind).one}`,
    count: 1,
    why: `It could not be written: ${named ? why : "it holds what no file can"}`,
  }));
  const total = Math.max(0, coverage.total - unwritten.length);
  return { records, total, left_out: [...coverage.left_out, ...lines] };
}
