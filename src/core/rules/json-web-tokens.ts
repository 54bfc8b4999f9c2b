import { matchesOf } from "../text/search.ts";
import type { Rule } from "./contract.ts";

const shape = /\beyJ[\w-]{5,4000}\.(?:[\w-]{4,8000})(?:\.[\w-]{0,4000})?(?:\.[\w-]{1,4000}){0,2}/g;

/** The text of a base64url part, or nothing. */
function decode(part: string): string | undefined {
  try {
    return atob(part.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
}

/** RFC 7515 section 4.1.1: a header names its algorithm. */
function hasAlgorithm(part: string): boolean {
  const header = decode(part);
  return header?.startsWith("{") === true && /"(?:alg|typ|enc|kid)"\s*:/.test(header);
}

export const jsonWebTokens: Rule = {
  label: "JSON web tokens",
  level: "basic",
  replacement: "[secret]",
  gate: ["eyj"],
  *find(text) {
    for (const match of matchesOf(shape, text)) {
      const [header = ""] = match[0].split(".");
      if (!hasAlgorithm(header)) continue;
      yield {
        start: match.index,
        end: match.index + match[0].length,
        type: "SECRET",
        certain: true,
        strength: "proved",
      };
    }
  },
  examples: {
    caught: ["Bearer eyJhbGciOiJFUzI1NiJ9.eyJyb2xlIjoicGlsb3QifQ.c2lnbmF0dXJlLWdvZXMtaGVyZQ"],
    spared: ["version 1.24.3.1", "eyJAAAA.eyJBBBB.eyJCCCC"],
  },
};
