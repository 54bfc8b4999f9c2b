import type { Bytes } from "../../formats/contract.ts";

/**
 * Fonts by the script they are for, cut at build from Noto (OFL). The content policy forbids fetching
 * files, so each one is a module that is imported when a text needs it.
 */
const files = {
  latin: () => import("../../../generated/fonts/latin.ts"),
  "latin-bold": () => import("../../../generated/fonts/latin-bold.ts"),
  arabic: () => import("../../../generated/fonts/arabic.ts"),
  hebrew: () => import("../../../generated/fonts/hebrew.ts"),
  devanagari: () => import("../../../generated/fonts/devanagari.ts"),
  sc: () => import("../../../generated/fonts/sc.ts"),
  tc: () => import("../../../generated/fonts/tc.ts"),
  jp: () => import("../../../generated/fonts/jp.ts"),
  kr: () => import("../../../generated/fonts/kr.ts"),
} as const;

export type FontName = keyof typeof files;

export async function loadFont(name: FontName): Promise<Bytes> {
  const { font } = await files[name]();
  const binary = atob(font);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
