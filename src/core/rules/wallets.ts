import { pageOf } from "../text/page.ts";
import { matchesOf } from "../text/search.ts";
import { isBase58Check, isBech32, isEthereum } from "../text/wallet-checks.ts";
import type { Rule } from "./contract.ts";

const shapes: readonly (readonly [RegExp, (text: string) => boolean])[] = [
  [/\b[123mn][1-9A-HJ-NP-Za-km-z]{25,34}\b/g, isBase58Check],
  [/\b[5KL9c][1-9A-HJ-NP-Za-km-z]{50,51}\b/g, isBase58Check],
  [/\bx(?:prv|pub)[1-9A-HJ-NP-Za-km-z]{100,112}\b/g, isBase58Check],
  [/\b(?:bc|tb|ltc)1[02-9ac-hj-np-z]{11,80}\b/gi, isBech32],
  [/\b0x[0-9a-fA-F]{40}\b/g, isEthereum],
];

export const wallets: Rule = {
  label: "Wallet addresses",
  level: "basic",
  replacement: "[wallet]",
  *find(text, page) {
    if (pageOf(text, page).longRuns.length === 0) return;
    for (const [shape, isValid] of shapes) {
      for (const match of matchesOf(shape, text)) {
        if (!/\d/.test(match[0]) || !isValid(match[0])) continue;
        // A private key is a secret, an address is not.
        const secret = /^[5KL9c]|^xprv/.test(match[0]) && match[0].length > 45;
        yield {
          start: match.index,
          end: match.index + match[0].length,
          type: secret ? "SECRET" : "CRYPTO",
          certain: true,
          strength: "proved",
        };
      }
    }
  },
  examples: {
    caught: ["1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "0x52908400098527886E0F7030069857D2E4169EE7"],
    spared: [
      "1BoatSLRHtKNngkdXEeobR76b53LETtpyU",
      "0x1234",
      "sha 9fceb02d0ae598e95dc970b74767f19372d61af8",
    ],
  },
};
