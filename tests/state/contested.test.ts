import { describe, expect, test } from "vitest";
import { contestedChips, contestedPieces } from "../../src/state/ask/contested.ts";
import type { ChipView } from "../../src/state/ask/read-chips.ts";
import type { Piece } from "../../src/state/ask/read-marks.ts";

const piece = (text: string, slot: string): Piece => ({
  text,
  from: 0,
  tone: "said",
  slots: [slot],
});
const pieces = [piece("strict", "privacy.level"), piece("CSV", "formats")];
const chip = (slot: string): ChipView => ({
  slot,
  label: "",
  value: "",
  look: "said",
  spans: [],
  words: "",
  why: "",
  widens: false,
});
const rows = { said: [chip("privacy.keep"), chip("formats")], assumed: [] };

describe("words that contradict each other", () => {
  test("look doubtful, with their chips, while the question is open", () => {
    const question = { severity: "hard", slot: "privacy.level" } as const;
    expect(contestedPieces(pieces, question).map(({ tone }) => tone)).toEqual(["doubtful", "said"]);
    expect(contestedChips(rows, question).said.map(({ look }) => look)).toEqual([
      "doubtful",
      "said",
    ]);
  });
  test("look understood where the question can be left open, or is answered", () => {
    for (const question of [undefined, { severity: "soft", slot: "privacy.level" } as const]) {
      expect(contestedPieces(pieces, question)).toEqual(pieces);
      expect(contestedChips(rows, question)).toEqual(rows);
    }
  });
});
