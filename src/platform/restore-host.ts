import type { Comparison, Difference } from "../core/compare/compare-archives.ts";
import { attempt, fail, type Outcome } from "../core/failure.ts";
import type { RestoreInterface } from "../core/job-tracker.ts";
import type {
  Drill,
  Incoming,
  Inspection,
  KeptBackup,
  NamedFile,
  PlannedRecord,
  RestorePlan,
  RestorePolicy,
  RestoreReceipt,
} from "../core/restore/contract.ts";
import { cutPage, type Page } from "./cut-page.ts";

/** A large value that stays in the worker, by number; or itself, where it came from elsewhere. */
export type Held<T> = { readonly held: number } | { readonly value: T };
/** The head of a value: its list is read in pages. */
export interface Kept<T> {
  readonly held: number;
  readonly head: T;
}
/** Records of a held plan that a person decided about, by their place in it. */
export type Decided = readonly (readonly [at: number, record: PlannedRecord])[];

type InspectOptions = NonNullable<Parameters<RestoreInterface["inspect"]>[1]>;
export type InspectionHead = Omit<Inspection, "incoming">;
type KeptTogether = Kept<InspectionHead> & { readonly taken: readonly number[] };
export type ComparisonHead = Omit<Comparison, "differences">;
export type PlanHead = Omit<RestorePlan, "inspection" | "records">;

/** The restore service as it is called across threads: failures are data, and nothing large crosses twice. */
export interface RestoreHost {
  inspect(file: Blob, options?: InspectOptions): Promise<Outcome<Kept<InspectionHead>>>;
  inspectTogether(
    files: readonly NamedFile[],
    options?: { readonly passphrase?: string },
  ): Promise<Outcome<KeptTogether | undefined>>;
  incoming(held: number, from: number): Promise<Outcome<Page<Incoming>>>;
  plan(inspection: Held<Inspection>, policy?: RestorePolicy): Promise<Outcome<Kept<PlanHead>>>;
  records(held: number, from: number): Promise<Outcome<Page<PlannedRecord>>>;
  run(plan: Held<RestorePlan>, decided?: Decided): Promise<Outcome<RestoreReceipt>>;
  undo(restoreId: string): Promise<Outcome<void>>;
  history(): Promise<Outcome<readonly RestoreReceipt[]>>;
  compare(
    before: Held<Inspection>,
    after?: Held<Inspection>,
  ): Promise<Outcome<Kept<ComparisonHead>>>;
  differences(held: number, from: number): Promise<Outcome<Page<Difference>>>;
  drill(inspection: Held<Inspection>): Promise<Outcome<Drill>>;
  kept(): Promise<Outcome<readonly KeptBackup[]>>;
  salvage(): Promise<Outcome<Blob | undefined>>;
  startAnew(): Promise<Outcome<void>>;
}

/** Only the last few are kept: a person works with one file at a time. */
const mostHeld = 6;

export function makeRestoreHost(service: RestoreInterface): RestoreHost {
  const kept = new Map<number, unknown>();
  let numbers = 0;
  const keep = (value: unknown): number => {
    const held = ++numbers;
    kept.set(held, value);
    for (const oldest of kept.keys()) if (kept.size > mostHeld) kept.delete(oldest);
    return held;
  };
  const keepInspection = (inspection: Inspection): Kept<InspectionHead> => {
    const { incoming: _incoming, ...head } = inspection;
    return { held: keep(inspection), head };
  };
  const open = <T>(from: Held<T>): T => {
    if ("value" in from) return from.value;
    const value = kept.get(from.held);
    if (value === undefined) fail({ code: "not-found", what: "What was read of this file" });
    // What is used stays: a file is planned again with every tick, and is itself the oldest.
    kept.delete(from.held);
    kept.set(from.held, value);
    return value as T;
  };
  return {
    inspect: (file, options) =>
      attempt(async () => keepInspection(await service.inspect(file, options))),
    inspectTogether: (files, options) =>
      attempt(async () => {
        const together = await service.inspectTogether(files, options);
        if (together === undefined) return undefined;
        return { ...keepInspection(together.inspection), taken: together.taken };
      }),
    incoming: (held, from) => attempt(() => cutPage(open<Inspection>({ held }).incoming, from)),
    plan: (inspection, policy) =>
      attempt(async () => {
        const plan = await service.plan(open(inspection), policy);
        const { inspection: _inspection, records: _records, ...head } = plan;
        return { held: keep(plan), head };
      }),
    records: (held, from) => attempt(() => cutPage(open<RestorePlan>({ held }).records, from)),
    run: (plan, decided = []) =>
      attempt(() => service.run(decided.length === 0 ? open(plan) : decide(open(plan), decided))),
    undo: (restoreId) => attempt(() => service.undo(restoreId)),
    history: () => attempt(() => service.history()),
    compare: (before, after) =>
      attempt(async () => {
        const { differences, ...head } = await service.compare(open(before), after && open(after));
        return { held: keep(differences), head };
      }),
    differences: (held, from) =>
      attempt(() => cutPage(open<readonly Difference[]>({ held }), from)),
    drill: (inspection) => attempt(() => service.drill(open(inspection))),
    kept: () => attempt(() => service.kept()),
    salvage: () => attempt(() => service.salvage()),
    startAnew: () => attempt(() => service.startAnew()),
  };
}

function decide(plan: RestorePlan, decided: Decided): RestorePlan {
  const records = [...plan.records];
  for (const [at, record] of decided) records[at] = record;
  return { ...plan, records, writes: records.filter(({ write }) => write !== undefined).length };
}
