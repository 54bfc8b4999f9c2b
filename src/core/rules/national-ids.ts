import { charClass, digit } from "../text/chars.ts";
import { mayBeCode, readCodes, type Code } from "../text/codes.ts";
import { idKinds, type IdKind } from "../text/id-kinds.ts";
import type { LabelGroup } from "../text/label-words.ts";
import { labelsBefore } from "../text/labels.ts";
import { lineIndexAt } from "../text/lines.ts";
import { pageOf, type Page } from "../text/page.ts";
import type { Rule, RuleSpan } from "./contract.ts";

const labels: ReadonlySet<LabelGroup> = new Set([
  "national",
  "tax",
  "health",
  "passport",
  "licence",
  "bank",
  "member",
]);
const notPersonal =
  /\b(?:isbn|issn|ean|gtin|upc|doi|order|invoice|ticket|req|requisition|ref|sku|imo|hash|sha|md5|commit|build|version|model|serial|part|article|arxiv|patent|iso|din|phone|tel|fax|mobile)[.:# ]{0,3}(?:no|nr|id|number)?[.:# ]{0,3}$/i;

/** Shapes that no checksum guards, but that are written in no other number. */
const ssn = /^(?!000|666)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}$/;
const nino = /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;
const mbi =
  /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/;
const driverGb = /^[A-Z]{2,5}9{0,3}\d[0156]\d[0-3]\d{2}[A-Z9]{2}[A-Z0-9]{3}$/;
const vin = /^(?=.*\d.*\d.*\d)(?=.*[A-Z].*[A-Z])[A-HJ-NPR-Z0-9]{11}[A-HJ-NPR-Z0-9]\d{5}$/;

function shapeOf(code: Code): string | undefined {
  if (ssn.test(code.written))
    return /^(?:9\d\d)/.test(code.written)
      ? /^9\d\d[- ](?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(code.written)
        ? "TAX_ID"
        : undefined
      : "NATIONAL_ID";
  if (nino.test(code.compact)) return "NATIONAL_ID";
  if (mbi.test(code.compact)) return "HEALTH_ID";
  if (code.compact.length === 16 && driverGb.test(code.compact)) return "DRIVER_LICENSE";
  if (code.compact.length === 17 && vin.test(code.compact) && code.written === code.compact)
    return "LICENSE_PLATE";
  return undefined;
}

const byLength = new Map<number, IdKind[]>();
for (const kind of idKinds) {
  for (let size = 7; size <= 20; size += 1)
    byLength.set(size, [...(byLength.get(size) ?? []), kind]);
}

function hasLabel(page: Page, start: number): boolean {
  for (const label of labelsBefore(page.labels, start, 40)) {
    if (
      label.groups.some((group) => labels.has(group)) &&
      !page.text.slice(label.end, start).includes("\n\n")
    )
      return true;
  }
  return false;
}

/** Times, dates, addresses of machines, and groups with separators that no identifier mixes. */
function isMeasure(written: string): boolean {
  if (
    /^\d{1,2}(?::\d{2}){1,2}\b|\b\d{1,2}:\d{2}:\d{2}|^\d{4}-\d{2}-\d{2}\b|^\d{2}\/\d{2}\/\d{2}\b/.test(
      written,
    )
  )
    return true;
  if (
    /^\d{1,3}(?:\.\d{1,3}){3}/.test(written) ||
    (written.includes(":") && !/^\d{4}(?::\d{4})+$/.test(written))
  )
    return true;
  // A zero in front and blanks between: written to be dialled.
  if (/^0\d*[ /-]/.test(written) && !/[A-Za-z]/.test(written)) return true;
  return written.includes(" ") && /\d[./:]\d/.test(written);
}

/** Numbers that are written like dates, amounts or phone numbers are none of ours. */
function isSpared(page: Page, code: Code): boolean {
  const { text } = page;
  const before = text.slice(Math.max(0, code.start - 16), code.start);
  if (
    notPersonal.test(before) ||
    (/[$€£#%_=/&?@.]$/.test(before.slice(-1)) && !/[=:"/]$/.test(before))
  )
    return true;
  if (/^[.,]\d|^[_@%=]|^:\/\/|^-\w/.test(text.slice(code.end, code.end + 3))) return true;
  if (/^\+|\(\d/.test(before.slice(-2))) return true;
  if (isMeasure(code.written) || /\bcards?\b[^\n\d]{0,16}$/i.test(before)) return true;
  return /^(\d)\1+$/.test(code.compact) || /^(?:0?1234567\d*|9876543\d*)$/.test(code.compact);
}

function isLogLine(page: Page, at: number): boolean {
  return page.lines[lineIndexAt(page.lines, at)]?.kind === "log";
}

function judge(page: Page, code: Code): RuleSpan | undefined {
  const { start, end, compact } = code;
  const shape = shapeOf(code);
  if (shape) return { start, end, type: shape, certain: false, strength: "shape" };
  const bare = page.text.length < 40 && page.text.trim() === code.written;
  let labelled: boolean | undefined;
  for (const kind of byLength.get(compact.length) ?? []) {
    if (!kind.shape.test(compact)) continue;
    const allowed =
      kind.needs === "alone" ||
      (bare && kind.needs === "bare") ||
      (labelled ??= hasLabel(page, start));
    if (allowed && kind.isValid(compact))
      return { start, end, type: kind.type, certain: true, strength: "proved" };
  }
  return undefined;
}

export const nationalIds: Rule = {
  label: "National and tax identifiers",
  level: "strict",
  replacement: "[id]",
  *find(text, given) {
    const page = pageOf(text, given);
    let done = 0;
    for (const run of page.digits) {
      if (run < done || run + 4 > text.length) continue;
      // A run inside a longer number with separators was looked at from its start.
      if (/[-./]/.test(text.charAt(run - 1)) && charClass(text.charCodeAt(run - 2)) & digit)
        continue;
      if (!mayBeCode(text, run) || isLogLine(page, run)) continue;
      for (const code of readCodes(text, run)) {
        if (code.compact.length < 7 || code.compact.length > 20 || isSpared(page, code)) continue;
        const span = judge(page, code);
        if (!span) continue;
        yield span;
        done = span.end;
        break;
      }
    }
  },
  examples: {
    caught: [
      "NI number QQ 12 34 56 C".replace("QQ", "AB"),
      "DNI 12345678Z",
      "SSN 219-09-9999",
      "PESEL 44051401359",
    ],
    spared: ["order 44051401358", "ISBN 978-3-16-148410-0", "2019-2024", "commit 9fceb02d0ae598e9"],
  },
};
