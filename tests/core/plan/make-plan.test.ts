import { describe, expect, test } from "vitest";
import { makePlan } from "../../../src/core/plan/make-plan.ts";
import type { ExportPlan } from "../../../src/core/plan/plan.ts";
import type { SaidRequest } from "../../../src/core/request/request.ts";

const context = {
  sentence: "",
  today: "2026-11-25",
  formats: ["json", "csv", "pdf", "markdown", "ndjson"],
  containers: ["bare", "zip", "encrypted-zip", "vault"],
};
const base: SaidRequest = { v: 1, intent: "export" };

function plan(
  said: Partial<SaidRequest>,
  more: Partial<typeof context> & { last?: SaidRequest } = {},
): ExportPlan {
  const planned = makePlan({ ...base, ...said }, [], { ...context, ...more });
  if (!("plan" in planned)) throw new Error(planned.questions[0].code);
  return planned.plan;
}
const kinds = (made: ExportPlan): string[] => made.selection.kinds.map(({ kind }) => kind);

describe("defaults of the contract, section 5", () => {
  test("a backup takes everything, sealed, whole and in the order of storage", () => {
    const made = plan({ template: "backup" });
    expect(made).toMatchObject({ formats: ["json"], container: "vault", withBytes: true });
    expect(made.sanitization.level).toBe("none");
    expect(made.selection.kinds.every(({ sort }) => sort === undefined)).toBe(true);
    expect(kinds(made)).toContain("settings");
  });
  test("a backup that was said to be open is an open ZIP", () => {
    expect(plan({ template: "backup", encryption: { on: false } }).container).toBe("zip");
  });
  test("an encrypted table becomes an encrypted ZIP, never an open file", () => {
    const made = plan({
      entities: { include: ["applications"] },
      formats: ["csv"],
      encryption: { on: true },
    });
    expect(made).toMatchObject({ formats: ["csv"], container: "encrypted-zip" });
  });
  test("the GDPR package is an open ZIP of JSON and CSV with nothing removed", () => {
    const made = plan({ template: "gdpr" });
    expect(made).toMatchObject({
      formats: ["json", "csv"],
      container: "zip",
      fileName: "2026-11-25-gdpr-package.zip",
    });
    expect(made.sanitization.level).toBe("none");
  });
  test("one flat kind becomes CSV, several become JSON, a report becomes PDF", () => {
    expect(plan({ entities: { include: ["contacts"] } }).formats).toEqual(["csv"]);
    expect(plan({ entities: { include: ["contacts", "applications"] } }).formats).toEqual(["json"]);
    const report = plan(
      { entities: { include: ["applications"] } },
      { sentence: "report of my applications" },
    );
    expect(report.formats).toEqual(["pdf"]);
  });
  test("an outside audience gets moderate, anything else basic", () => {
    expect(plan({ entities: { include: ["applications"] } }).sanitization.level).toBe("basic");
    const shared = plan({ entities: { include: ["applications"] }, audience: { who: "mentor" } });
    expect(shared.sanitization.level).toBe("moderate");
  });
  test("a status without a kind is about applications", () => {
    expect(kinds(plan({ filters: [{ field: "status", op: "eq", value: "rejected" }] }))).toEqual([
      "applications",
    ]);
  });
  test("newest first, unless another order was said", () => {
    const [selected] = plan({ entities: { include: ["applications"] } }).selection.kinds;
    expect(selected?.sort).toEqual([{ field: "*", dir: "desc" }]);
    const [sorted] = plan({ entities: { include: ["applications"] }, sort: [{ field: "company" }] })
      .selection.kinds;
    expect(sorted?.sort).toEqual([{ field: "company", dir: "asc" }]);
  });
  test("a schedule runs at 08:00 on today's weekday and keeps five", () => {
    const made = plan({ intent: "schedule", template: "backup", schedule: { freq: "weekly" } });
    expect(made.schedule).toMatchObject({ time: "08:00", byDay: [3], retention: { keepLast: 5 } });
  });
});

describe("what was said wins", () => {
  test("same but as markdown keeps records, dates and seal", () => {
    const last: SaidRequest = {
      ...base,
      entities: { include: ["applications"] },
      formats: ["csv"],
      encryption: { on: true },
      when: [{ field: "auto", start: "2026-10-01", end: "2026-11-01", relative: true }],
    };
    const made = plan({ base: "last", formats: ["markdown"] }, { last });
    expect(made).toMatchObject({ formats: ["markdown"], container: "encrypted-zip" });
    expect(made.selection.kinds[0]?.where).toEqual({
      field: "*",
      op: "day",
      start: "2026-10-01",
      end: "2026-11-01",
    });
  });
  test("everything except documents names what it leaves out", () => {
    const made = plan({ entities: { include: "all", exclude: ["documents"] }, formats: ["json"] });
    expect(kinds(made)).not.toContain("documents");
    expect(made.selection.leftOut).toEqual([{ kind: "documents", why: "left out, as you said" }]);
  });
  test("a kind that cannot be filtered is left out by name, never taken whole", () => {
    const made = plan({
      entities: { include: ["applications", "memories"] },
      filters: [{ field: "company", op: "eq", value: "Google" }],
    });
    expect(kinds(made)).toEqual(["applications"]);
    expect(made.selection.leftOut[0]?.kind).toBe("memories");
  });
  test("only the named columns leave", () => {
    const made = plan({
      entities: { include: ["applications"] },
      fields: { mode: "only", names: ["company", "status"] },
    });
    expect(made.selection.kinds[0]).toMatchObject({
      columns: ["company", "status"],
      onlyColumns: true,
    });
  });
});

describe("questions instead of guesses", () => {
  test("an export of nothing in particular asks what is meant", () => {
    const { questions } = makePlan(base, [], context);
    expect(questions.map(({ code }) => code)).toEqual(["scope.missing"]);
  });
  test("a format that does not exist is asked about, with ones that do", () => {
    const planned = makePlan(
      { ...base, entities: { include: ["applications"] }, formats: ["parquet"] },
      [],
      context,
    );
    expect(planned).not.toHaveProperty("plan");
    expect(planned.questions[0]).toMatchObject({ code: "format.unsupported" });
  });
});
