import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JobTrackerError, type JobTracker } from "../../../src/core/job-tracker.ts";
import { trackerWorld, type TrackerWorld } from "../../support/tracker-world.ts";

let world: TrackerWorld;
let tracker: JobTracker;

beforeEach(async () => {
  world = trackerWorld();
  ({ tracker } = world);
  await tracker.ready;
  await tracker.records.addMany("applications", [
    { company: "Acme", title: "Engineer", status: "applied", applied_on: "2026-10-05" },
    { company: "Globex", title: "Analyst", status: "rejected", applied_on: "2026-08-01" },
    { company: "Initech", title: "Lead", status: "offer", applied_on: "2026-10-20" },
  ]);
  await tracker.records.add("contacts", { name: "Ada Lovelace", email: "ada@example.org" });
});
afterEach(() => {
  world.close();
});

const phrase = "correct horse battery staple";

describe("exports", () => {
  it("plan counts what a sentence takes, shows rows, and writes nothing", async () => {
    const { plan, counts, sample, estimatedBytes } = await tracker.exports.plan(
      "applications from last month as csv",
    );
    expect(plan?.formats).toEqual(["csv"]);
    expect(counts).toEqual({ applications: 2 });
    expect(sample.applications?.map((row) => row["company"])).toEqual(["Initech", "Acme"]);
    expect(estimatedBytes).toBeGreaterThan(100);
    expect(await tracker.exports.history()).toEqual([]);
  });

  it("plan shows rows before and after sanitising", async () => {
    const { before, sample } = await tracker.exports.plan("contacts as json, strictly sanitized");
    expect(before.contacts?.[0]?.["email"]).toBe("ada@example.org");
    expect(JSON.stringify(sample.contacts)).not.toContain("ada@example.org");
  });

  it("follow new records at once", async () => {
    await tracker.exports.plan("applications as csv");
    await tracker.records.add("applications", { company: "Umbrella" });
    expect((await tracker.exports.plan("applications as csv")).counts.applications).toBe(4);
  });

  it("write the file of a sentence, keep it, and prove it", async () => {
    const result = await tracker.exports.export("applications as json");
    const file = await tracker.exports.getExportData(result.exportId);
    expect(file.size).toBe(result.bytes);
    expect(result).toMatchObject({ records: 3, verified: "proved" });
    expect(await tracker.exports.history()).toMatchObject([{ status: "done", records: 3 }]);
  });

  it("answer an open question with a failure that says it", async () => {
    const asked = tracker.exports.export("export");
    await expect(asked).rejects.toBeInstanceOf(JobTrackerError);
    await expect(asked).rejects.toMatchObject({ code: "not-understood" });
  });

  it("say when nothing fits", async () => {
    await expect(tracker.exports.export("memories as json")).rejects.toMatchObject({
      code: "nothing-selected",
      recovery: "change-request",
    });
  });

  it("never write in clear because a passphrase is missing", async () => {
    const run = tracker.exports.export("backup everything encrypted");
    await expect(run).rejects.toMatchObject({ code: "passphrase-missing" });
    expect(world.files.size).toBe(0);
  });

  it("mask a passphrase that was typed into the sentence", async () => {
    const { sentence } = await tracker.exports.plan(`encrypted backup with password "${phrase}"`);
    expect(sentence).not.toContain("horse");
  });

  it("use a built-in template and one that was saved, as of the day of use", async () => {
    const { plan } = await tracker.exports.plan("applications from last month as csv");
    if (plan === undefined) throw new Error("no plan");
    await tracker.exports.saveTemplate("Monthly", plan);
    expect(tracker.exports.listTemplates().map(({ name }) => name)).toEqual(
      expect.arrayContaining(["backup", "gdpr", "Monthly"]),
    );
    world.now = new Date("2026-09-10T09:00:00Z");
    expect(await tracker.exports.useTemplate("Monthly")).toMatchObject({ records: 1 });
    await tracker.exports.deleteTemplate("Monthly");
    await expect(tracker.exports.useTemplate("Monthly")).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("check a kept file, and refuse to call another one the same", async () => {
    const options = { passphrase: phrase };
    const { exportId } = await tracker.exports.export("backup everything encrypted", options);
    expect(await tracker.exports.verify(exportId)).toMatchObject({ verified: "not-verified" });
    expect(await tracker.exports.verify(exportId, options)).toMatchObject({ verified: "proved" });
    const other = { file: new Blob(["something else"]) };
    expect(await tracker.exports.verify(exportId, other)).toMatchObject({ verified: "failed" });
    const wrong = tracker.exports.verify(exportId, { passphrase: "another one entirely" });
    await expect(wrong).rejects.toMatchObject({ code: "wrong-passphrase" });
  });

  it("clean up kept files and leave the receipts", async () => {
    for (let run = 0; run < 3; run += 1) await tracker.exports.export("applications as json");
    const gone = await tracker.exports.cleanUp({ keepLast: 1 });
    expect(gone).toHaveLength(2);
    expect(world.files.size).toBe(1);
    expect(await tracker.exports.history()).toHaveLength(3);
    const [first] = gone;
    const asked = tracker.exports.getExportData(first?.exportId ?? "");
    await expect(asked).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a schedule", () => {
  it("runs once when it is due, and keeps its copies", async () => {
    const text = "backup everything encrypted every Monday at 8";
    const id = await tracker.exports.schedule(text, undefined, { passphrase: phrase });
    expect(await tracker.schedules.runDue(new Date(2026, 10, 29, 12))).toEqual([]);
    world.now = new Date(2026, 10, 30, 9);
    const [receipt] = await tracker.schedules.runDue(new Date(2026, 10, 30, 9));
    expect(receipt).toMatchObject({ status: "done", scheduleId: id });
    expect(await tracker.schedules.runDue(new Date(2026, 10, 30, 10))).toEqual([]);
  });

  it("keeps no passphrase that was typed into its words", async () => {
    const text = `every Monday at 8 everything encrypted with password "${phrase}"`;
    await tracker.exports.schedule(text, undefined, { passphrase: phrase });
    const stored = JSON.stringify(await tracker.schedules.list());
    expect(stored).toContain("every Monday");
    expect(stored).not.toContain("horse");
  });

  it("says in its words what was set by hand, and runs it", async () => {
    const text = "every day at 9 applications as csv";
    const { parsed } = await tracker.exports.plan(text);
    const hand = { ...parsed.said, privacy: { level: "strict" } } as const;
    await tracker.exports.schedule(text, undefined, { hand });
    const [made] = await tracker.schedules.list();
    expect(made?.sentence).toMatch(/strict/);
    expect(made?.plan.sanitization.level).toBe("strict");
    world.now = new Date(2027, 10, 30, 9, 30);
    const [receipt] = await tracker.schedules.runDue(world.now);
    expect(receipt?.plan.sanitization.level).toBe("strict");
  });

  it("keeps beside its words what no words say, through every run and edit", async () => {
    const id = await tracker.exports.schedule("my contacts as vcard every month");
    await tracker.schedules.edit(id, [{ op: "set", path: "formats", value: ["json"] }]);
    const formats = async () => (await tracker.schedules.list())[0]?.plan.formats;
    expect(await formats()).toEqual(["json"]);
    await tracker.schedules.update(id, "change it to every day at 7");
    expect(await formats()).toEqual(["json"]);
    const receipt = await tracker.schedules.run(id);
    expect(receipt.plan.formats).toEqual(["json"]);
  });

  it("takes its frequency from the call where the words have none", async () => {
    await tracker.exports.schedule("applications as csv", "daily");
    expect(await tracker.schedules.list()).toMatchObject([{ rule: { freq: "daily" } }]);
  });
});

describe("restoring", () => {
  it("brings everything back from an export, and takes it back again", async () => {
    const digest = await tracker.records.digest();
    const { exportId, fileName } = await tracker.exports.export("backup everything as zip");
    const file = await tracker.exports.getExportData(exportId);
    await tracker.records.clear();
    const inspection = await tracker.restore.inspect(file, { name: fileName });
    const receipt = await tracker.restore.run(await tracker.restore.plan(inspection));
    expect(await tracker.records.digest()).toBe(digest);
    await tracker.restore.undo(receipt.restoreId);
    expect(await tracker.records.count()).toBe(0);
    const again = await tracker.restore.plan(inspection);
    expect(again.counts).toMatchObject({ new: 4, "deleted-here": 0 });
  });
});

describe("the assistant", () => {
  it("offers a plan, and writes only after a yes", async () => {
    const offer = await tracker.assistant.chat("applications as csv");
    expect(offer.plan?.formats).toEqual(["csv"]);
    expect(offer.result).toBeUndefined();
    expect(await tracker.exports.history()).toEqual([]);
    const done = await tracker.assistant.chat("yes");
    expect(done.result).toMatchObject({ records: 3, verified: "proved" });
    tracker.assistant.reset();
    expect(tracker.assistant.state).toEqual({ v: 1, intent: "none" });
  });
});

describe("single texts and records", () => {
  it("are sanitised with the person's own names", () => {
    const text = "Spoke with Ada Lovelace (ada@example.org)";
    const clean = tracker.sanitizer.sanitizeText(text, { level: "moderate" });
    expect(clean).not.toContain("ada@example.org");
    expect(tracker.sanitizer.find(text, "moderate").map(({ type }) => type)).toContain("EMAIL");
  });

  it("can be written in every format on the shelf", () => {
    const ids = tracker.formatters.list().map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["json", "csv", "pdf", "zip", "encrypted-zip"]));
  });
});
