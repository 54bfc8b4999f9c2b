import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSanitizer } from "../../src/core/sanitize/make-sanitizer.ts";
import { readOwnPrivacy, withOwnPrivacy } from "../../src/core/sanitize/own-privacy.ts";
import { trackerWorld } from "../support/tracker-world.ts";

const world = trackerWorld();
const { tracker } = world;

const stored = {
  rules: [
    {
      id: "1",
      label: "Project",
      form: "words",
      source: "Bluebird",
      expression: "Bluebird",
      replacement: "[project]",
      on: true,
    },
    {
      id: "2",
      label: "Off",
      form: "words",
      source: "Heron",
      expression: "Heron",
      replacement: "[x]",
      on: false,
    },
  ],
  keep: ["help@halden.test"],
};

beforeAll(async () => {
  await tracker.ready;
  await tracker.records.add("applications", {
    company: "Halden",
    title: "Tester",
    notes: "Project Bluebird and Heron. Ask help@halden.test or mara.lind@halden.test.",
  });
  await tracker.records.add("settings", { key: "privacy_rules", value: stored });
});
afterAll(() => {
  world.close();
});

async function textOfExport(exportId: string): Promise<string> {
  return (await tracker.exports.getExportData(exportId)).text();
}

function expectOwn(text: string): void {
  expect(text).toContain("[project]");
  expect(text).not.toContain("Bluebird");
  expect(text).toContain("Heron");
  expect(text).toContain("help@halden.test");
  expect(text).not.toContain("mara.lind@halden.test");
}

describe("a person's own rules and kept words", () => {
  it("show in the preview of a sentence, before anything is written", async () => {
    const { sample } = await tracker.exports.plan("applications as json without contact details");
    expectOwn(JSON.stringify(sample));
  });

  it("hold for an export that a program asks for in words", async () => {
    const { exportId } = await tracker.exports.export(
      "applications as json without contact details",
    );
    expectOwn(await textOfExport(exportId));
  });

  it("hold for a plan that was made by hand", async () => {
    const { plan } = await tracker.exports.plan("applications as json");
    if (plan === undefined) throw new Error("no plan");
    const { exportId } = await tracker.exports.exportPlan({
      ...plan,
      sanitization: { level: "moderate" },
    });
    expectOwn(await textOfExport(exportId));
  });

  it("stay out of an export that removes nothing", async () => {
    const { plan } = await tracker.exports.plan("applications as json");
    if (plan === undefined) throw new Error("no plan");
    const raw = { ...plan, sanitization: { level: "none" } } as const;
    const { exportId } = await tracker.exports.exportPlan(raw);
    expect(await textOfExport(exportId)).toContain("Bluebird");
  });

  it("leave a word alone in one record only, where that was asked for", () => {
    const [application, other] = ["record-1", "record-2"].map((id) => ({
      id,
      created_at: "",
      updated_at: "",
      notes: "Ask desk@halden.test",
    }));
    if (application === undefined || other === undefined) throw new Error("no records");
    const own = readOwnPrivacy({
      rules: [],
      keep: [],
      here: [{ text: "desk@halden.test", record: "record-1" }],
    });
    const sanitizer = makeSanitizer(withOwnPrivacy({ level: "moderate" }, own), {
      known: { people: [], companies: [] },
    });
    expect(sanitizer.clean("applications", application)["notes"]).toBe("Ask desk@halden.test");
    expect(sanitizer.clean("applications", other)["notes"]).toBe("Ask [email]");
    expect(sanitizer.rescan("Ask desk@halden.test")).toEqual([]);
  });

  it("are added once, however often a level is asked for", () => {
    const own = readOwnPrivacy(stored);
    const once = withOwnPrivacy({ level: "basic" }, own);
    expect(withOwnPrivacy(once, own)).toEqual(once);
    expect(once.ownRules).toHaveLength(1);
  });

  it("are none where the stored value is broken", () => {
    for (const value of [
      undefined,
      null,
      7,
      "x",
      [],
      { rules: 3, keep: {} },
      { rules: [null, {}], keep: [1] },
    ])
      expect(withOwnPrivacy({ level: "basic" }, readOwnPrivacy(value))).toEqual({ level: "basic" });
  });
});
