import { describe, expect, test } from "vitest";
import type { ExportPlan } from "../../src/core/plan/plan.ts";
import type { Receipt } from "../../src/core/pipeline/ports.ts";
import type { RestoreReceipt } from "../../src/core/restore/contract.ts";
import type { Schedule } from "../../src/core/schedule/schedule.ts";
import { storedKindIds } from "../../src/core/records/any-kind.ts";
import { filterEntries, listEntries } from "../../src/state/history/entries.ts";
import { isProvedBackup } from "../../src/state/proved-backup.ts";

const plan: ExportPlan = {
  v: 1,
  sentence: "backup everything encrypted",
  said: { v: 1, intent: "export" },
  today: "2026-11-25",
  selection: { kinds: storedKindIds.map((kind) => ({ kind })), leftOut: [] },
  sanitization: { level: "none" },
  formats: ["json"],
  container: "vault",
  withBytes: true,
  destination: "ask",
  fileName: "backup.jtb",
  title: "Backup",
};
function receipt(exportId: string, startedAt: string, more: Partial<Receipt> = {}): Receipt {
  return {
    v: 1,
    exportId,
    status: "done",
    sentence: "backup everything encrypted",
    plan,
    startedAt,
    fileName: "backup.jtb",
    mediaType: "application/octet-stream",
    bytes: 1000,
    sha256: "ab".repeat(32),
    records: 12,
    coverage: { records: {}, total: 12, left_out: [] },
    verified: "proved",
    proof: "",
    place: "Backups",
    cutOff: "",
    ...more,
  };
}
const restored: RestoreReceipt = {
  restoreId: "r1",
  at: "2026-11-24T09:12:00+01:00",
  name: "Job Applications.csv",
  source: "linkedin",
  counts: { new: 12, changed: 0, same: 0, conflict: 0, refused: 0, "deleted-here": 0 },
  written: 12,
  verified: true,
  message: "12 new",
};
const schedule: Schedule = {
  id: "s1",
  name: "Weekly",
  sentence: "every Monday at 8",
  plan,
  rule: { freq: "weekly" },
  retention: {},
  createdAt: "2026-09-14T08:00:00+02:00",
  from: "2026-09-14",
  paused: false,
  target: { kind: "folder", name: "Backups" },
  doneUntil: "2026-11-23T08:00",
  runs: 8,
  missed: [{ at: "2026-11-23T08:00", why: "access had ended" }],
};

describe("history", () => {
  const entries = listEntries(
    [
      receipt("old", "2026-11-16T08:00:00+01:00", { scheduleId: "s1" }),
      receipt("stopped", "2026-11-25T09:00:00+01:00", { status: "cancelled" }),
    ],
    [restored],
    [schedule],
  );
  test("lists what left, what came and what was missed, newest first", () => {
    expect(entries.map(({ id, seal }) => [id, seal])).toEqual([
      ["stopped", "stopped"],
      ["r1", "counted"],
      ["s1@2026-11-23T08:00", "missed"],
      ["old", "proved"],
    ]);
  });
  test("gives no count and no place to a run that wrote nothing", () => {
    expect(entries[0]).toMatchObject({ where: "–" });
    expect(entries[0]?.records).toBeUndefined();
  });
  test("is filtered by kind and by words", () => {
    expect(filterEntries(entries, "imports", "").map(({ id }) => id)).toEqual(["r1"]);
    expect(filterEntries(entries, "scheduled", "").map(({ id }) => id)).toEqual([
      "s1@2026-11-23T08:00",
      "old",
    ]);
    expect(filterEntries(entries, "all", "linkedin ABC")).toEqual([]);
    expect(filterEntries(entries, "all", "ABABABAB").map(({ id }) => id)).toEqual([
      "stopped",
      "old",
    ]);
  });
});

describe("a proved backup", () => {
  test("is a finished run of everything that was read back", () => {
    expect(isProvedBackup(receipt("a", "2026-11-16T08:00:00Z"))).toBe(true);
  });
  test("is no run that could not be read back, nor one that was cleaned or cut", () => {
    const at = "2026-11-16T08:00:00Z";
    expect(isProvedBackup(receipt("a", at, { verified: "not-verified" }))).toBe(false);
    expect(
      isProvedBackup(receipt("b", at, { plan: { ...plan, sanitization: { level: "strict" } } })),
    ).toBe(false);
    const selection = { ...plan.selection, kinds: plan.selection.kinds.slice(1) };
    expect(isProvedBackup(receipt("c", at, { plan: { ...plan, selection } }))).toBe(false);
  });
});
