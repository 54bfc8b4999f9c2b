import { readFileSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadLists } from "../../../src/core/names/lists.ts";
import { findPersonal } from "../../../src/core/sanitize/find-personal.ts";
import { makeSanitizer } from "../../../src/core/sanitize/make-sanitizer.ts";

const folder = new URL("../../fixtures/pii/own/", import.meta.url);

interface Row {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
  }[];
}

const rows = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n").filter(Boolean))
  .map((line) => JSON.parse(line) as Row);
const nobody = { people: [], companies: [] };

beforeAll(async () => {
  await loadLists("strict");
});

const zero = "\u200b";
const hostile: Readonly<Record<string, string>> = {
  "lone surrogates": "Mail \ud800mara.lind@firm.test\udc00 now, \ud83d call",
  "base64 blobs": `data:image/png;base64,${"iVBORw0KGgoAAAANSUhEUgAAAAUA".repeat(400)} mara.lind@firm.test`,
  HTML: '<p>Mail <a href="mailto:mara.lind@firm.test">mara.lind@firm.test</a></p>',
  "mixed scripts": "Письмо от mara.lind@firm.test 你好 مرحبا",
  "a number over two lines": "Tel +49 30\n901820 or mara.lind@firm.test",
  "control characters": "\u0000\u0007mara.lind@firm.test\u001b[0m",
  "right-to-left marks": "\u202emara.lind@firm.test\u202c",
  "marks upon marks": `Z${"\u0301".repeat(500)} mara.lind@firm.test`,
};

describe("texts that are not well-meant", () => {
  it.each(Object.entries(hostile))(
    "%s: no crash, and the address inside is found where it stands",
    (_name, text) => {
      const spans = findPersonal(text, { level: "strict", known: nobody });
      for (const { start, end } of spans) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      expect(
        spans.some(({ start, end }) => text.slice(start, end).includes("lind@firm.test")),
      ).toBe(true);
    },
  );

  it.each([
    [
      "a zero-width blank in an e-mail address",
      `write to mara.${zero}lind@fi${zero}rm.test today`,
      "lind",
    ],
    ["a soft hyphen in an e-mail address", "write to mara.lind@fi\u00adrm.test today", "lind"],
    ["full-width letters of an at sign", "write to mara.lind＠firm.test today", "lind"],
    ["a Cyrillic letter in an e-mail address", "write to m\u0430ra.lind@firm.test today", "lind"],
  ])("%s does not hide it", (_name, text, part) => {
    const clean = makeSanitizer({ level: "moderate" }, { known: nobody }).cleanText(text);
    expect(clean).not.toContain(part);
  });

  it.each([
    ["ten megabytes without a blank", "a".repeat(10_000_000)],
    ["a hundred kilobytes of at signs", "a@".repeat(50_000)],
    ["a hundred kilobytes of digits and blanks", "12 34 ".repeat(17_000)],
    ["a hundred kilobytes of capitals", "Anna ".repeat(20_000)],
    ["a hundred kilobytes of street words", "Via Roma ".repeat(11_000)],
    ["a hundred kilobytes of greetings", "hi anna, ".repeat(11_000)],
    ["a hundred kilobytes of colons", "Anna: b\n".repeat(12_000)],
    ["a hundred kilobytes of password labels", "password ".repeat(11_000)],
    ["a hundred kilobytes of dots", "a.".repeat(50_000)],
  ])("%s takes seconds, not minutes", { timeout: 60_000 }, (_name, text) => {
    const from = performance.now();
    findPersonal(text, { level: "strict", known: { people: ["Anna Lind"], companies: [] } });
    expect(performance.now() - from).toBeLessThan(20_000);
  });
});

describe("cleaned texts", () => {
  const sanitizers = (["basic", "moderate", "strict"] as const).map((level) => ({
    level,
    known: nobody,
  }));

  it.each(sanitizers)(
    "at $level differ from the original only inside the hits",
    ({ level, known }) => {
      for (const { id, text } of rows) {
        const finds = findPersonal(text, { level, known });
        let at = 0;
        let expected = "";
        const clean = makeSanitizer({ level, pseudonyms: false }, { known }).cleanText(text);
        for (const { start, end, replacement } of finds) {
          expected += text.slice(at, start) + replacement;
          at = end;
        }
        expect(clean, id).toBe(expected + text.slice(at));
      }
    },
  );
});

/** Recall on the texts of a job search: half of a span covered counts as found, as in the corpus's score. */
describe("the texts of a job search", () => {
  const floors: Readonly<Record<string, number>> = {
    EMAIL: 0.98,
    IBAN: 0.98,
    CREDIT_CARD: 0.98,
    SECRET: 0.98,
    PHONE: 0.95,
    PERSON: 0.88,
    ADDRESS: 0.85,
    PASSPORT: 0.98,
    NATIONAL_ID: 0.93,
    TAX_ID: 0.98,
    DATE_OF_BIRTH: 0.9,
  };
  it.each(Object.entries(floors))("%s: at least %d of them are covered", (type, floor) => {
    let all = 0;
    let found = 0;
    for (const { text, spans } of rows) {
      if (!spans.some((span) => span.type === type)) continue;
      const covered = new Uint8Array(text.length);
      for (const { start, end } of findPersonal(text, { level: "strict", known: nobody }))
        covered.fill(1, start, end);
      for (const { start, end } of spans.filter((span) => span.type === type)) {
        all += 1;
        if (covered.subarray(start, end).reduce((sum, one) => sum + one, 0) * 2 >= end - start)
          found += 1;
      }
    }
    expect(found / all).toBeGreaterThanOrEqual(floor);
  });
});
