import { beforeAll, describe, expect, it } from "vitest";
import { loadLists } from "../../../src/core/names/lists.ts";
import { makeSanitizer } from "../../../src/core/sanitize/make-sanitizer.ts";
import { formsOf } from "../../../src/core/sanitize/rescan.ts";

beforeAll(async () => {
  await loadLists("strict");
});

const name = 'Mara "Mia" Lindqvist-Ö';
const contact = { id: "c1", created_at: "", updated_at: "", name, email: "mara@halden.test" };

describe("the second look", () => {
  it.each([...formsOf(name)])("finds a replaced name written as %s", (_form, written) => {
    const sanitizer = makeSanitizer(
      { level: "strict" },
      { known: { people: [name], companies: [] } },
    );
    sanitizer.clean("contacts", contact);
    expect(sanitizer.rescan(`before ${written} after`).length).toBeGreaterThan(0);
  });

  it("finds base64 at any phase of a longer text", () => {
    const sanitizer = makeSanitizer(
      { level: "strict" },
      { known: { people: [name], companies: [] } },
    );
    sanitizer.clean("contacts", contact);
    for (const before of ["", "x", "xy", "xyz"]) {
      const encoded = Buffer.from(`${before}${name} and more`).toString("base64");
      expect(sanitizer.rescan(encoded), before).not.toEqual([]);
    }
  });

  it("finds an e-mail address that was never cleaned, and not our own stand-ins", () => {
    const sanitizer = makeSanitizer(
      { level: "moderate" },
      { known: { people: [], companies: [] } },
    );
    expect(sanitizer.rescan("someone@firm.test")).toMatchObject([
      { type: "EMAIL", found: "emails" },
    ]);
    expect(sanitizer.rescan("person3@example.invalid, +00 000 0003, [email]")).toEqual([]);
  });

  it("looks for ten thousand values in a megabyte in less than two seconds", () => {
    const sanitizer = makeSanitizer(
      { level: "moderate" },
      { known: { people: [], companies: [] } },
    );
    for (let i = 0; i < 10_000; i += 1) sanitizer.cleanText(`person.number${String(i)}@firm.test`);
    const text = "Nothing of it stands here, line after line. ".repeat(23_000);
    const from = performance.now();
    expect(sanitizer.rescan(text)).toEqual([]);
    expect(performance.now() - from).toBeLessThan(2000);
  });

  it("finds nothing in what the sanitizer itself wrote", () => {
    const sanitizer = makeSanitizer(
      { level: "strict", pseudonyms: true },
      { known: { people: [name], companies: [] } },
    );
    expect(sanitizer.rescan(JSON.stringify(sanitizer.clean("contacts", contact)))).toEqual([]);
  });
});
