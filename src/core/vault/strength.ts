import type { ContainerId } from "../plan/plan.ts";

/** Powers of ten of guesses: below `refused` no file is made, from `good` on the meter is green. */
const floors: Readonly<Record<string, { readonly refused: number; readonly good: number }>> = {
  // The key derivation of AE-2 is about 1,400 times cheaper to attack (security.md D3).
  "encrypted-zip": { refused: 16, good: 20 },
  vault: { refused: 12, good: 16 },
  capsule: { refused: 12, good: 16 },
};

export interface Strength {
  readonly guessesLog10: number;
  readonly verdict: "refused" | "fair" | "good";
  /** What makes it weak, in words, where something does. */
  readonly why?: string;
}

/**
 * Judges a passphrase of a person's own. `ownWords` (names, companies) count as known to an attacker.
 * Loads its dictionaries on first use.
 */
export async function measureStrength(
  passphrase: string,
  container: ContainerId,
  ownWords: readonly string[] = [],
): Promise<Strength> {
  if (container === "encrypted-zip" && !/^[\x20-\x7e]*$/.test(passphrase)) {
    const why = "An encrypted ZIP takes letters, digits and signs of ASCII alone.";
    return { guessesLog10: 0, verdict: "refused", why };
  }
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const factory = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ownWords: ownWords.map((word) => word.toLowerCase()) },
    graphs: common.adjacencyGraphs,
  });
  const { guessesLog10, feedback } = factory.check(passphrase);
  const floor = floors[container] ?? { refused: 12, good: 16 };
  const verdict =
    guessesLog10 < floor.refused ? "refused" : guessesLog10 < floor.good ? "fair" : "good";
  const why = feedback.warning;
  return { guessesLog10, verdict, ...(why === null || why === "" ? {} : { why }) };
}
