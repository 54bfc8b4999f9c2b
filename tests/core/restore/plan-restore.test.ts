import { describe, expect, test } from "vitest";
import type { KindId } from "../../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";
import type { Inspection, Policy, RestorePolicy } from "../../../src/core/restore/contract.ts";
import { planRestore } from "../../../src/core/restore/plan-restore.ts";
import { runRestore } from "../../../src/core/restore/run-restore.ts";
import { RestoreStore } from "../../support/restore-store.ts";

const day = (n: number): string => `2026-11-${String(n).padStart(2, "0")}T09:00:00Z`;
const application = (id: string, updated: number, more: object = {}): AnyRecord => ({
  id,
  company: "Ottermill Labs",
  title: "Engineer",
  status: "applied",
  created_at: day(1),
  updated_at: day(updated),
  ...more,
});
function inspection(records: readonly (readonly [KindId, AnyRecord])[], more = {}): Inspection {
  return {
    name: "backup.json",
    source: "own-json",
    label: "Export",
    kinds: {},
    skipped: [],
    refused: [],
    refusedMore: 0,
    warnings: [],
    incoming: records.map(([kind, record], at) => ({ kind, record, where: `entry ${String(at)}` })),
    bytes: new Map(),
    tombstones: [],
    ...more,
  };
}
async function restore(store: RestoreStore, file: Inspection, policy: RestorePolicy) {
  const plan = await planRestore(file, policy, store.ports);
  const receipt = await runRestore(plan, store.ports);
  return { plan, receipt };
}
const policies: readonly Policy[] = ["skip", "replace", "newest", "keep-both", "merge"];

describe("a restore into an empty app", () => {
  test("takes every record exactly as it is in the file", async () => {
    const store = new RestoreStore();
    const record = application("a1", 3, { extra: { mood: "hopeful" } });
    const { plan, receipt } = await restore(store, inspection([["applications", record]]), {
      everywhere: "newest",
    });
    expect(plan.counts.new).toBe(1);
    expect(store.list("applications")).toEqual([record]);
    expect(receipt).toMatchObject({ written: 1, verified: true });
    expect(receipt.message).toBe("Imported 1 application. Read back and compared: equal.");
  });
});

describe("the same file twice", () => {
  test.each(policies)("brings nothing new under the policy %s", async (everywhere) => {
    const store = new RestoreStore();
    store.put("applications", application("a1", 2), application("a2", 9, { notes: "mine" }));
    const file = inspection([
      ["applications", application("a1", 5, { status: "offer" })],
      ["applications", application("a2", 4, { notes: "theirs" })],
      ["applications", application("a3", 4, { title: "Tester" })],
      ["interviews", { id: "i1", application_id: "a1", created_at: day(1), updated_at: day(1) }],
    ]);
    await restore(store, file, { everywhere });
    const after = store.all();
    const commits = store.commits;
    const second = await restore(store, file, { everywhere });
    expect(second.plan.writes).toBe(0);
    expect(second.receipt.message).toBe("Everything in this file is here already.");
    expect(store.all()).toEqual(after);
    expect(store.commits).toBe(commits);
  });
});

describe("a record that differs", () => {
  const here = application("a1", 2, { notes: "mine", tags: ["a"] });
  const newer = application("a1", 5, { notes: "theirs", tags: ["a", "b"], location: "Oslo" });
  const older = application("a1", 1, { notes: "old", tags: ["c"], location: "Bergen" });

  async function outcome(file: AnyRecord, everywhere: Policy) {
    const store = new RestoreStore();
    store.put("applications", here);
    const { plan } = await restore(store, inspection([["applications", file]]), { everywhere });
    return { verdict: plan.records[0]?.verdict, records: store.list("applications"), plan };
  }

  test("is left under skip and taken under replace", async () => {
    expect((await outcome(newer, "skip")).records).toEqual([here]);
    expect((await outcome(older, "replace")).records).toEqual([older]);
  });

  test("is taken under newest only when the one in the file is newer", async () => {
    expect((await outcome(newer, "newest")).records).toEqual([newer]);
    expect((await outcome(older, "newest")).records).toEqual([here]);
  });

  test("stands beside the one here under keep-both, with an id of its own", async () => {
    const { records } = await outcome(newer, "keep-both");
    expect(records).toHaveLength(2);
    expect(records).toContainEqual(here);
    expect(new Set(records.map(({ id }) => id)).size).toBe(2);
  });

  test("is merged field by field: lists joined, blanks filled, the newer one believed", async () => {
    expect((await outcome(newer, "merge")).records[0]).toMatchObject({
      notes: "theirs",
      tags: ["a", "b"],
      location: "Oslo",
    });
    expect((await outcome(older, "merge")).records[0]).toMatchObject({
      notes: "mine",
      tags: ["a", "c"],
      location: "Bergen",
    });
  });

  test("names each field with both values", async () => {
    const { plan } = await outcome(newer, "newest");
    expect(plan.records[0]?.changes).toContainEqual({
      field: "notes",
      here: "mine",
      inFile: "theirs",
    });
  });

  test("is a conflict when it cannot be told which is newer", async () => {
    const { verdict, records } = await outcome(application("a1", 2, { notes: "x" }), "newest");
    expect(verdict).toBe("conflict");
    expect(records).toEqual([here]);
  });
});

describe("ids", () => {
  test("stay consistent when a record is known by what it says", async () => {
    const store = new RestoreStore();
    store.put("applications", application("here-1", 2, { url: "https://www.example.com/j/1/" }));
    const file = inspection([
      ["applications", application("file-1", 2, { url: "http://example.com/j/1" })],
      [
        "interviews",
        { id: "i1", application_id: "file-1", created_at: day(1), updated_at: day(1) },
      ],
    ]);
    const { plan } = await restore(store, file, { everywhere: "newest" });
    expect(plan.records[0]?.matched).toBe("here-1");
    expect(store.list("applications")).toHaveLength(1);
    expect(store.list("interviews")[0]?.["application_id"]).toBe("here-1");
  });

  test("of copies are written into everything new that refers to them", async () => {
    const store = new RestoreStore();
    store.put("applications", application("a1", 2));
    const file = inspection([
      ["applications", application("a1", 5, { status: "offer" })],
      [
        "contacts",
        { id: "c1", name: "Zoë", application_ids: ["a1"], created_at: day(1), updated_at: day(1) },
      ],
    ]);
    await restore(store, file, { everywhere: "keep-both" });
    const copy = store.list("applications").find(({ id }) => id !== "a1");
    expect(store.list("contacts")[0]?.["application_ids"]).toEqual([copy?.id]);
  });

  test("of two records of the file never become one record here", async () => {
    const store = new RestoreStore();
    store.put("applications", application("here-1", 2));
    const file = inspection([
      ["applications", application("f1", 2)],
      ["applications", application("f2", 2)],
    ]);
    await restore(store, file, { everywhere: "newest" });
    expect(store.list("applications")).toHaveLength(2);
  });
});

describe("what was deleted here", () => {
  const file = inspection([["applications", application("a1", 5)]]);
  const gone = { kind: "applications", id: "a1", deletedAt: "2026-11-20T08:00:00Z" } as const;

  test("does not come back by a merge, and is said", async () => {
    const store = new RestoreStore();
    store.tombstones.push(gone);
    const { plan } = await restore(store, file, { everywhere: "merge" });
    expect(plan.counts["deleted-here"]).toBe(1);
    expect(plan.records[0]?.why).toContain("2026-11-20");
    expect(store.list("applications")).toEqual([]);
  });

  test("comes back when that is wished", async () => {
    const store = new RestoreStore();
    store.tombstones.push(gone);
    await restore(store, file, { everywhere: "merge", undelete: true });
    expect(store.list("applications")).toHaveLength(1);
  });
});

describe("replacing everything", () => {
  test("leaves exactly what is in the file", async () => {
    const store = new RestoreStore();
    store.put("applications", application("a1", 9), application("a2", 9));
    store.put("memories", { id: "m1", text: "x", created_at: day(1), updated_at: day(1) });
    const file = application("a1", 5, { status: "offer" });
    const { plan, receipt } = await restore(store, inspection([["applications", file]]), {
      everywhere: "newest",
      replaceAll: true,
    });
    expect(store.list("applications")).toEqual([file]);
    expect(store.list("memories")).toEqual([]);
    expect(plan.removes).toHaveLength(2);
    expect(receipt.verified).toBe(true);
  });
});

describe("bytes of documents", () => {
  const record = { id: "d1", name: "cv.pdf", created_at: day(1), updated_at: day(1) };
  const bytes = new Map([["d1", new Blob(["%PDF"])]]);

  test("come even when the record is here already without them", async () => {
    const store = new RestoreStore();
    store.put("documents", record);
    const file = inspection([["documents", record]], { bytes });
    const { plan } = await restore(store, file, { everywhere: "newest" });
    expect(plan.records[0]?.why).toBe("Its bytes are not here yet");
    expect(store.blobs.has("d1")).toBe(true);
    expect((await restore(store, file, { everywhere: "newest" })).plan.writes).toBe(0);
  });
});

describe("a foreign file", () => {
  test("fills in what is empty and contradicts nothing without being asked", async () => {
    const store = new RestoreStore();
    store.put(
      "applications",
      application("here", 2, { url: "https://x.example/1", notes: "mine" }),
    );
    const file = inspection(
      [
        [
          "applications",
          application("f1", 9, { url: "https://x.example/1", location: "Oslo", notes: "other" }),
        ],
      ],
      { source: "linkedin" },
    );
    const merged = await restore(store, file, { everywhere: "merge" });
    expect(merged.plan.counts.conflict).toBe(1);
    expect(store.list("applications")[0]).toMatchObject({ notes: "mine", location: "Oslo" });
    expect((await restore(store, file, { everywhere: "merge" })).plan.writes).toBe(0);
  });
});

describe("a record left out by hand", () => {
  test("is not written", async () => {
    const store = new RestoreStore();
    const file = inspection([
      ["applications", application("a1", 1)],
      ["applications", application("a2", 1, { title: "Tester" })],
    ]);
    const { plan } = await restore(store, file, { everywhere: "newest", without: ["a1"] });
    expect(plan.writes).toBe(1);
    expect(store.list("applications").map(({ id }) => id)).toEqual(["a2"]);
  });
});
