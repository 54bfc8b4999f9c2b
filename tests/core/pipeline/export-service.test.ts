import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/core/failure.ts";
import type { Store } from "../../../src/core/interface/store.ts";
import type { ExportJob, ExportRunner } from "../../../src/core/pipeline/export-job.ts";
import { ExportService } from "../../../src/core/pipeline/export-service.ts";
import type { Receipt } from "../../../src/core/pipeline/ports.ts";
import { runningReceipt } from "../../../src/core/pipeline/receipts.ts";
import { planOf } from "../../support/export-run.ts";
import { memoryStore } from "../../support/memory-store.ts";

const now = (): Date => new Date("2026-11-25T08:00:00Z");
const plan = planOf(["applications"]);
const inPrivate = { kind: "private" } as const;

/** A runner whose jobs end when the test says so. */
function slowRunner(): ExportRunner & {
  readonly jobs: Map<string, (answer: Outcome<Receipt>) => void>;
} {
  const jobs = new Map<string, (answer: Outcome<Receipt>) => void>();
  return {
    jobs,
    run: (job: ExportJob) => new Promise((resolve) => jobs.set(job.exportId, resolve)),
    cancel: (exportId) => {
      jobs.get(exportId)?.({ ok: false, failure: { code: "cancelled" } });
    },
    check: () => Promise.reject(new Error("not asked for")),
  };
}

function done(exportId: string): Outcome<Receipt> {
  const receipt = runningReceipt(exportId, plan, now(), undefined);
  const proof = "Read back.";
  return { ok: true, value: { ...receipt, status: "done", records: 3, verified: "proved", proof } };
}

function world(runner: ExportRunner, alive: readonly string[] = []) {
  const receipts: Store<Receipt> = memoryStore(({ exportId }) => exportId);
  const delivered: string[] = [];
  const swept: (readonly string[])[] = [];
  const removed: string[] = [];
  let ids = 0;
  const service = new ExportService({
    runner,
    receipts,
    deliver: async ({ exportId }) => void delivered.push(exportId),
    hold: (_exportId, work) => work(),
    alive: () => Promise.resolve(new Set(alive)),
    sweep: async (living) => void swept.push([...living]),
    removeKept: async ({ kept, ...rest }) => {
      removed.push(kept ?? "");
      await receipts.put(rest);
    },
    newId: () => `e${String(++ids)}`,
    now,
    appVersion: "1.0.0",
  });
  return { service, receipts, delivered, swept, removed };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("the queue of exports", () => {
  it("keeps a receipt from the first moment, and settles it at the end", async () => {
    const runner = slowRunner();
    const { service, receipts } = world(runner);
    const run = service.start(plan, inPrivate);
    await settle();
    expect(await receipts.get("e1")).toMatchObject({ status: "running" });
    expect(service.running.map(({ exportId }) => exportId)).toEqual(["e1"]);
    runner.jobs.get("e1")?.(done("e1"));
    expect(await run).toMatchObject({ exportId: "e1", verified: "proved", records: 3 });
    expect(await receipts.get("e1")).toMatchObject({ status: "done" });
    expect(service.running).toEqual([]);
  });

  it("runs two at once and shows the third waiting", async () => {
    const runner = slowRunner();
    const { service } = world(runner);
    const runs = [1, 2, 3].map(() => service.start(plan, inPrivate));
    await settle();
    expect([...runner.jobs.keys()]).toEqual(["e1", "e2"]);
    expect(service.running).toHaveLength(3);
    runner.jobs.get("e1")?.(done("e1"));
    await settle();
    expect([...runner.jobs.keys()]).toEqual(["e1", "e2", "e3"]);
    for (const id of ["e2", "e3"]) runner.jobs.get(id)?.(done(id));
    expect(await Promise.all(runs)).toHaveLength(3);
  });

  it("cancels one that still waits, and never runs it", async () => {
    const runner = slowRunner();
    const { service, receipts } = world(runner);
    const runs = [1, 2, 3].map(() => service.start(plan, inPrivate));
    await settle();
    const third = expect(runs[2]).rejects.toMatchObject({ failure: { code: "cancelled" } });
    await service.cancel("e3");
    for (const id of ["e1", "e2"]) runner.jobs.get(id)?.(done(id));
    await third;
    expect(runner.jobs.has("e3")).toBe(false);
    expect(await receipts.get("e3")).toMatchObject({ status: "cancelled" });
  });

  it("cancels by signal", async () => {
    const runner = slowRunner();
    const { service } = world(runner);
    const stop = new AbortController();
    const run = service.start(plan, inPrivate, { signal: stop.signal });
    const cancelled = expect(run).rejects.toMatchObject({ failure: { code: "cancelled" } });
    await settle();
    stop.abort();
    await cancelled;
  });

  it("asks for a passphrase before a run is even noted", async () => {
    const { service, receipts } = world(slowRunner());
    const run = service.start({ ...plan, container: "vault" }, inPrivate);
    await expect(run).rejects.toMatchObject({ failure: { code: "passphrase-missing" } });
    expect(await receipts.all()).toEqual([]);
  });

  it("keeps a failed run in history, with the reason", async () => {
    const runner = slowRunner();
    const { service, receipts } = world(runner);
    const run = service.start(plan, inPrivate);
    const failed = expect(run).rejects.toMatchObject({ failure: { code: "storage-full" } });
    await settle();
    runner.jobs.get("e1")?.({ ok: false, failure: { code: "storage-full" } });
    await failed;
    expect(await receipts.get("e1")).toMatchObject({
      status: "failed",
      failure: { code: "storage-full" },
    });
  });

  it("does not call a download proved, and says what was checked", async () => {
    const runner = slowRunner();
    const { service, delivered } = world(runner);
    const run = service.start(plan, { kind: "download" });
    await settle();
    runner.jobs.get("e1")?.(done("e1"));
    const { verified, receipt } = await run;
    expect(verified).toBe("not-verified");
    expect(receipt.proof).toContain("drop it here");
    expect(delivered).toEqual(["e1"]);
  });

  it("calls interrupted at the next start what ran when its tab was closed", async () => {
    const { service, receipts, swept } = world(slowRunner(), ["alive"]);
    await receipts.put(runningReceipt("alive", plan, now(), undefined));
    await receipts.put(runningReceipt("lost", plan, now(), undefined));
    await service.recover();
    expect(await receipts.get("lost")).toMatchObject({
      status: "interrupted",
      failure: { code: "interrupted" },
    });
    expect(await receipts.get("alive")).toMatchObject({ status: "running" });
    expect(swept).toEqual([["alive"]]);
  });

  it("removes at the next start a file that got its name while its page was closed", async () => {
    const { service, receipts, removed } = world(slowRunner());
    const kept = "folder:1/backup.jtb";
    const lost = runningReceipt("lost", plan, now(), undefined);
    await receipts.put({ ...lost, kept, bytes: 3 });
    await receipts.put({ ...lost, exportId: "done", status: "done", kept: "done" });
    await service.recover();
    expect(removed).toEqual([kept]);
    expect(await receipts.get("lost")).toMatchObject({ status: "interrupted" });
    await service.recover();
    expect(removed).toEqual([kept]);
  });

  it("answers when the worker itself fails", async () => {
    const broken: ExportRunner = {
      run: () => Promise.reject(new Error("out of memory")),
      cancel: () => undefined,
      check: () => Promise.reject(new Error("not asked for")),
    };
    const { service, receipts } = world(broken);
    await expect(service.start(plan, inPrivate)).rejects.toMatchObject({
      failure: { code: "unexpected" },
    });
    expect(await receipts.get("e1")).toMatchObject({ status: "failed" });
  });
});
