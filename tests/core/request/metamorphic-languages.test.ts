import { describe, expect, test } from "vitest";
import { sameRequest, stable } from "../../../src/core/request/canonical.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import type { OwnNames, Pii, SaidRequest } from "../../../src/core/request/request.ts";
import { readJsonl } from "../../fixtures/requests/score.mjs";

/** The same changes of a sentence as in English, in the words of each other language. */

interface Row {
  readonly lang: string;
  readonly text: string;
  readonly today: string;
  readonly context: { readonly last: SaidRequest | null; readonly data: OwnNames };
}
const rows = readJsonl("tests/fixtures/requests/languages.jsonl") as unknown as readonly Row[];
const of = (lang: string): readonly Row[] => rows.filter((row) => row.lang === lang);
const bare = (text: string): string => text.replace(/[.!?]+$/, "");

const say = (row: Row, text: string): SaidRequest =>
  parseRequest(text, { ...row.context, today: row.today, language: row.lang }).said;

function shareKept(lang: string, change: (text: string) => string): number {
  const kept = of(lang).filter((row) =>
    sameRequest(say(row, row.text), say(row, change(row.text))),
  );
  return kept.length / of(lang).length;
}

const courtesy: readonly (readonly [string, string, string])[] = [
  ["de", "bitte", "Hallo!"],
  ["fr", "s'il te plaît", "Bonjour !"],
  ["es", "por favor", "¡Hola!"],
  ["pt", "por favor", "Olá!"],
];
const hidden: readonly (readonly [string, string, Pii])[] = [
  ["de", "ohne E-Mail-Adressen", "email"],
  ["de", "ohne Telefonnummern", "phone"],
  ["fr", "sans les e-mails", "email"],
  ["fr", "sans numéros de téléphone", "phone"],
  ["es", "sin correos", "email"],
  ["es", "sin teléfonos", "phone"],
  ["pt", "sem emails", "email"],
  ["pt", "sem telefones", "phone"],
];

describe("a sentence in another language keeps its meaning", () => {
  test.each(courtesy)("said politely (%s)", (lang, please, hello) => {
    expect(shareKept(lang, (text) => `${bare(text)}, ${please}`)).toBeGreaterThan(0.96);
    expect(shareKept(lang, (text) => `${hello} ${text}`)).toBeGreaterThan(0.94);
  });
  test.each(courtesy)("in small letters (%s)", (lang) => {
    expect(shareKept(lang, (text) => text.toLowerCase())).toBeGreaterThan(0.9);
  });
  test.each(courtesy)("with a closing mark (%s)", (lang) => {
    expect(shareKept(lang, (text) => `${bare(text)}!`)).toBeGreaterThan(0.97);
  });
});

describe("adding one wish adds one slot", () => {
  test.each(hidden)("%s: %s", (lang, words, kind) => {
    const open = of(lang).filter((row) => {
      const said = say(row, row.text);
      return said.intent === "export" && said.privacy === undefined && said.fields === undefined;
    });
    const kept = open.filter((row) => {
      const before = say(row, row.text);
      const after = say(row, `${bare(row.text)}, ${words}`);
      return stable({ ...before, privacy: { hide: [kind] } }) === stable(after);
    });
    expect(open.length).toBeGreaterThan(10);
    expect(kept.length / open.length).toBeGreaterThan(0.93);
  });
});

describe("the order of the parts does not matter", () => {
  const parts: Readonly<Record<string, readonly [string, string, string]>> = {
    en: ["applications from last month", "as CSV", "no emails"],
    de: ["Bewerbungen vom letzten Monat", "als CSV", "ohne E-Mail-Adressen"],
    fr: ["candidatures du mois dernier", "en CSV", "sans les e-mails"],
    es: ["candidaturas del mes pasado", "en CSV", "sin correos"],
    pt: ["candidaturas do mês passado", "em CSV", "sem emails"],
  };
  test.each(Object.entries(parts))("%s", (language, [a, b, c]) => {
    const orders = [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [c, a, b],
      [b, c, a],
      [c, b, a],
    ];
    const said = orders.map((order) =>
      stable(parseRequest(order.join(", "), { today: "2025-06-18", language }).said),
    );
    expect(new Set(said).size).toBe(1);
  });
});
