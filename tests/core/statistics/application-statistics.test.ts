import { describe, expect, it } from "vitest";
import { applicationStatistics } from "../../../src/core/statistics/application-statistics.ts";
import { statisticsFigures } from "../../../src/core/statistics/statistics-figures.ts";

const today = "2026-11-25";
const stage = (status: string, at: string): object => ({ status, at });
const rows = [
  { status: "saved" },
  { status: "applied", applied_on: "2026-11-23", source: "LinkedIn" },
  {
    status: "offer",
    applied_on: "2026-11-03",
    source: "Referral",
    stages: [
      stage("applied", "2026-11-03"),
      stage("screening", "2026-11-05T09:00:00+01:00"),
      stage("interview", "2026-11-10"),
      stage("offer", "2026-11-20"),
    ],
  },
  {
    status: "rejected",
    applied_on: "2026-11-02",
    source: "Referral",
    stages: [
      stage("applied", "2026-11-02"),
      stage("interview", "2026-11-12"),
      stage("rejected", "2026-11-14"),
    ],
  },
  { status: "ghosted", applied_on: "2026-11-10", source: "LinkedIn" },
  { status: "Warten", applied_on: "2026-11-11", source: "" },
];

describe("application statistics", () => {
  const result = applicationStatistics(rows, today);

  it("counts applications without those that are only saved", () => {
    expect(result).toMatchObject({ records: 6, applied: 5, open: 3, closed: 2 });
  });

  it("counts a rejection as a reply and silence as none", () => {
    expect(result.replied).toBe(2);
    expect(result.replyRate).toBeCloseTo(0.4);
    expect(result.medianReplyDays).toBe(2);
  });

  it("counts whoever came further for every stage before, also where one was skipped", () => {
    expect(result.funnel.map(({ stage: name, count }) => [name, count])).toEqual([
      ["applied", 5],
      ["any reply", 2],
      ["screening", 2],
      ["interview", 2],
      ["offer", 1],
    ]);
  });

  it("lists every week from the first application to the present one", () => {
    expect(result.weeks).toEqual([
      { from: "2026-11-02", count: 2, over: true },
      { from: "2026-11-09", count: 2, over: true },
      { from: "2026-11-16", count: 0, over: true },
      { from: "2026-11-23", count: 1, over: false },
    ]);
    expect(result.perWeek).toBe(1.25);
  });

  it("orders sources by how many applications they brought", () => {
    expect(result.bySource.map(({ source, replies }) => [source, replies])).toEqual([
      ["LinkedIn", 0],
      ["Referral", 2],
      ["", 0],
    ]);
    expect(result.bySource[1]).toMatchObject({ applications: 2, rate: 1, medianDays: 2 });
  });

  it("measures how long each stage lasted", () => {
    expect(result.stageTimes.find(({ status }) => status === "interview")).toEqual({
      status: "interview",
      count: 2,
      medianDays: 2,
      range: [2, 2, 10, 10],
    });
  });

  it("is made of zeros without records, and survives fields that are not what they should be", () => {
    expect(applicationStatistics([], today)).toMatchObject({ applied: 0, replyRate: 0, weeks: [] });
    const odd = [
      { status: 5, stages: "x", applied_on: "31.11.2026" },
      { stages: [null, { at: 1 }] },
    ];
    expect(applicationStatistics(odd, today)).toMatchObject({ records: 2, applied: 0 });
  });

  it("becomes figures whose shares are per cent", () => {
    const figures = statisticsFigures(result);
    expect(figures).toContainEqual({ group: "Rates", name: "Had a reply", value: 40, unit: "%" });
    expect(figures.every(({ value }) => Number.isFinite(value))).toBe(true);
  });
});
