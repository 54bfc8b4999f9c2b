import { expect, test, vi } from "vitest";
import type { Records } from "../../src/core/job-tracker.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import { inspect } from "../../src/core/restore/inspect.ts";
import { planRestore } from "../../src/core/restore/plan-restore.ts";
import { runRestore } from "../../src/core/restore/run-restore.ts";
import { RestoreSession } from "../../src/state/restore.svelte.ts";
import { columnsKey, inspectAsBefore, keepColumns } from "../../src/state/restore-columns.ts";
import { RestoreStore } from "../support/restore-store.ts";

function settingsInMemory(): Pick<Records, "get" | "put"> {
  const kept = new Map<string, AnyRecord>();
  return {
    get: (_kind, id) => Promise.resolve(kept.get(id)),
    put: (_kind, record) => {
      kept.set(record.id, record as AnyRecord);
      return Promise.resolve();
    },
  };
}
const now = (): Date => new Date("2026-11-25T10:00:00Z");
const restore = {
  inspect: (file: Blob, options = {}) => inspect(file, { ...options, now }),
};
const table = (row: string): Blob => new Blob([`Company,Job Title,Extra Words\n${row}\n`]);

test("what was chosen for a header is used for the next table with it", async () => {
  const records = settingsInMemory();
  const one = await inspectAsBefore(restore, records, table("A,b,c"), { name: "1.csv" });
  await keepColumns(records, one, { "Extra Words": "notes" }, now());
  const next = await inspectAsBefore(restore, records, table("D,e,f"), { name: "2.csv" });
  expect(next.incoming[0]?.record).toMatchObject({ company: "D", notes: "f" });
});

test("another header is another table", () => {
  expect(columnsKey(["Company", "Title"])).toBe(columnsKey(["title ", "company"]));
  expect(columnsKey(["Company", "Title"])).not.toBe(columnsKey(["Company", "Titles"]));
});

test("two columns that are changed at once are both changed", async () => {
  const records = settingsInMemory();
  const store = new RestoreStore();
  const session = new RestoreSession({
    records,
    now,
    say: () => undefined,
    go: () => undefined,
    restore: {
      inspectTogether: () => Promise.resolve(undefined),
      ...restore,
      plan: (inspection, policy = { everywhere: "newest" }) =>
        planRestore(inspection, policy, store.ports),
      run: (plan) => runRestore(plan, store.ports),
      undo: () => Promise.resolve(),
      history: () => Promise.resolve([]),
      compare: () => Promise.reject(new Error("not here")),
      drill: () => Promise.reject(new Error("not here")),
      kept: () => Promise.resolve([]),
      salvage: () => Promise.resolve(undefined),
      startAnew: () => Promise.resolve(),
    },
  });
  session.take([{ file: new Blob(["Company,One,Two\nA,b,c\n"]), name: "1.csv" }]);
  await vi.waitUntil(() => session.phase.name === "seen");
  await Promise.all([session.mapColumn("One", "title"), session.mapColumn("Two", "notes")]);
  const { phase } = session;
  const seen = phase.name === "seen" ? phase.inspection.incoming[0]?.record : undefined;
  expect(seen).toMatchObject({ title: "b", notes: "c" });
});
