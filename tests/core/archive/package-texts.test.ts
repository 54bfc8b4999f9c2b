import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import {
  dataDictionary,
  dataDictionaryCsv,
  dataDictionaryMarkdown,
} from "../../../src/core/archive/data-dictionary.ts";
import { envelopeJsonSchema } from "../../../src/core/archive/json-schema.ts";
import { privacyNotice } from "../../../src/core/archive/privacy-notice.ts";
import { findKind, kindIds } from "../../../src/core/records/any-kind.ts";
import { exportInfo } from "../../support/clean-rows.ts";
import { hasProgram } from "../../support/programs.ts";

interface Schema {
  readonly definitions: Readonly<
    Record<string, { readonly properties: Record<string, unknown>; readonly required: string[] }>
  >;
}

describe("the JSON Schema of a package", () => {
  const schema = envelopeJsonSchema() as unknown as Schema;

  it("describes every field of every kind", () => {
    for (const id of kindIds) {
      const names = Object.keys(schema.definitions[id]?.properties ?? {});
      expect(names.toSorted()).toEqual(Object.keys(findKind(id).fields).toSorted());
      expect(schema.definitions[id]?.required).toContain("id");
    }
  });

  it("states types, labels and formats", () => {
    expect(schema.definitions["applications"]?.properties["applied_on"]).toMatchObject({
      type: "string",
      title: "Applied",
      format: "date",
    });
    expect(schema.definitions["applications"]?.properties["tags"]).toMatchObject({
      type: "array",
      items: { type: "string" },
    });
  });
});

describe("the data dictionary", () => {
  it("has one row for each field, also as CSV and Markdown", () => {
    const fields = kindIds.reduce((sum, id) => sum + Object.keys(findKind(id).fields).length, 0);
    expect(dataDictionary(kindIds)).toHaveLength(fields);
    expect(dataDictionaryCsv(kindIds).trimEnd().split("\r\n")).toHaveLength(fields + 1);
    const rows = dataDictionaryMarkdown(kindIds).match(/^\| [a-z]/gm);
    expect(rows).toHaveLength(fields);
  });

  it.skipIf(!hasProgram("python3"))("is read by Python's csv", () => {
    const script = "import csv,sys; print(len(list(csv.DictReader(sys.stdin))))";
    const printed = execFileSync("python3", ["-c", script], {
      input: dataDictionaryCsv(["contacts"]),
    });
    const fields = Object.keys(findKind("contacts").fields).length;
    expect(Number(printed.toString())).toBe(fields);
  });
});

describe("the privacy notice", () => {
  const facts = { exportInfo, files: [{ name: "data.json", what: "All records" }], retention: [] };

  it("tells Article 15 and Article 20 apart and answers what the first one asks", () => {
    const text = privacyNotice(facts);
    for (const words of [
      "## Article 15",
      "## Article 20",
      "For what purpose",
      "Who receives it",
      "How long is it kept",
      "Where does it come from",
      "Are decisions made automatically",
      "supervisory authority",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("says what is missing instead of claiming to be complete", () => {
    const missing = ["The attached files are not in it"];
    const text = privacyNotice({ ...facts, exportInfo: { ...exportInfo, gdpr_missing: missing } });
    expect(text).toContain("not complete");
    expect(text).toContain("The attached files are not in it");
    const whole = privacyNotice({ ...facts, exportInfo: { ...exportInfo, gdpr_compliant: true } });
    expect(whole).not.toContain("not complete");
  });

  it("names the clean-up rules of schedules as the time that copies are kept", () => {
    expect(privacyNotice({ ...facts, retention: ["the last five"] })).toContain("the last five");
  });
});
