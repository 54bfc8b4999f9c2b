import type { JobTracker } from "../../core/job-tracker.ts";
import type { ExportPlan } from "../../core/plan/plan.ts";
import { findKind, type KindId } from "../../core/records/any-kind.ts";
import type { AnyRecord } from "../../core/records/stored-record.ts";
import type { Level, Pii } from "../../core/request/request.ts";
import { piiOf } from "../../core/sanitize/pii-types.ts";
import type { Sanitization } from "../../core/sanitize/sanitization.ts";

export interface RemovalGroup {
  readonly words: string;
  readonly count: number;
}
export interface Removals {
  readonly total: number;
  readonly records: number;
  readonly groups: readonly RemovalGroup[];
}

const groupOfPii: Readonly<Partial<Record<Pii, string>>> = {
  name: "people",
  company: "companies",
  email: "e-mails",
  phone: "phone numbers",
  address: "addresses",
  url: "links and profiles",
  salary: "salaries",
  secret: "passwords, tokens, keys",
  notes: "notes",
  date: "dates",
  title: "job titles",
};
/** What a find or a field is in a list of counts. */
export function groupOf(pii: Pii): string {
  return groupOfPii[pii] ?? "ids and account numbers";
}

export type Tally = Record<string, number>;

function add(tally: Tally, group: string): void {
  tally[group] = (tally[group] ?? 0) + 1;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap(textsIn);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/** Adds what leaves one record: finds in free text, and fields that are replaced or left out whole. */
export function tallyRecord(
  tally: Tally,
  kind: KindId,
  record: AnyRecord,
  sanitizer: JobTracker["sanitizer"],
  sanitization: Sanitization,
): void {
  const clean: Readonly<Record<string, unknown>> = sanitizer.sanitizeRecord(
    kind,
    record,
    sanitization,
  );
  for (const [name, field] of Object.entries(findKind(kind).fields)) {
    const before = record[name];
    if (
      before === undefined ||
      before === null ||
      JSON.stringify(before) === JSON.stringify(clean[name])
    )
      continue;
    const finds =
      field.sensitivity === "free-text" || field.sensitivity === "plain"
        ? textsIn(before).flatMap((text) => sanitizer.find(text, findLevel(sanitization.level)))
        : [];
    for (const find of finds) add(tally, groupOf(piiOf(find.type)));
    if (finds.length === 0) add(tally, groupOf(field.pii ?? "notes"));
  }
}
/** Own lists are looked for on top of everything a level knows. */
function findLevel(level: Level): Level {
  return level === "custom" ? "strict" : level;
}

export function sumUp(tally: Tally, records: number): Removals {
  const groups = Object.entries(tally)
    .map(([words, count]) => ({ words, count }))
    .toSorted((a, b) => b.count - a.count);
  return { records, groups, total: groups.reduce((sum, { count }) => sum + count, 0) };
}

/** Works in slices of a few milliseconds, so that typing is never held up. */
export class Pacer {
  #until = 0;
  async breathe(sliceMilliseconds = 10): Promise<void> {
    if (performance.now() < this.#until) return;
    await new Promise((resume) => setTimeout(resume));
    this.#until = performance.now() + sliceMilliseconds;
  }
}

/** Counts what a plan would remove, on the records it takes; at most `most` of each kind. */
export async function countRemovals(
  tracker: Pick<JobTracker, "records" | "sanitizer">,
  plan: ExportPlan,
  signal: AbortSignal,
  most = 2000,
): Promise<Removals> {
  const tally: Tally = {};
  const pacer = new Pacer();
  let records = 0;
  for (const { kind, where, limit } of plan.selection.kinds) {
    if (findKind(kind).derived === true) continue;
    const list = await tracker.records.list(kind, {
      ...(where === undefined ? {} : { where }),
      limit: Math.min(limit ?? most, most),
    });
    for (const record of list) {
      signal.throwIfAborted();
      tallyRecord(tally, kind, record, tracker.sanitizer, plan.sanitization);
      await pacer.breathe();
    }
    records += list.length;
  }
  return sumUp(tally, records);
}
