import { describe, expect, test } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import type { ExportPlan } from "../../../src/core/plan/plan.ts";
import type { Receipt } from "../../../src/core/pipeline/ports.ts";
import { runLog } from "../../../src/core/schedule/run-log.ts";
import { ScheduleService } from "../../../src/core/schedule/schedule-service.ts";
import type { SchedulePorts } from "../../../src/core/schedule/schedule-ports.ts";
import type { Schedule } from "../../../src/core/schedule/schedule.ts";

const plan = {
  title: "Backup",
  template: "backup",
  container: "zip",
  formats: ["json"],
  sanitization: { level: "none" },
  selection: { kinds: [{ kind: "applications" }], leftOut: [] },
  said: { v: 1, intent: "schedule" },
  fileName: "2026-11-25-backup.zip",
  schedule: { freq: "weekly", byDay: [1], time: "08:00", retention: { keepLast: 2 } },
} as unknown as ExportPlan;

/** The page is gone: nothing that was awaited comes back. */
class Killed extends Error {}

/** What survives the page: the database. */
interface Disk {
  readonly schedules: Map<string, Schedule>;
  readonly receipts: Map<string, Receipt>;
  readonly files: Set<string>;
}

/** A page over a disk, which dies at its `killAt`th step. */
function page(disk: Disk, clock: { now: Date }, killAt = Infinity) {
  let step = 0;
  const live = <A extends readonly unknown[], T>(work: (...args: A) => T) => {
    return async (...args: A): Promise<T> => {
      if ((step += 1) >= killAt) throw new Killed();
      const done = work(...args);
      if ((step += 1) >= killAt) throw new Killed();
      return done;
    };
  };
  const finish = live((receipt: Receipt) => {
    disk.receipts.set(receipt.exportId, receipt);
    return receipt;
  });
  const write = live((name: string) => void disk.files.add(name));
  const ports: SchedulePorts = {
    all: live(() => [...disk.schedules.values()]),
    put: live((schedule) => void disk.schedules.set(schedule.id, schedule)),
    remove: live((id) => void disk.schedules.delete(id)),
    understand: live(() => ({ said: plan.said, plan, questions: [] })),
    rewrite: live((text) => text),
    changesSince: live(() => undefined),
    async run(taken, schedule, _key, slot) {
      const exportId = `run-${String(disk.receipts.size + 1)}`;
      const started = {
        exportId,
        plan: taken,
        scheduleId: schedule.id,
        slot,
        status: "running",
        startedAt: clock.now.toISOString(),
        verified: "not-verified",
        records: 3,
        proof: "Read back.",
        coverage: { records: {}, total: 0, left_out: [] },
      } as unknown as Receipt;
      await finish(started);
      await write(exportId);
      return finish({ ...started, status: "done", verified: "proved", kept: exportId });
    },
    sealOf: live(() => undefined),
    setSeal: live(() => undefined),
    removeSeal: live(() => undefined),
    receipts: live(() => [...disk.receipts.values()]),
    removeCopy: live((receipt) => {
      disk.files.delete(receipt.exportId);
      const { kept: _kept, ...rest } = receipt;
      disk.receipts.set(receipt.exportId, rest);
    }),
    alone: (work) => work(),
    notify: () => undefined,
    now: () => clock.now,
    newId: () => "s1",
  };
  return { service: new ScheduleService(ports), steps: () => step };
}

/** What the app does at its start: a run that no tab holds any more was interrupted. */
function recover(disk: Disk): void {
  for (const receipt of disk.receipts.values()) {
    if (receipt.status === "running")
      disk.receipts.set(receipt.exportId, { ...receipt, status: "interrupted" });
  }
}

async function diskWithOneCopy(clock: { now: Date }): Promise<Disk> {
  const disk: Disk = { schedules: new Map(), receipts: new Map(), files: new Set() };
  const { service } = page(disk, clock);
  await service.create("back up everything every Monday at 8, keep the last two");
  for (const day of [30, 37]) {
    clock.now = new Date(2026, 10, day, 8, 1);
    await service.runDue();
  }
  clock.now = new Date(2026, 10, 44, 8, 1);
  return disk;
}

describe("a page that is killed in the middle of a run", () => {
  test("has at least twenty steps at which it can die", async () => {
    const clock = { now: new Date(2026, 10, 25, 10) };
    const disk = await diskWithOneCopy(clock);
    const { service, steps } = page(disk, clock);
    await service.runDue();
    expect(steps()).toBeGreaterThanOrEqual(20);
  });
  test.each(Array.from({ length: 28 }, (_, at) => at + 1))(
    "at step %i leaves a true log and whole old files, and the due run is logged done once",
    async (killAt) => {
      const clock = { now: new Date(2026, 10, 25, 10) };
      const disk = await diskWithOneCopy(clock);
      await page(disk, clock, killAt)
        .service.runDue()
        .catch(() => undefined);
      recover(disk);
      const proved = [...disk.receipts.values()].filter(({ kept }) => kept !== undefined);
      expect(proved.every(({ exportId }) => disk.files.has(exportId))).toBe(true);
      expect(disk.files.size).toBeGreaterThanOrEqual(2);
      clock.now = new Date(2026, 10, 44, 8, 40);
      const next = page(disk, clock);
      await next.service.runDue();
      await next.service.runDue();
      const slot = "2026-12-14T08:00";
      const runs = [...disk.receipts.values()].filter((receipt) => receipt.slot === slot);
      expect(runs.filter(({ status }) => status === "done")).toHaveLength(1);
      expect(runs.filter(({ status }) => status === "running")).toEqual([]);
      const schedule = await next.service.find("s1");
      expect(schedule).toMatchObject({ runs: 3, doneUntil: slot });
      const log = runLog(schedule, runs, { today: "2026-12-14", locale: "en-GB" });
      expect(log.filter(({ outcome }) => outcome === "proved")).toHaveLength(1);
    },
  );
});

describe("runs that meet trouble", () => {
  test("two tabs that look at once make one run", async () => {
    const clock = { now: new Date(2026, 10, 25, 10) };
    const disk = await diskWithOneCopy(clock);
    let held = false;
    const alone = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
      if (held) return undefined;
      held = true;
      try {
        return await work();
      } finally {
        held = false;
      }
    };
    const tabs = [tabOf(disk, clock, { alone }), tabOf(disk, clock, { alone })];
    await Promise.all(tabs.map((tab) => tab.runDue()));
    await Promise.all(tabs.map((tab) => tab.runDue()));
    expect(
      [...disk.receipts.values()].filter((one) => one.slot === "2026-12-14T08:00"),
    ).toHaveLength(1);
  });
  test("a run longer than its interval is followed by one run, not by one for each slot", async () => {
    const clock = { now: new Date(2026, 10, 25, 10) };
    const disk = await diskWithOneCopy(clock);
    const { service } = page(disk, clock);
    await service.runDue();
    clock.now = new Date(2027, 0, 12, 9);
    expect(await service.runDue()).toHaveLength(1);
    expect(await service.runDue()).toEqual([]);
    expect((await service.list())[0]?.missed).toHaveLength(3);
  });
  test.each([
    ["permission-lost", { code: "permission-lost", where: "Backups" }, "Allow the folder again."],
    ["file-gone", { code: "file-gone", where: "Backups" }, "Choose another folder."],
    ["storage-full", { code: "storage-full", where: "Backups" }, "Free some space"],
  ] as const)(
    "%s is logged with what to do, and runs once it is settled",
    async (_code, failure, next) => {
      const clock = { now: new Date(2026, 10, 25, 10) };
      const disk = await diskWithOneCopy(clock);
      let broken = true;
      const working = page(disk, clock);
      const service = tabOf(disk, clock, {
        run: (...args) => {
          if (broken) return Promise.reject(new FailureError(failure));
          return runOf(disk, clock)(...args);
        },
      });
      expect(await service.runDue()).toEqual([]);
      const missed = await working.service.find("s1");
      const [line] = runLog(missed, [], { today: "2026-12-14", locale: "en-GB" });
      expect(line).toMatchObject({ outcome: "missed" });
      expect(line?.next).toContain(next);
      broken = false;
      service.forgive("s1");
      expect(await service.runDue()).toHaveLength(1);
      expect((await service.list())[0]?.missed).toEqual([]);
    },
  );
  test("a schedule of a newer version is shown and not run", async () => {
    const clock = { now: new Date(2026, 10, 25, 10) };
    const disk = await diskWithOneCopy(clock);
    const stored = await page(disk, clock).service.find("s1");
    disk.schedules.set("s1", { ...stored, v: 2 });
    expect(await page(disk, clock).service.runDue()).toEqual([]);
  });
});

function runOf(disk: Disk, clock: { now: Date }): SchedulePorts["run"] {
  return (taken, schedule, _key, slot) => {
    const exportId = `run-${String(disk.receipts.size + 1)}`;
    const receipt = {
      exportId,
      plan: taken,
      scheduleId: schedule.id,
      slot,
      status: "done",
      verified: "proved",
      startedAt: clock.now.toISOString(),
      records: 3,
      proof: "Read back.",
      coverage: { records: {}, total: 0, left_out: [] },
    } as unknown as Receipt;
    disk.receipts.set(exportId, receipt);
    return Promise.resolve(receipt);
  };
}

function tabOf(disk: Disk, clock: { now: Date }, over: Partial<SchedulePorts>): ScheduleService {
  const never = (): Promise<undefined> => Promise.resolve(undefined);
  return new ScheduleService({
    all: () => Promise.resolve([...disk.schedules.values()]),
    put: (schedule) => Promise.resolve(void disk.schedules.set(schedule.id, schedule)),
    remove: never,
    understand: () => Promise.resolve({ said: plan.said, plan, questions: [] }),
    rewrite: (text) => Promise.resolve(text),
    changesSince: never,
    run: runOf(disk, clock),
    sealOf: never,
    setSeal: never,
    removeSeal: never,
    receipts: () => Promise.resolve([...disk.receipts.values()]),
    removeCopy: never,
    alone: (work) => work(),
    notify: () => undefined,
    now: () => clock.now,
    newId: () => "s1",
    ...over,
  });
}
