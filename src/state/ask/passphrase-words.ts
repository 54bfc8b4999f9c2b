import type { Strength } from "../../core/vault/strength.ts";
import type { PassphraseDraft } from "./passphrase.svelte.ts";

/** How a passphrase of one's own is judged, in words. */
export const strengthWords: Readonly<Record<Strength["verdict"], string>> = {
  refused: "Too easy to guess for this kind of file.",
  fair: "Fair.",
  good: "Hard to guess.",
};

/** Why a passphrase is not ready yet, in words. */
export function whyNotReady({ phase, ready }: PassphraseDraft): string | undefined {
  if (ready !== undefined) return undefined;
  if (phase.name === "drawing") return "The words are being drawn.";
  if (phase.name === "drawn") return "Type the third and the fifth word first.";
  if (phase.strength === undefined) return "Type a passphrase first.";
  if (phase.strength.verdict === "refused") return "Choose a passphrase that is harder to guess.";
  return "Type it once more, the same.";
}
