import { describe, expect, test } from "vitest";
import { formatBytes, formatBytesOf, formatSpeed } from "../../../src/core/words/format-bytes.ts";
import {
  countOf,
  formatCount,
  formatShare,
  joinWords,
} from "../../../src/core/words/format-count.ts";
import {
  addDays,
  daysBetween,
  formatDay,
  formatLongDay,
  formatNearDay,
  formatWeekday,
  localDay,
} from "../../../src/core/words/format-date.ts";
import { shortDigest, spacedDigest } from "../../../src/core/words/format-digest.ts";
import { formatDuration, formatTimeLeft } from "../../../src/core/words/format-duration.ts";

const en = "en-GB";

describe("counts", () => {
  test("are grouped as the locale does", () => {
    expect(formatCount(1184, en)).toBe("1,184");
    expect(formatCount(1184, "de-DE")).toBe("1.184");
  });
  test("agree with their word", () => {
    expect([0, 1, 2].map((count) => countOf(count, "application", en))).toEqual([
      "0 applications",
      "1 application",
      "2 applications",
    ]);
    expect(countOf(2, "person", en, "people")).toBe("2 people");
  });
  test("of a share are never rounded up to done", () => {
    expect(formatShare(0.999, en)).toBe("99 %");
    expect(formatShare(1, en)).toBe("100 %");
  });
  test("join with an and", () => {
    expect(joinWords(["a", "b", "c"], en)).toBe("a, b and c");
  });
});

describe("sizes", () => {
  test("are decimal, with one digit below ten", () => {
    expect(
      [1, 999, 2400, 388_000_000, 58_200_000_000].map((size) => formatBytes(size, en)),
    ).toEqual(["1 byte", "999 bytes", "2.4 kB", "388 MB", "58 GB"]);
  });
  test("never print a thousand of a unit", () => {
    expect(formatBytes(999_950, en)).toBe("1 MB");
  });
  test("of a part are told in the unit of the whole", () => {
    expect(formatBytesOf(236_000_000, 388_000_000, en)).toBe("236 of 388 MB");
    expect(formatSpeed(31_000_000, en)).toBe("31 MB/s");
  });
});

describe("durations", () => {
  test("grow coarser as they grow", () => {
    expect([40, 800, 13_000, 180_000, 7_200_000].map((time) => formatDuration(time, en))).toEqual([
      "40 ms",
      "0.8 s",
      "13 s",
      "3 min",
      "2 h",
    ]);
  });
  test("left do not flicker", () => {
    expect([6.2, 37, 38, 170].map((time) => formatTimeLeft(time, en))).toEqual([
      "7 s left",
      "40 s left",
      "40 s left",
      "3 min left",
    ]);
  });
});

describe("days", () => {
  const today = "2026-11-25";
  test("leave out the year that is now", () => {
    expect(formatDay("2026-11-03", today, en)).toBe("3 Nov");
    expect(formatDay("2025-11-03", today, en)).toBe("3 Nov 2025");
  });
  test("near today have names", () => {
    expect(
      ["2026-11-25", "2026-11-24", "2026-11-26", "2026-11-23"].map((day) =>
        formatNearDay(day, today, en),
      ),
    ).toEqual(["Today", "Yesterday", "Tomorrow", "Mon 23 Nov"]);
  });
  test("are spoken whole", () => {
    expect(formatWeekday("2026-11-30", today, en)).toBe("Mon 30 Nov");
    expect(formatLongDay(today, en)).toBe("Wednesday 25 November");
  });
  test("count across a change of clocks and a leap day", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  });
  test("stay themselves, whatever the zone", () => {
    expect(localDay("2026-11-25")).toBe("2026-11-25");
  });
});

test("a digest is spaced in groups of four and shortened in the middle", () => {
  const digest = `9f3c71ae04d8b2c6${"0".repeat(40)}5e1088af`;
  expect(shortDigest(digest)).toBe("9f3c 71ae 04d8 b2c6 … 5e10 88af");
  expect(shortDigest(digest, true)).toBe("9f3c 71ae 04d8 … 88af");
  expect(spacedDigest("9f3c71ae")).toBe("9f3c 71ae");
});
