import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { canonicalise, stable } from "../../../src/core/request/canonical.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import type { SaidRequest } from "../../../src/core/request/request.ts";
import { dice } from "./random-request.ts";

/**
 * Sentences put together from phrases whose meaning is known: whatever the order, the commas and the
 * courtesies, a sentence says what its phrases say and nothing else.
 */

type Phrase = readonly [string, Partial<SaidRequest>];
type Parts = Readonly<Record<string, readonly Phrase[]>>;

const data = {
  companies: ["Google", "Stripe", "Spotify", "Shopify", "Airbnb", "Acme Corp", "Deloitte"],
  tags: ["startup", "contract", "dream job", "referral", "urgent"],
  contacts: ["Dana Whitfield", "Tom Becker", "Priya Nair"],
  statuses: ["saved", "applied", "interview", "offer", "rejected", "ghosted", "on hold"],
  schedules: ["Weekly backup", "Monthly report"],
  templates: ["Friday pack", "Mentor pack"],
};
const sentences = 800;
/** Phrases that describe the records stand behind them, the others anywhere. */
const near = new Set(["when", "filter"]);
const fixed = new Set(["verb", "kind", "polite"]);

const partsOf = (language: string): Parts =>
  JSON.parse(readFileSync(`tests/fixtures/requests/parts/${language}.json`, "utf8")) as Parts;

function meaning(said: Partial<SaidRequest>): string {
  const { fields, when, ...rest } = canonicalise({ v: 1, intent: "export", ...said });
  // The order of columns and what a date depends on are compared elsewhere.
  const names = fields && [...fields.names].map((name) => stable(name)).sort();
  const dates = when?.map(({ field, start, end }) => [field, start, end]);
  return stable({ ...rest, mode: fields?.mode, names, dates }).toLowerCase();
}

const read = (text: string, language: string): SaidRequest =>
  parseRequest(text, { today: "2025-06-18", language, data }).said;

function* shuffled(parts: Parts, seed: number): Generator<readonly [string, Partial<SaidRequest>]> {
  const roll = dice(seed);
  const below = (n: number): number => roll.below(n);
  const pick = (slot: string): Phrase => {
    const list = parts[slot] ?? [];
    return list[below(list.length)] ?? ["", {}];
  };
  const slots = Object.keys(parts).filter((slot) => !fixed.has(slot));
  for (let i = 0; i < sentences; i++) {
    const kind = pick("kind");
    const whole = kind[1].entities?.include === "all";
    const chosen = slots
      .map((slot) => [below(1000), slot] as const)
      .sort((a, b) => a[0] - b[0])
      .slice(0, 1 + below(4))
      .map(([, slot]) => slot)
      .filter((slot) => !(whole && slot === "filter"));
    const phrases = chosen.map((slot) => [near.has(slot), pick(slot)] as const);
    const behind = phrases.filter(([close]) => close).map(([, [words]]) => ` ${words}`);
    const apart = phrases.filter(([close]) => !close).map(([, [words]]) => words);
    const front = apart.length > 0 && below(5) === 0 ? `${apart.shift() ?? ""}, ` : "";
    const verb = below(5) > 0 ? `${pick("verb")[0]} ` : "";
    const tail = apart.map((words) => (below(2) === 0 ? `, ${words}` : ` ${words}`)).join("");
    const please = below(3) === 0 ? `, ${pick("polite")[0]}` : "";
    const text = `${front}${verb}${kind[0]}${behind.join("")}${tail}${please}`;
    const said = phrases.reduce((sum, [, [, part]]) => ({ ...sum, ...part }), kind[1]);
    yield [below(5) === 0 ? text.toLowerCase() : text, said];
  }
}

describe.each(["en", "de", "fr", "es", "pt"])("phrases in any order (%s)", (language) => {
  const parts = partsOf(language);

  test("mean alone what they mean", () => {
    const kinds = parts["kind"] ?? [];
    const [first = ["", {}] as Phrase] = kinds;
    const others = Object.entries(parts)
      .filter(([slot]) => !fixed.has(slot))
      .flatMap(([, list]) => list);
    const cases: Phrase[] = [
      ...kinds,
      ...others.map(([words, said]): Phrase => [`${first[0]}, ${words}`, { ...first[1], ...said }]),
    ];
    const wrong = cases.filter(([text, said]) => meaning(read(text, language)) !== meaning(said));
    expect(wrong.map(([text]) => text)).toEqual([]);
  });

  test("mean together what they mean alone", () => {
    const wrong = [...shuffled(parts, 20260311)].filter(
      ([text, said]) => meaning(read(text, language)) !== meaning(said),
    );
    expect(wrong.length / sentences, wrong.map(([text]) => text).join("\n")).toBeLessThanOrEqual(
      0.01,
    );
  });
});
