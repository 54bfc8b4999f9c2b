import type { KindId } from "../records/any-kind.ts";
import { findKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Incoming, Inspection, PlannedRecord, Policy, RestorePolicy } from "./contract.ts";
import type { Decision } from "./decide-record.ts";
import { decideRecord } from "./decide-record.ts";
import type { Existing, Matched } from "./match-records.ts";
import { matchById, matchRecords } from "./match-records.ts";
import { IdMap, remapIds } from "./remap-ids.ts";
import { seededId } from "./seeded-id.ts";

export interface PlannerInput {
  readonly inspection: Inspection;
  readonly policy: RestorePolicy;
  /** `kind/id` → when it was deleted here. */
  readonly deleted: ReadonlyMap<string, string>;
  readonly here: Existing;
  readonly now: string;
}

type Head = Pick<PlannedRecord, "kind" | "id" | "title" | "from">;
const leftOutWords = "You left it out";

/** Plans one import: match, decide, give copies their ids, then write references as they will be. */
export class Planner {
  readonly #ids = new IdMap();
  readonly #input: PlannerInput;
  readonly #hereIds: ReadonlySet<string>;
  readonly #foreign: boolean;
  readonly #without: ReadonlySet<string>;
  readonly #decisions = new Map<Incoming, Decision>();

  constructor(input: PlannerInput) {
    this.#input = input;
    this.#hereIds = new Set(
      [...input.here].flatMap(([kind, list]) => list.map(({ id }) => `${kind}/${id}`)),
    );
    this.#foreign = !input.inspection.source.startsWith("own-");
    this.#without = new Set(input.policy.without);
  }

  plan(): readonly PlannedRecord[] {
    const { inspection, here, policy } = this.#input;
    const match = policy.replaceAll === true ? matchById : matchRecords;
    const matched = match(inspection.incoming, here);
    for (const { incoming, here: one } of matched) {
      if (one !== undefined) this.#ids.set(incoming.kind, incoming.record.id, one.id);
    }
    const copied = new Set(matched.filter((one) => this.#isCopied(one)));
    for (const { incoming } of copied) this.#useCopy(incoming);
    for (const one of matched) if (!copied.has(one)) this.#decide(one);
    // Copies get their ids last: what refers to a record that stays keeps referring to it.
    for (const [incoming, { copy }] of this.#decisions) if (copy === true) this.#useCopy(incoming);
    return matched.map((one) => this.#plan(one));
  }

  #policyOf(kind: KindId): Policy {
    const { policy } = this.#input;
    return policy.replaceAll === true ? "replace" : (policy.byKind?.[kind] ?? policy.everywhere);
  }

  /** True when an earlier import of the same file made the copy that this one would make. */
  #isCopied({ incoming, here }: Matched): boolean {
    const { kind, record } = incoming;
    if (here === undefined || this.#policyOf(kind) !== "keep-both") return false;
    return this.#hereIds.has(`${kind}/${copyId(kind, record)}`);
  }

  #useCopy({ kind, record }: Incoming): void {
    this.#ids.set(kind, record.id, copyId(kind, record));
  }

  #decide({ incoming, here, natural }: Matched): void {
    if (here === undefined) return;
    const inFile = remapIds(incoming.kind, incoming.record, this.#ids);
    const context = { foreign: this.#foreign, natural: natural === true };
    const policy = this.#policyOf(incoming.kind);
    this.#decisions.set(incoming, decideRecord(incoming, inFile, here, policy, context));
  }

  #plan({ incoming, here, natural }: Matched): PlannedRecord {
    const { kind, record } = incoming;
    const inFile = remapIds(kind, record, this.#ids);
    const from = record.id === inFile.id ? {} : { from: record.id };
    const head: Head = { kind, id: inFile.id, title: findKind(kind).title(record), ...from };
    const decision = this.#decisions.get(incoming);
    const leftOut = this.#without.has(record.id);
    if (here === undefined) return this.#planNew(head, inFile, leftOut);
    if (decision === undefined) {
      return { ...head, verdict: "same", why: "The copy is here already" };
    }
    if (decision.copy === true) return this.#planCopy(head, decision, inFile, leftOut);
    const why = leftOut ? leftOutWords : decision.why;
    return {
      ...head,
      verdict: decision.verdict,
      ...(why === undefined ? {} : { why }),
      ...(natural === true ? { matched: here.id } : {}),
      ...(decision.changes.length === 0 ? {} : { changes: decision.changes }),
      ...(decision.write === undefined || leftOut ? {} : { write: this.#stamped(decision.write) }),
    };
  }

  /** A foreign file does not say when a record was changed here: now. */
  #stamped(write: AnyRecord): AnyRecord {
    return this.#foreign ? { ...write, updated_at: this.#input.now } : write;
  }

  #planNew(head: Head, inFile: AnyRecord, leftOut: boolean): PlannedRecord {
    const { deleted, policy } = this.#input;
    const deletedAt = deleted.get(`${head.kind}/${inFile.id}`);
    const back = policy.undelete === true || policy.replaceAll === true;
    if (deletedAt !== undefined && !back) {
      const why = `It was deleted here on ${deletedAt.slice(0, 10)}`;
      return { ...head, verdict: "deleted-here", why };
    }
    if (leftOut) return { ...head, verdict: "new", why: leftOutWords };
    return { ...head, verdict: "new", write: inFile };
  }

  #planCopy(head: Head, decision: Decision, inFile: AnyRecord, leftOut: boolean): PlannedRecord {
    const { verdict, changes } = decision;
    if (leftOut) return { ...head, verdict, changes, why: leftOutWords };
    const why = "Both are kept: the one in the file gets an id of its own";
    return { ...head, verdict, changes, why, write: inFile };
  }
}

/** An id of the content: the same file twice makes one copy. */
const copyId = (kind: KindId, record: AnyRecord): string =>
  seededId(`copy ${kind} ${JSON.stringify(record)}`);
