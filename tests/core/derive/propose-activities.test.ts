import { describe, expect, it } from "vitest";
import { findOffice, offices } from "../../../src/core/derive/offices.ts";
import { proposeActivities } from "../../../src/core/derive/propose-activities.ts";
import { workSearchModel } from "../../../src/core/layout/work-search-model.ts";
import { documentOf } from "../../support/clean-rows.ts";
import { record } from "../../support/export-run.ts";

const applications = [
  record("a1", {
    company: "Halden",
    title: "Analyst",
    applied_on: "2026-11-03",
    url: "https://x.example/1",
    status: "interview",
    document_ids: ["d1"],
  }),
  record("a2", { company: "Voss", status: "saved" }),
  record("a3", { company: "Later", applied_on: "2026-12-01" }),
];
const interviews = [
  record("i1", {
    application_id: "a1",
    type: "video",
    starts_at: "2026-11-10T09:00:00+01:00",
    contact_ids: ["c1"],
    outcome: "second round",
  }),
  record("i2", { application_id: "a1", type: "phone", starts_at: "2026-11-30T09:00:00+01:00" }),
];
const contacts = [record("c1", { name: "Mara", phone: "+49 30 1" })];
const from = (activities: readonly object[]): ReturnType<typeof proposeActivities> =>
  proposeActivities(
    {
      applications,
      interviews,
      contacts,
      activities: activities.map((fields, at) => record(`x${String(at)}`, { ...fields })),
    },
    "2026-11-25",
  );

describe("activities from what is stored", () => {
  it("are one for each application that was sent and each interview that was held", () => {
    expect(from([])).toEqual([
      {
        date: "2026-11-03",
        activity_type: "application",
        employer: "Halden",
        method: "online",
        job_title: "Analyst",
        reference: "https://x.example/1",
        result: "interview",
        application_id: "a1",
        document_ids: ["d1"],
      },
      {
        date: "2026-11-10",
        activity_type: "interview",
        employer: "Halden",
        employer_contact: "Mara",
        employer_phone: "+49 30 1",
        method: "online",
        job_title: "Analyst",
        reference: "https://x.example/1",
        result: "second round",
        application_id: "a1",
      },
    ]);
  });

  it("are not proposed again, also where a person wrote the entry", () => {
    expect(from(from([]))).toEqual([]);
    const own = {
      date: "2026-11-03",
      activity_type: "Application",
      employer: "Halden",
      application_id: "a1",
    };
    expect(from([own]).map((one) => one["activity_type"])).toEqual(["interview"]);
  });
});

describe("presets by office", () => {
  it("each name their source and the day they were read", () => {
    for (const { source, asOf, rule } of offices) {
      expect(source).not.toBe("");
      expect(rule).not.toBe("");
      expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(new Set(offices.map(({ id }) => id)).size).toBe(offices.length);
  });

  it("give the goal and the week of a log, unless these were said", () => {
    const rows = [{ date: "2026-11-08", employer: "A" }];
    const model = (options: Record<string, unknown>): ReturnType<typeof workSearchModel> =>
      workSearchModel(documentOf([], { options }), rows);
    expect(findOffice("us-wi")?.goal).toBe(4);
    expect(model({ office: "us-wi" }).weeks[0]).toMatchObject({
      label: "Sun 8 – Sat 14 Nov",
      words: "1 counted, 3 short",
    });
    expect(model({ office: "us-wi", goal: 1 }).weeks[0]?.words).toBe("1 counted, goal 1 met");
    expect(model({ office: "us-wi" }).notes.at(-1)).toMatch(
      /^Wisconsin, as noted on 25 November 2026: .* Check with your office\.$/,
    );
  });
});
