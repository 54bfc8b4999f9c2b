import type { KindId } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import { chooseSides, sideKey, type Decided, type Side } from "../core/restore/choose-sides.ts";
import type {
  Inspection,
  PlannedRecord,
  RestorePlan,
  RestorePolicy,
} from "../core/restore/contract.ts";

/** What a person has decided about one import; forgotten with its file. */
export class RestoreDecisions {
  policy = $state.raw<RestorePolicy>({ everywhere: "newest" });
  /** What changed is merged although the whole copy that it builds on is missing. */
  withoutBase = $state(false);
  leftOut = $state.raw<ReadonlySet<KindId>>(new Set());
  #sides = $state.raw<ReadonlyMap<string, Decided>>(new Map());
  #unticked = $state.raw<ReadonlySet<string>>(new Set());

  /** The plan with every decision about single records in it. */
  applyTo(plan: RestorePlan): RestorePlan {
    return chooseSides(plan, this.#sides);
  }

  /** Unticked kinds and records travel as ids not to take. */
  policyFor(inspection: Inspection): RestorePolicy {
    // What was deleted in a chain is left out with its kind.
    const stones = inspection.tombstones.filter(({ kind }) => this.leftOut.has(kind));
    const without = inspection.incoming
      .filter(
        ({ kind, record }) =>
          this.leftOut.has(kind) || this.#unticked.has(sideKey({ kind, id: record.id })),
      )
      .map(({ record }) => record.id);
    return { ...this.policy, without: [...without, ...stones.map(({ id }) => id)] };
  }

  takeKind(kind: KindId, on: boolean): void {
    this.leftOut = withMember(this.leftOut, kind, !on);
  }

  isTicked(record: PlannedRecord): boolean {
    return !this.#unticked.has(sideKey(record));
  }

  tick(records: readonly PlannedRecord[], on: boolean): void {
    let unticked = this.#unticked;
    for (const record of records) unticked = withMember(unticked, sideKey(record), !on);
    this.#unticked = unticked;
  }

  sideOf(record: PlannedRecord): Side | undefined {
    return this.#sides.get(sideKey(record))?.side;
  }

  /** `hereOf` reads the record that stands here, on top of which the taken fields go. */
  async choose(
    records: readonly PlannedRecord[],
    side: Side,
    hereOf: (record: PlannedRecord) => Promise<AnyRecord | undefined>,
  ): Promise<void> {
    const sides = new Map(this.#sides);
    for (const record of records) {
      const here = await hereOf(record);
      if (here !== undefined) sides.set(sideKey(record), { side, here });
    }
    this.#sides = sides;
  }

  /** Decisions about single records: they are other records once a table is read in another way. */
  forgetRecords(): void {
    this.#sides = new Map();
    this.#unticked = new Set();
  }

  forget(): void {
    this.forgetRecords();
    this.policy = { everywhere: "newest" };
    this.withoutBase = false;
  }
}

function withMember<T>(set: ReadonlySet<T>, member: T, inside: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (inside) next.add(member);
  else next.delete(member);
  return next;
}
