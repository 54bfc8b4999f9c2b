import { describe, expect, it } from "vitest";
import type { ExportDocument, Format } from "../../../src/core/formats/contract.ts";
import { runExport } from "../../../src/core/pipeline/run-export.ts";
import type { ExportPlan } from "../../../src/core/plan/plan.ts";
import { arraySource } from "../../support/array-source.ts";
import { planOf, portsOf, record, shelves } from "../../support/export-run.ts";

const claimant = { name: "Mara Lindqvist", number: "561-22-4821" };

/** The options that a format is given when a plan runs. */
async function optionsOf(more: Partial<ExportPlan>): Promise<ExportDocument["options"]> {
  let seen: ExportDocument["options"];
  const probe: Format = {
    label: "Probe",
    words: [],
    extension: "txt",
    mediaType: "text/plain",
    layout: "whole",
    lossless: false,
    async *write(document) {
      seen = document.options;
      for await (const { batches } of document.sections) for await (const _ of batches) yield "x";
    },
  };
  const source = arraySource({ activities: [record("a1", { date: "2026-11-24" })] });
  await runExport(
    planOf(["activities"], { formats: ["probe"], ...more }),
    portsOf({ source, claimant }),
    { ...shelves, formats: { ...shelves.formats, probe } },
  );
  return seen;
}

describe("the options of a document", () => {
  it("are those of the plan", async () => {
    expect(await optionsOf({ options: { paper: "letter", goal: 3, bom: true } })).toEqual({
      paper: "letter",
      goal: 3,
      bom: true,
    });
  });

  it("name the claimant in a work-search log and in no other file", async () => {
    expect(await optionsOf({ template: "work-search", options: { goal: 3 } })).toEqual({
      goal: 3,
      claimant: "Mara Lindqvist",
      claimNumber: "561-22-4821",
    });
    for (const template of ["sharing", "gdpr", "backup"] as const) {
      expect(JSON.stringify(await optionsOf({ template }))).not.toContain("4821");
    }
  });
});
