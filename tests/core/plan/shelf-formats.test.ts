import { describe, expect, it } from "vitest";
import { nameShelfFormats } from "../../../src/core/plan/shelf-formats.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";

const shelf = {
  docx: { words: ["docx", "word document", "word"] },
  vcard: { words: ["vcard", "vcf"] },
  notes: { words: ["obsidian vault", "obsidian", "markdown vault"] },
};
const read = (text: string): ReturnType<typeof nameShelfFormats> =>
  nameShelfFormats(text, parseRequest(text, { today: "2026-11-25" }), shelf);

describe("words of formats that only the shelf knows", () => {
  it("answer the question whether such a format exists", () => {
    const { said, questions } = read("applications as Word document");
    expect(said.formats).toEqual(["docx"]);
    expect(questions).toEqual([]);
  });

  it("are no words without effect any more", () => {
    for (const text of ["contacts as vcf", "contacts as vcard"]) {
      const { said, unused } = read(text);
      expect(said.formats).toEqual(["vcard"]);
      expect(unused).toEqual([]);
    }
  });

  it("take the place of a format that stood for a part of their name", () => {
    expect(read("everything as markdown vault").said.formats).toEqual(["notes"]);
  });

  it("mean nothing where the parser has a use for them", () => {
    const text = 'conversations about "word"';
    expect(read(text)).toEqual(parseRequest(text, { today: "2026-11-25" }));
  });

  it("stay a question where the shelf has no such item", () => {
    const text = "applications as docx";
    const { questions } = nameShelfFormats(text, parseRequest(text, { today: "2026-11-25" }), {});
    expect(questions.map(({ code }) => code)).toEqual(["format.unsupported"]);
  });
});
