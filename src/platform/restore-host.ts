import { attempt, fail, type Outcome } from "../core/failure.ts";
import type { RestoreInterface } from "../core/job-tracker.ts";
import type {
  Inspection,
  RestorePlan,
  RestorePolicy,
  RestoreReceipt,
} from "../core/restore/contract.ts";

/** A large value that stays in the worker, by number; or itself, where it came from elsewhere. */
export type Held<T> = { readonly held: number } | { readonly value: T };
export interface Kept<T> {
  readonly held: number;
  readonly value: T;
}

/** The restore service as it is called across threads: failures are data, and nothing large crosses twice. */
export interface RestoreHost {
  inspect(
    file: Blob,
    options?: { readonly name?: string; readonly passphrase?: string },
  ): Promise<Outcome<Kept<Inspection>>>;
  plan(inspection: Held<Inspection>, policy?: RestorePolicy): Promise<Outcome<Kept<RestorePlan>>>;
  run(plan: Held<RestorePlan>): Promise<Outcome<RestoreReceipt>>;
  undo(restoreId: string): Promise<Outcome<void>>;
  history(): Promise<Outcome<readonly RestoreReceipt[]>>;
}

/** Only the last few are kept: a person works with one file at a time. */
const mostHeld = 4;

export function makeRestoreHost(service: RestoreInterface): RestoreHost {
  const kept = new Map<number, unknown>();
  let numbers = 0;
  const keep = <T>(value: T): Kept<T> => {
    const held = ++numbers;
    kept.set(held, value);
    for (const old of kept.keys()) if (old <= held - mostHeld) kept.delete(old);
    return { held, value };
  };
  const open = <T>(from: Held<T>): T => {
    if ("value" in from) return from.value;
    const value = kept.get(from.held);
    if (value === undefined) fail({ code: "not-found", what: "What was read of this file" });
    return value as T;
  };
  return {
    inspect: (file, options) => attempt(async () => keep(await service.inspect(file, options))),
    plan: (inspection, policy) =>
      attempt(async () => keep(await service.plan(open(inspection), policy))),
    run: (plan) => attempt(() => service.run(open(plan))),
    undo: (restoreId) => attempt(() => service.undo(restoreId)),
    history: () => attempt(() => service.history()),
  };
}

/** The other end: looks like the service, and passes numbers for what the worker gave. */
export function makeRestoreClient(host: () => RestoreHost): RestoreInterface {
  const numbers = new WeakMap<object, number>();
  const take = <T extends object>(outcome: Outcome<Kept<T>>): T => {
    const { held, value } = unwrapKept(outcome);
    numbers.set(value, held);
    return value;
  };
  const give = <T extends object>(value: T): Held<T> => {
    const held = numbers.get(value);
    return held === undefined ? { value } : { held };
  };
  return {
    inspect: async (file, options) => take(await host().inspect(file, options)),
    plan: async (inspection, policy) => take(await host().plan(give(inspection), policy)),
    run: async (plan) => unwrapKept(await host().run(give(plan))),
    undo: async (restoreId) => unwrapKept(await host().undo(restoreId)),
    history: async () => unwrapKept(await host().history()),
  };
}

function unwrapKept<T>(outcome: Outcome<T>): T {
  return outcome.ok ? outcome.value : fail(outcome.failure);
}
