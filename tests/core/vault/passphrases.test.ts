import { describe, expect, test } from "vitest";
import type { Bytes } from "../../../src/core/formats/contract.ts";
import { drawIndex, loadWords, makePassphrase } from "../../../src/core/vault/make-passphrase.ts";
import { normalizePassphrase } from "../../../src/core/vault/passphrase.ts";
import { makeRecoveryCode, readRecoveryCode } from "../../../src/core/vault/recovery-code.ts";
import { measureStrength } from "../../../src/core/vault/strength.ts";

/** A generator with a seed (xorshift32): the same test every time. */
function seeded(seed: number): (bytes: number) => Bytes {
  let state = seed;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 255;
  };
  return (bytes) => Uint8Array.from({ length: bytes }, next);
}

describe("a drawn passphrase", () => {
  test("has six lower-case words of the list, single blanks between", async () => {
    const words = await loadWords();
    expect(words.length).toBe(7776);
    const drawn = makePassphrase(words, seeded(7));
    expect(drawn.split(" ")).toHaveLength(6);
    expect(drawn.split(" ").every((word) => words.includes(word))).toBe(true);
  });

  test("draws every word with the same chance", () => {
    const random = seeded(99);
    const size = 64;
    const draws = 1_000_000;
    const seen = new Array<number>(size).fill(0);
    for (let n = 0; n < draws; n += 1) {
      const index = drawIndex(size, random);
      seen[index] = (seen[index] ?? 0) + 1;
    }
    const expected = draws / size;
    const chi = seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(120); // 63 degrees of freedom: p = 0.00002
  });

  test("throws away a draw beyond the last whole multiple", () => {
    const draws = [
      [255, 255],
      [0, 5],
    ];
    const random = (): Bytes => Uint8Array.from(draws.shift() ?? []);
    expect(drawIndex(7776, random)).toBe(5);
    expect(draws).toHaveLength(0);
  });
});

describe("a recovery code", () => {
  test("is read back however it is typed", () => {
    const code = makeRecoveryCode(seeded(3));
    expect(code).toMatch(/^(?:[0-9A-Z]{5}-){5}[0-9A-Z][0-9A-Z*~$=]$/);
    expect(readRecoveryCode(code)).toBe(code);
    expect(readRecoveryCode(code.toLowerCase().replaceAll("-", " "))).toBe(code);
    expect(readRecoveryCode(code.replaceAll("0", "O").replaceAll("1", "l"))).toBe(code);
  });

  test("with one wrong symbol is none", () => {
    const code = makeRecoveryCode(seeded(4));
    const other = code.startsWith("A") ? "B" : "A";
    expect(readRecoveryCode(other + code.slice(1))).toBeUndefined();
    expect(readRecoveryCode("")).toBeUndefined();
  });

  test("fits the check symbols of the vectors", () => {
    for (const code of ["916TE-K84EV-ZTZ74-QE4T9-6B8C7-Y*", "EG8XG-R31BR-ZRKVX-7JNR1-8EVXP-AH"]) {
      expect(readRecoveryCode(code)).toBe(code);
    }
  });
});

describe("a passphrase as typed", () => {
  test("loses TAB, LF, CR and SPACE at its ends and nothing else", () => {
    expect(normalizePassphrase("\t a  b\r\n")).toBe("a  b");
    expect(normalizePassphrase("\u00a0a\u3000")).toBe("\u00a0a\u3000");
    expect(normalizePassphrase("e\u0301")).toBe("\u00e9");
  });

  test("is judged harder for an encrypted ZIP than for a vault", async () => {
    const phrase = "gulf tandem orbit";
    const inVault = await measureStrength(phrase, "vault");
    const inZip = await measureStrength(phrase, "encrypted-zip");
    expect(inVault.guessesLog10).toBeCloseTo(inZip.guessesLog10);
    expect((await measureStrength("password1", "vault")).verdict).toBe("refused");
    expect((await measureStrength("ember velvet nickel raven nectar tulip", "vault")).verdict).toBe(
      "good",
    );
    expect([inVault.verdict, inZip.verdict]).not.toEqual(["good", "good"]);
  });

  test("that is the name of a tracked company counts as known", async () => {
    const name = "quillfeatherlogistics";
    const stranger = await measureStrength(name, "vault");
    const known = await measureStrength(name, "vault", ["Quillfeatherlogistics"]);
    expect(known.guessesLog10).toBeLessThan(stranger.guessesLog10);
  });
});
