import { describe, expect, test } from "vitest";
import { readCell, readLink, readList } from "../../../src/core/importing/table/cell-text.ts";
import { readHeader } from "../../../src/core/importing/table/column-words.ts";
import { isNothing } from "../../../src/core/importing/table/nothing.ts";
import { guessOrder, readDay } from "../../../src/core/importing/table/read-day.ts";
import { readSalary } from "../../../src/core/importing/table/read-salary.ts";
import { readStatus } from "../../../src/core/importing/table/status-words.ts";
import { readEmploymentType, readWorkMode } from "../../../src/core/importing/table/work-words.ts";

describe("a day in a cell", () => {
  test.each([
    ["2026-03-05", "2026-03-05"],
    ["2026-03-05 14:22:11.123456", "2026-03-05"],
    ["2026-03-05T23:59:59-08:00", "2026-03-05"],
    ["2026-01-24 07:02:45.281914+00", "2026-01-24"],
    ["05.03.2026", "2026-03-05"],
    ["5.3.26", "2026-03-05"],
    ["2026/03/05", "2026-03-05"],
    ["05 Mar 2026", "2026-03-05"],
    ["Mar 5, 2026", "2026-03-05"],
    ["5. März 2026", "2026-03-05"],
    ["5 de marzo de 2026", "2026-03-05"],
    ["5 févr. 2026", "2026-02-05"],
    ["05-mar-26", "2026-03-05"],
    ["Thursday, 5 March 2026", "2026-03-05"],
    ["March 5th, 2026", "2026-03-05"],
    ["2026年3月5日", "2026-03-05"],
    ["45934", "2025-10-04"],
    ["1772668800", "2026-03-05"],
    ["September 17, 2025 2:30 PM (GMT+1)", "2025-09-17"],
    ["September 17, 2025 → September 18, 2025", "2025-09-17"],
  ])("%s is %s", (cell, day) => {
    expect(readDay(cell, "day-first")).toBe(day);
  });

  test.each([
    "8-Jul",
    "8/82025",
    "Before 2026-01-24",
    "8/6/2025 and 9/29/2025",
    "2026-02-30",
    "soon",
    "12",
  ])("is not read out of %s", (cell) => {
    expect(readDay(cell, "month-first")).toBeUndefined();
  });

  test("is day or month first as its column says", () => {
    expect(readDay("3/5/2026", "day-first")).toBe("2026-05-03");
    expect(readDay("3/5/2026", "month-first")).toBe("2026-03-05");
    expect(readDay("12/9/25, 12:36 PM", "month-first")).toBe("2025-12-09");
    expect(guessOrder(["3/5/2026", "3/25/2026"], false)).toMatchObject({
      order: "month-first",
      certain: true,
    });
    expect(guessOrder(["5/3/2026", "25/3/2026"], false)).toMatchObject({
      order: "day-first",
      certain: true,
    });
    expect(guessOrder(["3.5.2026"], false).order).toBe("day-first");
    // Neither tells: the order in which the days jump least.
    expect(guessOrder(["1/2/2026", "1/5/2026", "1/9/2026", "2/3/2026"], false)).toMatchObject({
      order: "month-first",
      certain: false,
    });
  });
});

describe("a pay in a cell", () => {
  test.each([
    ["$90,000 - $110,000", { min: 90_000, max: 110_000, currency: "USD" }],
    ["49.000,50", { min: 49_000.5 }],
    ["60.000 – 70.000 €", { min: 60_000, max: 70_000, currency: "EUR" }],
    ["€60,000.00", { min: 60_000, currency: "EUR" }],
    ["$95k - $120k", { min: 95_000, max: 120_000, currency: "USD" }],
    ["41,5-62,3k", { min: 41_500, max: 62_300 }],
    ["£30/hour", { min: 30, currency: "GBP", period: "hour" }],
    ["₹12 LPA", { min: 1_200_000, currency: "INR", period: "year" }],
    ["up to 80k", { max: 80_000 }],
    ["58000", { min: 58_000 }],
  ])("%s", (cell, salary) => {
    expect(readSalary(cell, cell.includes(",50"))).toEqual(salary);
  });

  test.each(["negotiable", "+10% bonus", "see posting 12", "competitive, 25 days off", "1-2-3"])(
    "is not read out of %s",
    (cell) => {
      expect(readSalary(cell, false)).toBeUndefined();
    },
  );
});

describe("a word of status", () => {
  test.each([
    ["INTERVIEW", "interview"],
    ["rejected :(", "rejected"],
    ["Rejected - no reply", "rejected"],
    ["reeejected", "rejected"],
    ["ccepted", "accepted"],
    ["Offer!", "offer"],
    ["Zusage", "offer"],
    ["Phone Screen", "screening"],
    ["2nd round", "interview"],
    ["Ghosted (no reply)", "ghosted"],
    ["closed by me", "withdrawn"],
    ["BAŞVURULDU", "applied"],
    ["İşlemde (mülakat daveti)", "interview"],
    ["已投递", "applied"],
  ])("%s is %s", (word, status) => {
    expect(readStatus(word)).toBe(status);
  });

  test.each(["second wind", "Trial day 🤞", "manual_required", "other"])(
    "%s stays a person's own",
    (word) => {
      expect(readStatus(word)).toBeUndefined();
    },
  );
});

describe("a header", () => {
  test.each([
    ["jobTitle", "title"],
    ["Company_Name", "company"],
    ["Gehalt (€)", "salary"],
    ["Beworben am", "applied_on"],
    ["Şirket / Kurum", "company"],
    ["Fecha de aplicación", "applied_on"],
    ["投递时间", "applied_on"],
    ["Link zur Stelle", "url"],
    ["Next Follow-up Date", "next_action_on"],
    ["Salary (min)", "salary"],
  ])("%s is %s", (name, target) => {
    expect(readHeader(name)?.target).toBe(target);
  });

  test.each([
    "Company ID",
    "Contact Email",
    "user_id",
    "#",
    "Cover Letter",
    "Interviewer Name",
    "Days open",
  ])("%s is no field of an application", (name) => {
    expect(readHeader(name)).toBeUndefined();
  });
});

describe("a cell", () => {
  test("gives up one guarding apostrophe, and only that", () => {
    expect(readCell("'=x").text).toBe("=x");
    expect(readCell("'- first\r\n- second").text).toBe("- first\n- second");
    expect(readCell("'tis a plain apostrophe").text).toBe("'tis a plain apostrophe");
  });

  test("of a HYPERLINK formula is its words and its link; nothing is computed", () => {
    expect(readCell('=HYPERLINK("https://x.example/1","Engineer (EU)")')).toEqual({
      text: "Engineer (EU)",
      link: "https://x.example/1",
    });
    expect(readCell("=1+1").text).toBe("=1+1");
  });

  test("of links keeps apart the link and the text around it", () => {
    expect(readLink("https://x.example/1\n\nAbout us")).toEqual({
      url: "https://x.example/1",
      rest: "About us",
    });
    expect(readLink("[View](https://x.example/2)")).toEqual({ url: "https://x.example/2" });
    expect(readLink("ask Jane")).toEqual({ rest: "ask Jane" });
  });

  test("of lists is cut at commas, bars and quotes", () => {
    expect(readList("remote, urgent")).toEqual(["remote", "urgent"]);
    expect(readList("['SQL', 'patience']")).toEqual(["SQL", "patience"]);
  });

  test.each([
    "",
    " n/a ",
    "TBD",
    "Unknown",
    "待定",
    "(Stealth)",
    "Not provided in the email.",
    "[N/A](#)",
    "[JD](Not Found)",
  ])("that says nothing is nothing: %j", (cell) => {
    expect(isNothing(cell)).toBe(true);
  });

  test.each(["Unknown Worlds", "N/A Corp", "Confidential (via board)", "Position TBD", "0"])(
    "that says something is kept: %s",
    (cell) => {
      expect(isNothing(cell)).toBe(false);
    },
  );

  test("of work words is one of ours, or stays", () => {
    expect(readWorkMode("Híbrido")).toBe("hybrid");
    expect(readWorkMode("in person")).toBe("on-site");
    expect(readEmploymentType("Vollzeit")).toBe("full-time");
    expect(readEmploymentType("Support Leadership")).toBeUndefined();
  });
});
