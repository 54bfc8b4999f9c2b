import { isWordAt } from "../text/chars.ts";
import type { Rule } from "./contract.ts";

// Lengths by country, SWIFT IBAN Registry release 99.
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const shape = /[A-Za-z]{2}\d{2}(?:[ \u00a0.-]?[A-Za-z0-9]){8,34}/g;

/** ISO 13616-1: the rearranged number is 1 modulo 97. */
function passesMod97(compact: string): boolean {
  const moved = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Length in the text of the IBAN that begins here, or 0: the country says how many characters to take. */
function readLength(written: string): number {
  const want = lengths[written.slice(0, 2).toUpperCase()];
  if (want === undefined) return 0;
  let compact = "";
  for (let i = 0; i < written.length; i += 1) {
    const char = written.charAt(i);
    if (!/[A-Za-z0-9]/.test(char)) continue;
    compact += char.toUpperCase();
    if (compact.length === want) return passesMod97(compact) ? i + 1 : 0;
  }
  return 0;
}

export const ibans: Rule = {
  label: "IBAN",
  level: "strict",
  replacement: "[iban]",
  *find(text) {
    shape.lastIndex = 0;
    // The search goes on right behind what was judged: the next number may begin inside a long match.
    for (let match = shape.exec(text); match; match = shape.exec(text)) {
      const start = match.index;
      const size = isWordAt(text, start - 1) ? 0 : readLength(match[0]);
      const end = start + size;
      if (size === 0 || isWordAt(text, end)) {
        shape.lastIndex = start + 2;
        continue;
      }
      shape.lastIndex = end;
      yield { start, end, type: "IBAN", certain: true, strength: "proved" };
      shape.lastIndex = end;
    }
  },
  examples: {
    caught: ["IBAN: NL91 ABNA 0417 1643 00", "DE75512108001245126199"],
    spared: ["DE75 5121 0800 1245 1261 98", "part no. AB12 3456 7890 1234"],
  },
};
