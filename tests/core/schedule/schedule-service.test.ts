import { describe, expect, test } from "vitest";
import type { SealingKey } from "../../../src/core/containers/contract.ts";
import { FailureError } from "../../../src/core/failure.ts";
import type { ExportPlan } from "../../../src/core/plan/plan.ts";
import type { Receipt } from "../../../src/core/pipeline/ports.ts";
import { stampOf } from "../../../src/core/schedule/reshape.ts";
import { ScheduleService } from "../../../src/core/schedule/schedule-service.ts";
import type { SchedulePorts } from "../../../src/core/schedule/schedule-ports.ts";
import type { Schedule } from "../../../src/core/schedule/schedule.ts";

const plan = {
  title: "Backup",
  template: "backup",
  container: "vault",
  formats: ["json"],
  sanitization: { level: "none" },
  selection: { kinds: [{ kind: "applications" }], leftOut: [] },
  said: { v: 1, intent: "schedule" },
  fileName: "2026-11-25-backup.jtb",
  schedule: { freq: "weekly", byDay: [1], time: "08:00", retention: { keepLast: 2 } },
} as unknown as ExportPlan;

function world(over: Partial<SchedulePorts> = {}, start = new Date(2026, 10, 25, 10, 0)) {
  let now = start;
  const schedules = new Map<string, Schedule>();
  const seals = new Map<string, SealingKey>();
  const receipts: Receipt[] = [];
  const removed: string[] = [];
  const ports: SchedulePorts = {
    all: async () => [...schedules.values()],
    put: async (schedule) => void schedules.set(schedule.id, schedule),
    remove: async (id) => void schedules.delete(id),
    understand: async () => ({ said: { v: 1, intent: "schedule" }, plan, questions: [] }),
    rewrite: async (text) => text,
    changesSince: async () => undefined,
    run: async (taken, schedule, _key, slot) => {
      const receipt = {
        exportId: `run-${String(receipts.length + 1)}`,
        status: "done",
        startedAt: now.toISOString(),
        plan: taken,
        scheduleId: schedule.id,
        slot,
        coverage: { records: {}, total: 1, left_out: [] },
        verified: "proved",
        kept: "file",
      } as unknown as Receipt;
      receipts.push(receipt);
      return receipt;
    },
    sealOf: async (id) => seals.get(id),
    setSeal: async (id, passphrase) => void seals.set(id, { passphrase }),
    keepSeal: async (id, seal) => void seals.set(id, seal),
    removeSeal: async (id) => void seals.delete(id),
    receipts: async () => receipts.filter(({ exportId }) => !removed.includes(exportId)),
    removeCopy: async ({ exportId }) => void removed.push(exportId),
    alone: async (work) => work(),
    notify: () => undefined,
    now: () => now,
    newId: () => "s1",
    ...over,
  };
  return { service: new ScheduleService(ports), receipts, removed, set: (at: Date) => (now = at) };
}

describe("a schedule", () => {
  test("is made from a sentence and says when it runs next", async () => {
    const { service } = world();
    await service.create("backup everything encrypted every Monday at 8, keep the last two", {
      passphrase: "six words",
    });
    expect(await service.list()).toMatchObject([
      { name: "Weekly backup", nextRun: "2026-11-30T08:00", retention: { keepLast: 2 } },
    ]);
  });
  test("runs once when due, and not again in the same slot", async () => {
    const { service, set } = world();
    await service.create("…", { passphrase: "six words" });
    set(new Date(2026, 10, 30, 8, 0));
    expect(await service.runDue()).toHaveLength(1);
    expect(await service.runDue()).toHaveLength(0);
  });
  test("makes good once for everything missed, and tells what was", async () => {
    const { service, set } = world();
    await service.create("…", { passphrase: "six words" });
    set(new Date(2026, 11, 15, 9, 0));
    expect(await service.runDue()).toHaveLength(1);
    const [schedule] = await service.list();
    expect(schedule?.missed.map(({ at }) => at)).toEqual(["2026-11-30T08:00", "2026-12-07T08:00"]);
  });
  test("lets old copies go after a newer one was proved", async () => {
    const { service, set, removed } = world();
    await service.create("…", { passphrase: "six words" });
    for (const day of [30, 37, 44]) {
      set(new Date(2026, 10, day, 8, 5));
      await service.runDue();
    }
    expect(removed).toEqual(["run-1"]);
  });
  test("never writes in clear because a passphrase was not set, and says so", async () => {
    const { service, set, receipts } = world();
    await service.create("…");
    set(new Date(2026, 10, 30, 8, 0));
    expect(await service.runDue()).toEqual([]);
    expect(receipts).toEqual([]);
    const [schedule] = await service.list();
    expect(schedule?.missed[0]?.why).toContain("passphrase");
    await service.setPassphrase("s1", "six words");
    expect(await service.runDue()).toHaveLength(1);
  });
  test("a run that fails is told, and tried again", async () => {
    let full = true;
    const coverage = { records: {}, total: 0, left_out: [] };
    const done = { status: "done", exportId: "x", verified: "proved", coverage };
    const { service, set } = world({
      run: async () => {
        if (full) throw new FailureError({ code: "storage-full" });
        return done as unknown as Receipt;
      },
    });
    await service.create("…", { passphrase: "six words" });
    set(new Date(2026, 10, 30, 8, 0));
    expect(await service.runDue()).toEqual([]);
    expect((await service.list())[0]?.missed[0]?.why).toContain("ran out of space");
    full = false;
    expect(await service.runDue()).toEqual([]);
    set(new Date(2026, 10, 30, 8, 20));
    expect(await service.runDue()).toEqual([done]);
  });
  test("what falls into a pause is not made good", async () => {
    const { service, set } = world();
    await service.create("…", { passphrase: "six words" });
    await service.pause("s1");
    set(new Date(2026, 11, 8, 9, 0));
    expect(await service.runDue()).toEqual([]);
    await service.resume("s1");
    expect(await service.runDue()).toEqual([]);
    expect((await service.list())[0]?.nextRun).toBe("2026-12-14T08:00");
  });
  test("its reminder is a calendar file that repeats as it does", async () => {
    const { service } = world();
    await service.create("backup, with a comma", { passphrase: "six words" });
    const text = await (await service.calendarFile("s1")).text();
    expect(text).toContain("RRULE:FREQ=WEEKLY;BYDAY=MO\r\n");
    expect(text).toContain("DTSTART:20261130T080000\r\n");
    expect(text.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(
      true,
    );
  });
});

describe("a schedule under change", () => {
  test("that was removed comes back with its place, what is kept, its chain and its seal", async () => {
    const { service, set } = world();
    const id = await service.create("…", { passphrase: "six words" });
    await service.setTarget(id, { kind: "folder", name: "Backups" });
    await service.configure(id, { retention: { keepLast: 9 }, chain: { fullEvery: 4 } });
    const [before] = await service.list();
    if (before === undefined) throw new Error("no schedule");
    await service.remove(id);
    expect(await service.list()).toEqual([]);
    await service.putBack(before);
    expect(await service.list()).toEqual([before]);
    set(new Date(2026, 10, 30, 8, 0));
    // Without its seal an encrypted schedule writes nothing.
    expect(await service.runDue()).toHaveLength(1);
  });
  test("refuses settings from a form that was opened before another change, and not after a run", async () => {
    const { service } = world();
    const id = await service.create("…", { passphrase: "six words" });
    const opened = stampOf(await service.find(id));
    await service.run(id);
    await service.configure(id, { retention: { keepLast: 3 }, expected: opened });
    await expect(
      service.configure(id, { retention: { keepLast: 7 }, expected: opened }),
    ).rejects.toMatchObject({ failure: { code: "edited-elsewhere" } });
    expect((await service.find(id)).retention).toEqual({ keepLast: 3 });
  });
});
