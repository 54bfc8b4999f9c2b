import { describe, expect, test } from "vitest";
import { FailureError } from "../../src/core/failure.ts";
import type { RestoreInterface } from "../../src/core/job-tracker.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import { dryRunLines } from "../../src/core/restore/dry-run-lines.ts";
import { headline } from "../../src/core/restore/dry-run-words.ts";
import type {
  Inspection,
  PlannedRecord,
  RestorePlan,
  RestorePolicy,
} from "../../src/core/restore/contract.ts";
import { RestoreSession } from "../../src/state/restore.svelte.ts";

const record = (id: string, fields: Readonly<Record<string, unknown>> = {}): AnyRecord => ({
  id,
  created_at: "2026-10-01T08:00:00.000Z",
  updated_at: "2026-10-01T08:00:00.000Z",
  ...fields,
});

const inspection: Inspection = {
  name: "backup.json",
  source: "own-json",
  label: "Backup of Job Tracker Pro",
  kinds: { applications: 2, settings: 1 },
  skipped: [],
  refused: [{ row: "entry 88 of activities.json", why: "31.11.2026 is not a day" }],
  refusedMore: 2,
  warnings: [],
  incoming: [
    { kind: "applications", record: record("new"), where: "1" },
    {
      kind: "applications",
      record: record("both", { location: "Leiden", source: "File" }),
      where: "2",
    },
    { kind: "settings", record: record("theme"), where: "3" },
  ],
  bytes: new Map(),
  tombstones: [],
};
const conflict: PlannedRecord = {
  kind: "applications",
  id: "both",
  title: "Tessel",
  verdict: "conflict",
  changes: [
    { field: "location", here: "Oslo", inFile: "Leiden" },
    { field: "source", here: "Here", inFile: "File" },
  ],
};

function planOf(policy: RestorePolicy): RestorePlan {
  const without = new Set(policy.without);
  const taken: PlannedRecord = {
    kind: "applications",
    id: "new",
    title: "Viaduct",
    verdict: "new",
    ...(without.has("new") ? {} : { write: record("new") }),
  };
  const records = [taken, conflict];
  const counts = { new: 1, changed: 0, same: 0, conflict: 1, refused: 3, "deleted-here": 0 };
  const writes = records.filter(({ write }) => write !== undefined).length;
  return { inspection, policy, counts, records, writes };
}

function makeSession(change: Partial<RestoreInterface> = {}) {
  const ran: RestorePlan[] = [];
  const policies: RestorePolicy[] = [];
  const gone: string[] = [];
  const restore: RestoreInterface = {
    inspect: () => Promise.resolve(inspection),
    inspectTogether: () => Promise.resolve(undefined),
    plan: (_inspection, policy = { everywhere: "newest" }) => {
      policies.push(policy);
      return Promise.resolve(planOf(policy));
    },
    run: (plan) => {
      ran.push(plan);
      return Promise.resolve({
        restoreId: "r1",
        at: "2026-11-25T10:00:00.000Z",
        name: "backup.json",
        source: "own-json",
        counts: plan.counts,
        written: plan.writes,
        verified: true,
        message: "Imported.",
      });
    },
    undo: () => Promise.resolve(),
    history: () => Promise.resolve([]),
    compare: () => Promise.reject(new Error("not here")),
    drill: () => Promise.reject(new Error("not here")),
    kept: () => Promise.resolve([]),
    salvage: () => Promise.resolve(undefined),
    startAnew: () => Promise.resolve(),
    ...change,
  };
  const here = record("both", { location: "Oslo", source: "Here", title: "Lead" });
  const session = new RestoreSession({
    restore,
    records: { put: () => Promise.resolve(), get: () => Promise.resolve(here) },
    now: () => new Date("2026-11-25T10:00:00Z"),
    say: () => undefined,
    go: (hash) => gone.push(hash),
  });
  const drop = async () => {
    session.take([{ file: new Blob(["{}"]), name: "backup.json" }]);
    await settle();
  };
  return { session, ran, policies, gone, drop };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("a dropped file", () => {
  test("is shown as a dry run on its own screen, and nothing is written", async () => {
    const { session, ran, gone, drop } = makeSession();
    await drop();
    expect([session.phase.name, gone, ran]).toEqual(["seen", ["#/restore"], []]);
    expect(session.decided?.writes).toBe(1);
  });
  test("asks for its passphrase, again after a wrong one", async () => {
    const tried: (string | undefined)[] = [];
    const { session, drop } = makeSession({
      inspect: (_file, options = {}) => {
        tried.push(options.passphrase);
        if (options.passphrase === "right") return Promise.resolve(inspection);
        const code = options.passphrase === undefined ? "passphrase-missing" : "wrong-passphrase";
        return Promise.reject(new FailureError({ code }));
      },
    });
    await drop();
    expect(session.phase).toMatchObject({ name: "locked" });
    await session.unlock("wrong");
    expect(session.phase).toMatchObject({ name: "locked", failure: { code: "wrong-passphrase" } });
    await session.unlock("right");
    expect([session.phase.name, tried]).toEqual(["seen", [undefined, "wrong", "right"]]);
  });
  test("that cannot be read says so and can be tried again", async () => {
    let broken = true;
    const { session, drop } = makeSession({
      inspect: () =>
        broken
          ? Promise.reject(new FailureError({ code: "not-an-archive", name: "backup.json" }))
          : Promise.resolve(inspection),
    });
    await drop();
    expect(session.phase).toMatchObject({ name: "failed", failure: { code: "not-an-archive" } });
    broken = false;
    await session.again();
    expect(session.phase.name).toBe("seen");
  });
  test("of several waits for its turn", async () => {
    const { session } = makeSession();
    const file = new Blob(["{}"]);
    session.take([
      { file, name: "one.json" },
      { file, name: "two.json" },
    ]);
    await settle();
    expect(session.waiting.map(({ name }) => name)).toEqual(["two.json"]);
    session.leave();
    await settle();
    expect(session.phase).toMatchObject({ name: "seen", fileName: "two.json" });
  });
});

describe("deciding", () => {
  test("leaves settings out until they are ticked", async () => {
    const { session, policies, drop } = makeSession();
    await drop();
    expect(policies.at(-1)?.without).toEqual(["theme"]);
    await session.takeKind("settings", true);
    expect(policies.at(-1)?.without).toEqual([]);
  });
  test("plans anew when a record is unticked, and the button follows", async () => {
    const { session, drop } = makeSession();
    await drop();
    const taken = session.decided?.records[0];
    if (taken === undefined) throw new Error("no record");
    await session.tick(taken, false);
    expect([session.decisions.isTicked(taken), session.decided?.writes]).toEqual([false, 0]);
  });
  test("takes the copy of the file on top of what else is here", async () => {
    const { session, ran, drop } = makeSession();
    await drop();
    await session.choose(conflict, "file");
    expect(session.decided?.writes).toBe(2);
    await session.run();
    expect(ran[0]?.records[1]?.write).toMatchObject({
      id: "both",
      location: "Leiden",
      source: "File",
      title: "Lead",
    });
  });
  test("takes field by field", async () => {
    const { session, drop } = makeSession();
    await drop();
    await session.choose(conflict, { fields: { location: "file", source: "here" } });
    const write = session.decided?.records[1]?.write;
    expect(write).toMatchObject({ location: "Leiden", source: "Here" });
    await session.choose(conflict, "here");
    expect(session.decided?.records[1]).not.toHaveProperty("write");
  });
  test("decides a whole group at once", async () => {
    const { session, drop } = makeSession();
    await drop();
    await session.chooseAll("conflict", "file");
    expect(session.decided?.writes).toBe(2);
    await session.tickAll("new", false);
    expect(session.decided?.writes).toBe(1);
  });
  test("forgets the decisions with the file", async () => {
    const { session, drop } = makeSession();
    await drop();
    await session.choose(conflict, "file");
    session.leave();
    await drop();
    expect(session.decisions.sideOf(conflict)).toBeUndefined();
  });
});

describe("importing", () => {
  test("ends with a receipt that can be taken back", async () => {
    const { session, drop } = makeSession();
    await drop();
    await session.run();
    expect(session.phase).toMatchObject({ name: "done", receipt: { written: 1, verified: true } });
    await session.undo("r1");
    expect(session.phase.name).toBe("idle");
  });
  test("that fails keeps the file at hand", async () => {
    const { session, drop } = makeSession({
      run: () => Promise.reject(new FailureError({ code: "storage-full" })),
    });
    await drop();
    await session.run();
    expect(session.phase).toMatchObject({ name: "failed", failure: { code: "storage-full" } });
    await session.again();
    expect(session.phase.name).toBe("seen");
  });
});

describe("the dry run in words", () => {
  const plan = planOf({ everywhere: "newest" });
  test("puts first what needs a person, and counts what is not listed", () => {
    const lines = dryRunLines(plan, false);
    const heads = lines.flatMap((line) => (line.type === "head" ? [[line.label, line.count]] : []));
    expect(heads).toEqual([
      ["Needs you", 4],
      ["New", 1],
    ]);
    expect(lines.some((line) => line.type === "more" && line.count === 2)).toBe(true);
  });
  test("says the number that the button carries", () => {
    expect(headline(plan, "en-GB")).toBe(
      "1 record would change here. 1 was edited on both sides, 3 cannot be imported.",
    );
    expect(
      headline(
        { ...plan, writes: 0, counts: { ...plan.counts, conflict: 0, refused: 0 } },
        "en-GB",
      ),
    ).toBe("Nothing would change here.");
  });
});
