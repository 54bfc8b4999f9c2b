import { describe, expect, it } from "vitest";
import { checkGdpr, packageParts, type PackagePart } from "../../../src/core/archive/gdpr-check.ts";
import type { ExportPlan } from "../../../src/core/plan/plan.ts";
import { findFormats } from "../../../src/core/pipeline/shelves.ts";
import { storedKindIds } from "../../../src/core/records/any-kind.ts";
import { planOf, shelves } from "../../support/export-run.ts";

const whole = planOf(storedKindIds, { withBytes: true });
const missing = (plan: ExportPlan, formats = ["json"], parts = packageParts): readonly string[] =>
  checkGdpr(plan, findFormats(shelves, formats), parts).missing;

describe("the check of a copy under the GDPR", () => {
  it("finds nothing missing in a whole, unchanged, machine-readable copy with its notice", () => {
    const check = checkGdpr(whole, findFormats(shelves, ["json", "csv"]), packageParts);
    expect([check.compliant, check.missing]).toEqual([true, []]);
    expect(check.conditions.every(({ met }) => met)).toBe(true);
  });

  it("misses a kind that was left out", () => {
    expect(missing(planOf(storedKindIds.slice(1), { withBytes: true }))).toEqual([
      "Not every record is in it",
    ]);
  });

  it("misses records that a condition left out", () => {
    const [first, ...rest] = whole.selection.kinds;
    if (first === undefined) throw new Error("no kinds");
    const limited = { ...first, limit: 10 };
    const selection = { kinds: [limited, ...rest], leftOut: [] };
    expect(missing({ ...whole, selection })).toEqual(["Not every record is in it"]);
  });

  it("does not call a sanitised copy complete", () => {
    expect(missing({ ...whole, sanitization: { level: "basic" } })).toEqual([
      "Personal data was removed from it",
    ]);
  });

  it("misses attached files, a readable format, and the notice", () => {
    expect(missing({ ...whole, withBytes: false }, ["csv"], [])).toEqual([
      "The attached files are not in it",
      "It is not machine-readable without loss",
      "It holds no notice in plain language",
      "It holds no schema",
      "It holds no data dictionary",
      "It holds no checksums",
    ]);
  });

  it.each<[PackagePart, string]>([
    ["notice", "It holds no notice in plain language"],
    ["schema", "It holds no schema"],
    ["dictionary", "It holds no data dictionary"],
    ["checksums", "It holds no checksums"],
  ])("is false without the %s alone, and says so", (part, reason) => {
    const rest = packageParts.filter((one) => one !== part);
    const check = checkGdpr(whole, findFormats(shelves, ["json"]), rest);
    expect(check.compliant).toBe(false);
    expect(check.conditions.filter(({ met }) => !met).map((one) => one.reason)).toEqual([reason]);
  });
});
