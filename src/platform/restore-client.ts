import { fail, type Outcome } from "../core/failure.ts";
import type { RestoreInterface } from "../core/job-tracker.ts";
import type { Inspection, PlannedRecord, RestorePlan } from "../core/restore/contract.ts";
import { allPages } from "./cut-page.ts";
import type { Decided, Held, InspectionHead, Kept, RestoreHost } from "./restore-host.ts";

/** The other end of `RestoreHost`: looks like the service, and passes numbers for what the worker gave. */
export function makeRestoreClient(host: () => RestoreHost): RestoreInterface {
  const numbers = new WeakMap<object, number>();
  /** The plan that a record came with, and its place there. */
  const places = new WeakMap<PlannedRecord, { readonly held: number; readonly at: number }>();
  const give = <T extends object>(value: T): Held<T> => {
    const held = numbers.get(value);
    return held === undefined ? { value } : { held };
  };
  const wholeOf = async ({ held, head }: Kept<InspectionHead>): Promise<Inspection> => {
    const incoming = await allPages(async (from) => unwrapped(await host().incoming(held, from)));
    const inspection = { ...head, incoming };
    numbers.set(inspection, held);
    return inspection;
  };
  return {
    inspect: async (file, options) => wholeOf(unwrapped(await host().inspect(file, options))),
    async inspectTogether(files, options) {
      const found = unwrapped(await host().inspectTogether(files, options));
      return found && { inspection: await wholeOf(found), taken: found.taken };
    },
    async plan(inspection, policy) {
      const { held, head } = unwrapped(await host().plan(give(inspection), policy));
      const records = await allPages(async (from) => unwrapped(await host().records(held, from)));
      records.forEach((record, at) => places.set(record, { held, at }));
      const plan: RestorePlan = { ...head, inspection, records };
      numbers.set(plan, held);
      return plan;
    },
    async run(plan) {
      const known = give(plan);
      const changed = "held" in known ? undefined : changesOf(plan, places);
      if (changed === undefined) return unwrapped(await host().run(known));
      return unwrapped(await host().run({ held: changed.held }, changed.decided));
    },
    undo: async (restoreId) => unwrapped(await host().undo(restoreId)),
    history: async () => unwrapped(await host().history()),
    async compare(before, after) {
      const other = after && give(after);
      const { held, head } = unwrapped(await host().compare(give(before), other));
      const page = async (from: number) => unwrapped(await host().differences(held, from));
      return { ...head, differences: await allPages(page) };
    },
    drill: async (inspection) => unwrapped(await host().drill(give(inspection))),
    kept: async () => unwrapped(await host().kept()),
    salvage: async () => unwrapped(await host().salvage()),
    startAnew: async () => unwrapped(await host().startAnew()),
  };
}

/**
 * A plan in which a person decided about some records is the held one and those records. Undefined where
 * it did not come from the worker in this order: then it crosses whole.
 */
function changesOf(
  plan: RestorePlan,
  places: WeakMap<PlannedRecord, { readonly held: number; readonly at: number }>,
): { readonly held: number; readonly decided: Decided } | undefined {
  const decided: (readonly [number, PlannedRecord])[] = [];
  let held: number | undefined;
  for (const [at, record] of plan.records.entries()) {
    const place = places.get(record);
    if (place === undefined) decided.push([at, record]);
    else if (place.at !== at || (held !== undefined && place.held !== held)) return undefined;
    else held = place.held;
  }
  return held === undefined ? undefined : { held, decided };
}

function unwrapped<T>(outcome: Outcome<T>): T {
  return outcome.ok ? outcome.value : fail(outcome.failure);
}
