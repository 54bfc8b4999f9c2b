import { describe, expect, it } from "vitest";
import type { ExportDocument, Format } from "../../../src/core/formats/contract.ts";
import { html } from "../../../src/core/formats/html.ts";
import { markdown } from "../../../src/core/formats/markdown.ts";
import { pdf } from "../../../src/core/formats/pdf.ts";
import { text } from "../../../src/core/formats/text.ts";
import {
  collect,
  documentOf,
  sectionOf,
  streamOf,
  writeText,
  writeWhole,
} from "../../support/clean-rows.ts";

const applications = [
  { id: "a1", company: "Aurelia", title: "Analyst", status: "rejected" },
  { id: "a2", company: "Bluefin", title: "Engineer", status: "applied" },
  { id: "a3", company: "Copperline", title: "Lead", status: "applied" },
  { id: "a4", company: "Dover", title: "Lead" },
];
const interviews = [
  { id: "i1", application_id: "a2", round: "First" },
  { id: "i2", application_id: "gone" },
];
const grouped = (as: "section" | "count"): ExportDocument =>
  documentOf(
    [
      sectionOf("applications", applications, { columns: ["company", "title"], batch: 1 }),
      sectionOf("interviews", interviews, { columns: ["round", "application_id"] }),
    ],
    { group: { by: "status", as } },
  );
const formats: readonly (readonly [string, Format])[] = [
  ["Markdown", markdown],
  ["HTML", html],
  ["plain text", text],
];

async function shownBy(format: Format, document: ExportDocument): Promise<string> {
  return writeText(format, document);
}

describe.each(formats)("groups in %s", (_name, format) => {
  it("stand in the order of stages with their counts, and lose no record", async () => {
    const written = await shownBy(format, grouped("section"));
    const places = ["Bluefin", "Copperline", "Aurelia", "Dover"].map((name) =>
      written.indexOf(name),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(await format.count?.(streamOf(written))).toBe(6);
  });

  it("can be counted instead of listed, and then no record can", async () => {
    const written = await shownBy(format, grouped("count"));
    expect(written).not.toContain("Copperline");
    expect(written).toMatch(/applied\D*2/);
    expect(written).toMatch(/None\D*1/);
    expect(await format.count?.(streamOf(written))).toBeUndefined();
  });

  it("names the application of an interview, and shows an id that it does not know", async () => {
    const written = await shownBy(format, grouped("section"));
    expect(written).toContain("Bluefin · Engineer");
    expect(written).toContain("gone");
  });
});

describe("groups in PDF", () => {
  it("have a heading each, and lose no record", async () => {
    const bytes = await writeWhole(pdf, grouped("section"));
    const pages = (await collect(pdf.text?.(streamOf(bytes)) ?? none())).join("\n");
    expect(pages).toMatch(/applied 2\n[^]*rejected 1\n[^]*None 1\n/);
    expect(pages).toContain("Bluefin · Engineer");
    expect(await pdf.count?.(streamOf(bytes))).toBe(6);
  });

  it("can be counted instead of listed", async () => {
    const bytes = await writeWhole(pdf, grouped("count"));
    const pages = (await collect(pdf.text?.(streamOf(bytes)) ?? none())).join("\n");
    expect(pages).toContain("applied 2\nrejected 1\nNone 1");
    expect(await pdf.count?.(streamOf(bytes))).toBeUndefined();
  });
});

async function* none(): AsyncGenerator<never> {
  // Stands in for a format that has no text of its own.
}
