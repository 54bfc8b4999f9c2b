import { describe, expect, test } from "vitest";
import type { JobTracker } from "../../src/core/job-tracker.ts";
import { privatePlace, type Receipt } from "../../src/core/pipeline/ports.ts";
import { storedKindIds } from "../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import { Standing } from "../../src/state/standing.svelte.ts";

const backup = {
  exportId: "b1",
  status: "done",
  verified: "proved",
  startedAt: "2026-11-16T08:00:00.000Z",
  coverage: { records: { applications: 3 }, total: 3, left_out: [] },
  plan: {
    selection: { kinds: storedKindIds.map((kind) => ({ kind })), leftOut: [] },
    sanitization: { level: "none" },
  },
} as unknown as Receipt;

function record(id: string, created: string, updated: string, sample = false): AnyRecord {
  return { id, created_at: created, updated_at: updated, ...(sample ? { sample: true } : {}) };
}
function standingOf(applications: readonly AnyRecord[], history: readonly Receipt[]): Standing {
  const tracker = {
    records: {
      count: (kind: string) => Promise.resolve(kind === "applications" ? applications.length : 0),
      list: (
        kind: string,
        options: { where?: { op: string; field: string; value: string } } = {},
      ) => {
        const { where } = options;
        const all = kind === "applications" ? applications : [];
        if (where === undefined) return Promise.resolve(all);
        return Promise.resolve(
          where.op === "gt"
            ? all.filter((one) => String(one[where.field]) > where.value)
            : all.filter((one) => one.sample === true),
        );
      },
    },
    exports: { history: () => Promise.resolve(history) },
  } as unknown as Pick<JobTracker, "records" | "exports">;
  return new Standing(tracker);
}

describe("what is at risk", () => {
  test("is not lessened by a copy that lies in this browser: it would die with it", async () => {
    const own = [record("a", "2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z")];
    const standing = standingOf(own, [{ ...backup, place: privatePlace }]);
    await standing.read();
    expect(standing.phase).toMatchObject({ name: "known", risk: { changes: 1 } });
  });
  test("is everything of one's own while no backup was proved", async () => {
    const standing = standingOf(
      [
        record("a", "2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z"),
        record("s", "2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", true),
      ],
      [],
    );
    await standing.read();
    expect(standing.phase).toMatchObject({ name: "known", hasSample: true, risk: { changes: 1 } });
  });
  test("is what was added, edited and removed since the last proved one", async () => {
    const standing = standingOf(
      [
        record("kept", "2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z"),
        record("edited", "2026-11-01T00:00:00.000Z", "2026-11-20T00:00:00.000Z"),
        record("added", "2026-11-20T00:00:00.000Z", "2026-11-20T00:00:00.000Z"),
      ],
      [backup],
    );
    await standing.read();
    expect(standing.phase).toMatchObject({
      name: "known",
      risk: { added: 1, edited: 1, removed: 1, changes: 3 },
    });
  });
  test("is nothing in an empty app, which says so", async () => {
    const standing = standingOf([], []);
    expect(standing.isEmpty).toBe(false);
    await standing.read();
    expect(standing.isEmpty).toBe(true);
  });
});
