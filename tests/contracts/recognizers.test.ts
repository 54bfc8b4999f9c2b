import { describe, expect, test } from "vitest";
import * as shelf from "../../src/core/recognizers/registry.ts";
import { lexiconOf, languages } from "../../src/core/request/lexicon/languages.ts";
import { buildScene } from "../../src/core/request/reading/build-scene.ts";

const today = "2025-06-18";
const data = {
  companies: ["Google", "Stripe"],
  contacts: ["Dana Whitfield"],
  tags: ["urgent"],
  schedules: ["Weekly backup"],
};
const sceneOf = (text: string) => buildScene(text, today, lexiconOf("en"), data);
const items = Object.entries(shelf);

describe.each(items)("recognizer %s", (_name, recognizer) => {
  const { caught, spared } = recognizer.examples;

  test("reads its own examples", () => {
    expect(caught.length).toBeGreaterThan(0);
    for (const { text, finds } of caught) {
      const found = [...recognizer.find(sceneOf(text))].flatMap((candidate) =>
        candidate.findings.map(({ path, value }) => `${path}=${JSON.stringify(value)}`),
      );
      for (const each of finds) expect(found, text).toContain(each);
    }
  });
  test("leaves other sentences alone", () => {
    expect(spared.length).toBeGreaterThan(0);
    for (const text of spared) {
      const found = [...recognizer.find(sceneOf(text))].flatMap((candidate) => candidate.findings);
      expect(
        found.map(({ path }) => path),
        text,
      ).toEqual([]);
    }
  });
  test("claims words that exist, with a confidence between 0 and 1", () => {
    for (const { text } of caught) {
      const scene = sceneOf(text);
      for (const { from, to, findings, doubts = [] } of recognizer.find(scene)) {
        for (const range of [{ from, to }, ...findings, ...doubts]) {
          expect(range.from).toBeGreaterThanOrEqual(0);
          expect(range.to).toBeGreaterThan(range.from);
          expect(range.to).toBeLessThanOrEqual(scene.tokens.length);
        }
        for (const { confidence } of findings) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }
    }
  });
  test("gives the same answer twice, in every language, for any text", () => {
    for (const language of languages) {
      for (const text of ["", "…", "12 #3 «x» @ 5€", "no no no no", recognizer.label]) {
        const scene = buildScene(text, today, lexiconOf(language), data);
        expect([...recognizer.find(scene)]).toEqual([...recognizer.find(scene)]);
      }
    }
  });
});
