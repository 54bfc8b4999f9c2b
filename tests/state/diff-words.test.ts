import { describe, expect, test } from "vitest";
import { diffWords, type DiffPiece } from "../../src/state/ask/diff-words.ts";

const changed = (pieces: readonly DiffPiece[]): readonly string[] =>
  pieces.filter((piece) => piece.changed).map(({ text }) => text);
const whole = (pieces: readonly DiffPiece[]): string => pieces.map(({ text }) => text).join("");

describe("before and after", () => {
  const before = "Petra Nyström said call her on +49 40 5550 1234 before Friday";
  const after = "Person A said call her on [phone] before Friday";
  const diff = diffWords(before, after);
  test("tint what went and what came, and nothing else", () => {
    expect(changed(diff.before)).toEqual(["Petra Nyström", "+49 40 5550 1234"]);
    expect(changed(diff.after)).toEqual(["Person A", "[phone]"]);
  });
  test("lose no letter on either side", () => {
    expect(whole(diff.before)).toBe(before);
    expect(whole(diff.after)).toBe(after);
  });
  test("of the same text tint nothing", () => {
    expect(changed(diffWords(before, before).before)).toEqual([]);
  });
  test("of a very long text are compared by head and tail", () => {
    const long = "word ".repeat(600);
    const { before: pieces } = diffWords(`${long}Petra ${long}`, `${long}Person ${long}`);
    expect(changed(pieces)).toEqual(["Petra"]);
  });
});
