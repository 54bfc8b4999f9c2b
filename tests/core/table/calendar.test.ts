import { describe, expect, test } from "vitest";
import { isUpcoming, nextInterview } from "../../../src/core/table/interview-words.ts";
import { markWords } from "../../../src/core/table/mark-words.ts";
import { monthWeeks, shiftMonth } from "../../../src/core/table/month-days.ts";
import { safeLink } from "../../../src/core/table/safe-link.ts";
import { addReference, relatedQueries } from "../../../src/core/table/related.ts";
import { findKind } from "../../../src/core/records/any-kind.ts";
import { guessDocumentType } from "../../../src/core/table/document-draft.ts";

const record = (id: string, fields: Readonly<Record<string, unknown>> = {}) => ({
  id,
  created_at: "2026-10-01T08:00:00Z",
  updated_at: "2026-10-01T08:00:00Z",
  ...fields,
});

describe("a month", () => {
  test("starts on the Monday before it and ends on the Sunday after", () => {
    const weeks = monthWeeks("2026-11-25");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toEqual({ day: "2026-10-26", inside: false });
    expect(weeks[0]?.[6]).toEqual({ day: "2026-11-01", inside: true });
    expect(weeks[5]?.[6]).toEqual({ day: "2026-12-06", inside: false });
  });
  test("needs four weeks when February starts on a Monday", () => {
    expect(monthWeeks("2027-02-10")).toHaveLength(4);
  });
  test("moves over the turn of the year", () => {
    expect(shiftMonth("2026-12-31", 1)).toBe("2027-01-01");
    expect(shiftMonth("2026-01-15", -1)).toBe("2025-12-01");
  });
});

describe("interviews", () => {
  const now = "2026-11-25T10:00:00Z";
  test("lie ahead by their instant, whatever their offset", () => {
    expect(isUpcoming(record("1", { starts_at: "2026-11-25T12:30:00+02:00" }), now)).toBe(true);
    expect(isUpcoming(record("1", { starts_at: "2026-11-25T11:30:00+02:00" }), now)).toBe(false);
    expect(isUpcoming(record("1"), now)).toBe(false);
  });
  test("give the nearest one as the next", () => {
    const later = record("b", { starts_at: "2026-12-01T09:00:00Z" });
    const sooner = record("a", { starts_at: "2026-11-27T09:00:00Z" });
    expect(nextInterview([later, sooner], now)?.id).toBe("a");
  });
});

describe("what belongs to a record", () => {
  test("is found in both directions of a reference", () => {
    const queries = relatedQueries(findKind("applications"), record("a", { contact_ids: ["c1"] }));
    expect(queries.find(({ kind }) => kind === "contacts")?.where).toEqual({
      any: [
        { field: "application_ids", op: "eq", value: "a" },
        { field: "id", op: "in", value: ["c1"] },
      ],
    });
    expect(queries.map(({ kind }) => kind)).toContain("conversations");
    expect(queries.map(({ kind }) => kind)).not.toContain("memories");
  });
  test("is added once", () => {
    const once = addReference(record("a"), "document_ids", "d");
    expect(once).toMatchObject({ document_ids: ["d"] });
    expect(addReference(once, "document_ids", "d")).toBe(once);
  });
});

describe("text from outside", () => {
  test("opens only as a page of the web", () => {
    expect(safeLink("haldenvoss.example/412")).toBe("https://haldenvoss.example/412");
    for (const text of ["javascript:alert(1)", "data:text/html,x", "file:///etc", "nothing", 7]) {
      expect(safeLink(text), String(text)).toBeUndefined();
    }
  });
  test("is marked at the first place of each word, without overlap", () => {
    expect(markWords("pay 60 to 70", ["60 to 70", "60", "70"])).toEqual([
      { text: "pay ", marked: false },
      { text: "60 to 70", marked: true },
    ]);
  });
  test("names the kind of a document, as far as a file name can", () => {
    expect(guessDocumentType("CV 2026.pdf")).toBe("resume");
    expect(guessDocumentType("offer-letter.pdf")).toBe("offer");
    expect(guessDocumentType("Receipt.pdf")).toBe("other");
  });
});
