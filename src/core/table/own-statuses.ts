import type { Stage } from "../kinds/applications.ts";
import { statuses } from "../kinds/applications.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { stagesOf, statusOf } from "./board.ts";

/** The setting that holds the names in their order, so that a backup brings them back. */
export const ownStatusesKey = "own_statuses";

const given = new Set<string>(statuses);

/** What is stored in the setting, as far as it is a list of names. */
export function readOwnStatuses(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const names = value.filter((one): one is string => typeof one === "string" && one !== "");
  return [...new Set(names)].filter((name) => !given.has(name));
}

/** The kept names in their order, then those that only applications have, by name. */
export function ownStatuses(
  records: readonly AnyRecord[],
  kept: readonly string[],
): readonly string[] {
  const seen = new Set(records.map(statusOf));
  for (const name of [...statuses, ...kept]) seen.delete(name);
  return [...kept, ...[...seen].sort()];
}

/** The name as it is kept, or why it cannot be one. `before` is the name that it replaces. */
export function checkStatusName(
  text: string,
  own: readonly string[],
  before?: string,
): { readonly name: string } | { readonly why: string } {
  const name = text.replace(/\s+/gu, " ").trim();
  if (name === "") return { why: "A status needs a name." };
  if (name.length > 60) return { why: "A name of a status has 60 characters at most." };
  const folded = name.toLowerCase();
  const others = [...statuses, ...own].filter((one) => one !== before);
  if (others.some((one) => one.toLowerCase() === folded)) {
    return { why: `There is a status “${name}” already.` };
  }
  return { name };
}

/** One name one place up (-1) or down (1); at the ends it stays. */
export function moveStatus(own: readonly string[], name: string, by: number): readonly string[] {
  const at = own.indexOf(name);
  const to = at + by;
  if (at < 0 || to < 0 || to >= own.length) return own;
  return own.toSpliced(at, 1).toSpliced(to, 0, name);
}

/** The application under the new name, now and in its history; the same object where it never had it. */
export function renameStatus(record: AnyRecord, from: string, to: string): AnyRecord {
  const stages = stagesOf(record);
  const had = stages.some((stage) => stage.status === from);
  if (record["status"] !== from && !had) return record;
  const renamed = stages.map((stage): Stage =>
    stage.status === from ? { ...stage, status: to } : stage,
  );
  return {
    ...record,
    ...(record["status"] === from && { status: to }),
    ...(had && { stages: renamed }),
  };
}
