import { fail } from "../failure.ts";
import type { Before, Change, RecordRef, RecordStore } from "./record-store.ts";

const deepest = 30;

interface Step {
  readonly label: string;
  readonly forth: Change;
  readonly back: Change;
}

/** What this tab changed, so that it can be taken back and made again, several steps deep. */
export interface ChangeHistory {
  /** Commits `change` and remembers how to take it back. */
  commit(label: string, change: Change, check?: (before: Before) => void): Promise<void>;
  undo(): Promise<string | undefined>;
  redo(): Promise<string | undefined>;
}

export function makeChangeHistory(store: RecordStore): ChangeHistory {
  const done: Step[] = [];
  const undone: Step[] = [];
  return {
    async commit(label, change, check) {
      const back = await store.apply(change, check);
      done.push({ label, forth: change, back });
      if (done.length > deepest) done.shift();
      undone.length = 0;
    },
    async undo() {
      const step = done.at(-1);
      if (step === undefined) return undefined;
      await store.apply(step.back, refuseIfChangedSince(step.forth, step.back));
      done.pop();
      undone.push(step);
      return step.label;
    },
    async redo() {
      const step = undone.at(-1);
      if (step === undefined) return undefined;
      await store.apply(step.forth, refuseIfChangedSince(step.back, step.forth));
      undone.pop();
      done.push(step);
      return step.label;
    },
  };
}

const refKey = (ref: RecordRef): string => `${ref.kind}/${ref.id}`;

/** A step is only replayed over what it left itself: later edits, here or in another tab, are kept. */
function refuseIfChangedSince(last: Change, next: Change): (before: Before) => void {
  const left = new Map(
    last.puts.map(({ kind, record }) => [refKey({ kind, id: record.id }), record.updated_at]),
  );
  const refs = [...next.removes, ...next.puts.map(({ kind, record: { id } }) => ({ kind, id }))];
  return (before) => {
    for (const ref of refs) {
      const here = before(ref)?.updated_at;
      if (here !== left.get(refKey(ref))) {
        fail({ code: "edited-elsewhere", what: "The record", at: here ?? "an unknown time" });
      }
    }
  };
}
