import { describe, expect, it } from "vitest";
import { reportModel } from "../../../src/core/layout/report-model.ts";
import type { Readable } from "../../../src/core/statistics/application-path.ts";
import { documentOf, exportInfo } from "../../support/clean-rows.ts";
import { sampleApplications } from "../../support/sample-search.ts";

const model = (rows: readonly Readable[], more = {}): ReturnType<typeof reportModel> =>
  reportModel(documentOf([], { title: "Job search report", ...more }), rows);

describe("the report", () => {
  it("says nothing about rates and weeks where there is nothing to count", () => {
    const empty = model([]);
    expect(empty.figures.map(({ big }) => big)).toEqual(["0", "–", "–", "0", "0"]);
    expect(empty.funnel.sentence).toBe("No application was sent yet.");
    expect(empty.weeks.bars).toEqual([]);
    expect(empty.open.sentence).toBe("None is open.");
  });

  it("shows the last 26 weeks of a long search, and says so", () => {
    const old = { status: "rejected", applied_on: "2024-03-05" };
    const { weeks } = model([...sampleApplications(), old, old, old, old, old, old, old, old, old]);
    expect(weeks.bars).toHaveLength(26);
    expect(weeks.sentence).toMatch(
      /^The last 26 weeks\. The most in one week were eight, from 2 Nov\./,
    );
  });

  it("orders what is open by how far it has come and names own stages last", () => {
    const rows = [
      { status: "Waiting", applied_on: "2026-11-01" },
      { status: "applied", applied_on: "2026-11-02" },
      { status: "offer", applied_on: "2026-11-03", deadline: "2026-11-30" },
      { status: "saved" },
      { status: "rejected", applied_on: "2026-11-04" },
    ];
    const { open } = model(rows);
    expect(open.groups.map(({ label }) => label)).toEqual(["Offer", "Applied", "Waiting"]);
    expect(open.groups[0]?.rows[0]?.stands).toBe("Deadline 30 November");
    expect(open.sentence).toBe(
      "Sorted by how far they have come. 1 that ended is listed on request, not here. 1 that is only saved does not count.",
    );
  });

  it("is not misled by a status that is special to JavaScript objects", () => {
    for (const status of ["__proto__", "constructor", "toString"]) {
      const [group] = model([{ status, applied_on: "2026-11-01" }]).open.groups;
      expect(group?.glyph).toBe("ring");
    }
  });

  it("claims a second look only where the export promises one", () => {
    const info = { ...exportInfo, privacy_level: "strict" };
    expect(model([], { exportInfo: info }).about).not.toContain("searched again");
    const promised = { exportInfo: { ...info, second_look: true } };
    expect(model([], promised).about).toContain("opened and searched again");
    const none = { exportInfo: { ...exportInfo, second_look: true } };
    expect(model([], none).about).toBe(
      "Nothing was removed: people, companies and contact details stand here as they were stored.",
    );
  });
});
