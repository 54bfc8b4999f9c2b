import type { KindId } from "../core/records/any-kind.ts";
import { findKind } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import type { Failure } from "../core/failure.ts";
import { boardOrderKey, readBoardOrder } from "../core/table/board-order.ts";
import { moveToStatus } from "../core/table/board.ts";
import { capitalize, localInstant } from "../core/table/field-text.ts";
import { countOf } from "../core/words/format-count.ts";
import { weeklyGoalKey } from "../core/table/weekly-goal.ts";
import type { TrackerPorts } from "./tracker-ports.ts";
import { failureOf } from "./tracker-ports.ts";

type Edit = (record: AnyRecord) => AnyRecord;

export type EditsPhase =
  | { readonly name: "idle" }
  | { readonly name: "saving" }
  | { readonly name: "failed"; readonly failure: Failure; readonly again: () => Promise<void> };

/** Changes to one or many records of a kind, each said in a toast that can take it back. */
export class TrackerEdits {
  phase = $state.raw<EditsPhase>({ name: "idle" });
  readonly #ports: TrackerPorts;

  constructor(ports: TrackerPorts) {
    this.#ports = ports;
  }

  dismiss(): void {
    this.phase = { name: "idle" };
  }

  setStatus(ids: readonly string[], status: string): Promise<void> {
    const at = localInstant(this.#ports.now());
    const edit: Edit = (record) => moveToStatus(record, status, at);
    return this.#change(
      "applications",
      ids,
      edit,
      (what) => `${what} moved to ${capitalize(status)}.`,
    );
  }

  /** A card to a place on the board: its status and the order of that column, in one step. */
  place(id: string, status: string, placed: readonly string[]): Promise<void> {
    return this.guard(async () => {
      const { records, say, undo } = this.#ports;
      const record = await records.get("applications", id);
      if (record === undefined) return;
      const moved = moveToStatus(record, status, localInstant(this.#ports.now()));
      const stored = await records.get("settings", boardOrderKey);
      const value = { ...readBoardOrder(stored?.["value"]), [status]: placed };
      const name = this.#nameOf("applications", record, 1);
      const where = moved === record ? "to another place" : `to ${capitalize(status)}`;
      const order = { ...(stored ?? { id: boardOrderKey, key: boardOrderKey }), value };
      const card = {
        kind: "applications",
        record: moved,
        expected: record.updated_at,
      } as const;
      await records.putMany(
        [...(moved === record ? [] : [card]), { kind: "settings", record: order }],
        { label: `${name} moved ${where}.` },
      );
      say({ text: `${name} moved ${where}.`, undo, key: "Ctrl Z" });
    });
  }

  /** 0 takes the goal away. */
  setGoal(goal: number): Promise<void> {
    return this.guard(async () => {
      const { records, say, undo } = this.#ports;
      const stored = await records.get("settings", weeklyGoalKey);
      const text = goal === 0 ? "The weekly goal is gone." : `The goal is ${String(goal)} a week.`;
      const record = { ...(stored ?? { id: weeklyGoalKey, key: weeklyGoalKey }), value: goal };
      await records.putMany([{ kind: "settings", record }], { label: text });
      say({ text, undo, key: "Ctrl Z" });
    });
  }

  addTags(kind: KindId, ids: readonly string[], tags: readonly string[]): Promise<void> {
    const edit: Edit = (record) => {
      const before = Array.isArray(record["tags"]) ? (record["tags"] as readonly string[]) : [];
      const after = [...new Set([...before, ...tags])];
      return after.length === before.length ? record : { ...record, tags: after };
    };
    return this.#change(kind, ids, edit, (what) => `${what} tagged ${tags.join(", ")}.`);
  }

  setFields(
    kind: KindId,
    ids: readonly string[],
    fields: Readonly<Record<string, unknown>>,
    words: string,
  ): Promise<void> {
    return this.#change(
      kind,
      ids,
      (record) => ({ ...record, ...fields }),
      (what) => `${what} ${words}.`,
    );
  }

  remove(kind: KindId, ids: readonly string[]): Promise<void> {
    return this.guard(async () => {
      const { records, say } = this.#ports;
      const only = ids.length === 1 ? await records.get(kind, ids[0] ?? "") : undefined;
      await records.remove(kind, ids);
      const what = this.#nameOf(kind, only, ids.length);
      say({ text: `${what} deleted.`, undo: this.#ports.undo, key: "Ctrl Z" });
    });
  }

  #change(
    kind: KindId,
    ids: readonly string[],
    edit: Edit,
    words: (what: string) => string,
  ): Promise<void> {
    return this.guard(async () => {
      const found = await Promise.all(ids.map((id) => this.#ports.records.get(kind, id)));
      const before = found.filter((record) => record !== undefined);
      const changed = before.filter((record) => edit(record) !== record);
      if (changed.length === 0) return;
      const what = this.#nameOf(
        kind,
        changed.length === 1 ? changed[0] : undefined,
        changed.length,
      );
      const text = words(what);
      await this.#ports.records.putMany(
        changed.map((record) => ({ kind, record: edit(record), expected: record.updated_at })),
        { label: text },
      );
      this.#ports.say({ text, undo: this.#ports.undo, key: "Ctrl Z" });
    });
  }

  #nameOf(kind: KindId, only: AnyRecord | undefined, count: number): string {
    const { one, label, title } = findKind(kind);
    if (only === undefined) return countOf(count, one, this.#ports.locale(), label.toLowerCase());
    const company = only["company"];
    const name = kind === "applications" && typeof company === "string" ? company : title(only);
    return name === "" ? capitalize(one) : name;
  }

  /** Runs a change; one that fails stays, with its failure and a way to try it again. */
  async guard(work: () => Promise<void>): Promise<void> {
    this.phase = { name: "saving" };
    try {
      await work();
      this.phase = { name: "idle" };
    } catch (error) {
      this.phase = { name: "failed", failure: failureOf(error), again: () => this.guard(work) };
    }
  }
}
