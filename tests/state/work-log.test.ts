import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JobTracker } from "../../src/core/job-tracker.ts";
import { claimantKey } from "../../src/core/plan/claimant.ts";
import { OwnTemplates } from "../../src/state/settings/own-templates.svelte.ts";
import { WorkLog } from "../../src/state/settings/work-log.svelte.ts";
import { trackerWorld, type TrackerWorld } from "../support/tracker-world.ts";

let world: TrackerWorld;
let tracker: JobTracker;
let kept: Map<string, string>;

beforeEach(async () => {
  world = trackerWorld();
  ({ tracker } = world);
  kept = new Map();
  await tracker.ready;
  const application = await tracker.records.add("applications", {
    company: "Acme",
    title: "Engineer",
    status: "interview",
    applied_on: "2026-11-02",
    url: "https://acme.example.com",
  });
  await tracker.records.add("interviews", {
    application_id: application,
    starts_at: "2026-11-10T10:00:00+01:00",
    type: "phone",
  });
});
afterEach(() => {
  world.close();
});

function openLog(): WorkLog {
  const remembered = {
    read: (key: string) => kept.get(key),
    write: (key: string, value: string | undefined) => {
      if (value === undefined) kept.delete(key);
      else kept.set(key, value);
    },
  };
  const now = (): Date => new Date("2026-11-25T09:00:00Z");
  return new WorkLog(tracker, { remembered, now }, () => "2026-11-25");
}

describe("the work-search log in Settings", () => {
  it("proposes what applications and interviews prove, and adds the chosen in one undoable step", async () => {
    const log = openLog();
    await log.read();
    expect(log.proposals.map((one) => one["activity_type"])).toEqual(["application", "interview"]);
    log.want(0, false);
    expect(await log.add()).toBe(1);
    expect(log.activities).toMatchObject([
      { date: "2026-11-10", activity_type: "interview", employer: "Acme", method: "phone" },
    ]);
    expect(log.proposals.map((one) => one["activity_type"])).toEqual(["application"]);
    expect(await tracker.records.undo()).toBe("1 activity added");
    expect(await tracker.records.count("activities")).toBe(0);
  });

  it("takes goal and week from the office until a person says otherwise, and counts each week", async () => {
    const log = openLog();
    await log.read();
    await log.add();
    await log.choose({ office: "us-ny" });
    expect(log.office?.label).toBe("New York");
    expect(log.model.weeks.map(({ words }) => words)).toEqual([
      "1 counted, 2 short",
      "1 counted, 2 short",
    ]);
    await log.choose({ goal: 1 });
    expect(log.model.weeks[0]?.words).toBe("1 counted, goal 1 met");
    const { plan } = await tracker.exports.plan("work-search log for the last four weeks");
    expect(plan?.options).toMatchObject({ office: "us-ny", goal: 1 });
    const { plan: other } = await tracker.exports.plan("applications as PDF");
    expect(other?.options).toBeUndefined();
  });

  it("keeps paper for every document", async () => {
    const log = openLog();
    await log.read();
    await log.choose({ paper: "letter", allOrNothing: true });
    const { plan } = await tracker.exports.plan("applications as PDF");
    expect(plan?.options).toEqual({ paper: "letter", allOrNothing: true });
  });

  it("masks the number, and keeps name and number out of every record, plan and receipt", async () => {
    const log = openLog();
    await log.read();
    log.name = "Robin Fairweather";
    log.number = "123-45-6789";
    log.keepClaimant();
    expect(log.model.facts[1]?.text).toBe("••• •• 6789");
    expect(kept.get(claimantKey)).toContain("123-45-6789");
    await log.choose({ office: "us-ny" });
    const backup = await tracker.exports.export("everything as json");
    const file = await tracker.exports.getExportData(backup.exportId);
    expect(await file.text()).not.toMatch(/6789|Fairweather/);
    expect(JSON.stringify(await tracker.exports.history())).not.toMatch(/6789|Fairweather/);
    log.name = "";
    log.number = "";
    log.keepClaimant();
    expect(kept.size).toBe(0);
  });
});

describe("own templates", () => {
  it("are saved from any plan, renamed, passed on as file and link, and taken in with their options", async () => {
    const own = new OwnTemplates(tracker.exports);
    await own.read();
    const { plan } = await tracker.exports.plan("applications from last month as csv");
    if (plan === undefined) throw new Error("no plan");
    await own.save("Monthly", { ...plan, options: { delimiter: ";" } });
    const saved = own.list.find(({ name }) => name === "Monthly");
    if (saved === undefined) throw new Error("not saved");
    await own.rename(saved, "Every month");
    const renamed = own.list.find(({ builtIn }) => !builtIn);
    if (renamed === undefined) throw new Error("not renamed");
    expect(renamed.name).toBe("Every month");
    const text = await own.fileOf(renamed)?.text();
    expect(await own.take(text ?? "")).toBe("Every month 2");
    const hash = own.hashOf(renamed) ?? "";
    expect(hash).toMatch(/^#\/settings\/templates\/template=[\w-]+$/);
    expect(await own.take(`https://tracker.example/${hash}`)).toBe("Every month 3");
    const taken = own.list.find(({ name }) => name === "Every month 3");
    expect(taken?.plan?.options).toEqual({ delimiter: ";" });
    for (const template of own.list.filter(({ builtIn }) => !builtIn)) await own.remove(template);
    expect(own.list.every(({ builtIn }) => builtIn)).toBe(true);
  });

  it("keep “last month” relative to the day of use", async () => {
    const own = new OwnTemplates(tracker.exports);
    const { plan } = await tracker.exports.plan("applications from last month as json");
    if (plan === undefined) throw new Error("no plan");
    await own.save("Monthly", plan);
    await expect(tracker.exports.useTemplate("Monthly")).rejects.toThrow();
    world.now = new Date("2026-12-10T09:00:00Z");
    expect((await tracker.exports.useTemplate("Monthly")).records).toBe(1);
  });

  it("refuse a file that is none, and save nothing", async () => {
    const own = new OwnTemplates(tracker.exports);
    await own.read();
    await expect(own.take('{"format":"other"}')).rejects.toThrow();
    expect(own.list.every(({ builtIn }) => builtIn)).toBe(true);
  });
});
