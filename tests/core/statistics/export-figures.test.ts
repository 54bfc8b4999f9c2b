import { describe, expect, it } from "vitest";
import { exportFigures } from "../../../src/core/statistics/export-figures.ts";
import { planOf } from "../../support/export-run.ts";

const run = (formats: readonly string[], more: Record<string, unknown> = {}) => ({
  status: "done" as const,
  plan: planOf(["applications"], { formats }),
  records: 10,
  bytes: 1000,
  milliseconds: 200,
  ...more,
});

describe("figures of exports", () => {
  it("count finished runs by format and level, most used first, with size and mean time", () => {
    const strict = planOf(["applications"], {
      formats: ["pdf"],
      sanitization: { level: "strict" },
    });
    const figures = exportFigures([
      run(["csv"]),
      run(["pdf"], { plan: strict, milliseconds: undefined }),
      run(["csv"], { milliseconds: 400 }),
      run(["csv"], { status: "failed" }),
    ]);
    expect(figures.byFormat).toEqual([
      { label: "CSV", runs: 2, records: 20, bytes: 2000, milliseconds: 300 },
      { label: "PDF", runs: 1, records: 10, bytes: 1000 },
    ]);
    expect(figures.byLevel.map(({ label, runs }) => [label, runs])).toEqual([
      ["none", 2],
      ["strict", 1],
    ]);
  });

  it("are empty where nothing left", () => {
    expect(exportFigures([])).toEqual({ byFormat: [], byLevel: [] });
  });
});
