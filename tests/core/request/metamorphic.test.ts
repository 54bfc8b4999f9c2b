import { describe, expect, test } from "vitest";
import { sameRequest, stable } from "../../../src/core/request/canonical.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import type { OwnNames, SaidRequest } from "../../../src/core/request/request.ts";
import { readJsonl } from "../../fixtures/requests/score.mjs";

interface Row {
  readonly text: string;
  readonly today: string;
  readonly family: string;
  readonly context: { readonly last: SaidRequest | null; readonly data: OwnNames };
}
const rows = (
  readJsonl("tests/fixtures/requests/single.jsonl") as unknown as readonly Row[]
).filter((row) =>
  ["single slot", "multi-slot", "dates", "negation", "schedule"].includes(row.family),
);

const say = (row: Row, text: string): SaidRequest =>
  parseRequest(text, { ...row.context, today: row.today, language: "en" }).said;

function shareKept(change: (text: string) => string, among: readonly Row[] = rows): number {
  const kept = among.filter((row) => sameRequest(say(row, row.text), say(row, change(row.text))));
  return kept.length / among.length;
}

describe("a sentence keeps its meaning", () => {
  test("in capitals and in small letters", () => {
    const plain = rows.filter((row) => !/["“]/.test(row.text) && row.text.length < 90);
    expect(shareKept((text) => text.toLowerCase(), plain)).toBeGreaterThan(0.93);
    expect(shareKept((text) => text.toUpperCase(), plain)).toBeGreaterThan(0.85);
  });
  test("with a closing mark", () => {
    expect(shareKept((text) => `${text.replace(/[.!?]+$/, "")}.`)).toBeGreaterThan(0.99);
    expect(shareKept((text) => `${text.replace(/[.!?]+$/, "")}!`)).toBeGreaterThan(0.99);
  });
  test("said politely", () => {
    expect(shareKept((text) => `${text.replace(/[.!?]+$/, "")}, please`)).toBeGreaterThan(0.98);
    expect(shareKept((text) => `please ${text}`)).toBeGreaterThan(0.97);
    expect(shareKept((text) => `Hi! ${text}`)).toBeGreaterThan(0.97);
  });
  test("with one letter doubled in a long keyword", () => {
    const typo = (text: string): string =>
      text.replace(
        /applications|interviews|conversations|documents/i,
        (word) => `${word.slice(0, 5)}${word[4] ?? ""}${word.slice(5)}`,
      );
    expect(shareKept(typo)).toBeGreaterThan(0.97);
  });
  test("with curly quotes and a no-break space", () => {
    expect(shareKept((text) => text.replace(/'/g, "’").replace(" ", "\u00A0"))).toBeGreaterThan(
      0.98,
    );
  });
});

describe("adding to a sentence", () => {
  test("'no emails' adds exactly that", () => {
    const open = rows.filter((row) => {
      const said = say(row, row.text);
      return said.intent === "export" && said.privacy === undefined && said.fields === undefined;
    });
    const kept = open.filter((row) => {
      const before = say(row, row.text);
      const after = say(row, `${row.text.replace(/[.!?]+$/, "")}, no emails`);
      return stable({ ...before, privacy: { hide: ["email"] } }) === stable(after);
    });
    expect(kept.length / open.length).toBeGreaterThan(0.96);
  });
  test("a passphrase changes nothing but the lock", () => {
    const open = rows.filter((row) => {
      const said = say(row, row.text);
      return said.intent === "export" && said.encryption === undefined;
    });
    for (const row of open) {
      const text = `${row.text.replace(/[.!?]+$/, "")}, password: qzX7-Rt`;
      const result = parseRequest(text, { ...row.context, today: row.today, language: "en" });
      expect(
        result.secrets.map(([from, to]) => text.slice(from, to)),
        text,
      ).toEqual(["qzX7-Rt"]);
      expect(JSON.stringify([result.said, result.evidence]), text).not.toContain("qzX7");
      expect(result.said.encryption?.on, text).toBe(true);
    }
  });
});
