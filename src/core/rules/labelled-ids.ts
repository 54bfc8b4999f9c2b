import { hasBetween } from "../text/anchors.ts";
import { isWordAt } from "../text/chars.ts";
import type { LabelGroup } from "../text/label-words.ts";
import { labelledCells } from "../text/columns.ts";
import { readAnnounced, type Tie } from "../text/label-value.ts";
import type { Label } from "../text/labels.ts";
import { lineIndexAt } from "../text/lines.ts";
import { pageOf, type Page } from "../text/page.ts";
import { matchAt } from "../text/search.ts";
import type { Rule, RuleSpan } from "./contract.ts";

const typeOf: Readonly<Partial<Record<LabelGroup, string>>> = {
  passport: "PASSPORT",
  licence: "DRIVER_LICENSE",
  plate: "LICENSE_PLATE",
  health: "HEALTH_ID",
  tax: "TAX_ID",
  national: "NATIONAL_ID",
  bank: "BANK_ACCOUNT",
  member: "OTHER_ID",
};
// Groups of letters and digits with single separators; a group of small letters alone ends the code.
const code =
  /[A-Z]{1,3}[- ][A-Z]{1,2} ?\d{1,4}[EH]?(?![\dA-Za-z])|(?:[A-Z]{1,5}[ /-]?)?[A-Za-z]{0,4}\d[\dA-Za-z]{0,24}(?:(?:[ ./:+–-]|\/|\s-\s)(?=[A-Z]{0,3}\d|\d|[A-Z]{1,3}\b)[\dA-Za-z]{1,14}){0,7}|[A-Za-z]{1,5}(?:[ -]\d[\dA-Za-z]{0,14}){1,4}|[A-Za-z0-9]{1,20}(?:-[A-Za-z0-9]{1,16}){0,4}/y;
const numberWord = /(?:number|num|no|nr|n[°º]|#|nummer|numéro|número|id|code|nº)\W{0,3}$/i;
/** ISO 9362: four letters, a country, two signs, perhaps a branch. */
const bic = /^[A-Z]{6}[A-Z0-9]{2}(?:XXX|[A-Z0-9]{3})?$/;
const yearAlone = /^(?:19|20)\d\d(?:[-–/.](?:19|20)?\d{2,4})?$/;
const date = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/;

function isCode(written: string, group: LabelGroup, tie: Tie, numbered: boolean): boolean {
  const compact = written.replace(/[^A-Za-z0-9]/g, "");
  const digits = compact.replace(/\D/g, "").length;
  if (group === "plate" && /^[A-Z]{2,8}$/.test(written) && tie === "colon") return true;
  if (group === "bank" && bic.test(written)) return true;
  if (
    digits === 0 ||
    compact.length < 4 ||
    yearAlone.test(written) ||
    (group !== "bank" && date.test(written))
  )
    return false;
  if (group === "plate") return compact.length <= 10;
  if (tie === "near" || tie === "line")
    return (
      digits >= 4 && (numbered || specific.has(group) || (digits >= 6 && /^\d+$/.test(written)))
    );
  if (group === "member" || group === "bank") return digits >= 3 && (tie !== "is" || numbered);
  return digits >= 3;
}

const specific: ReadonlySet<LabelGroup> = new Set([
  "passport",
  "national",
  "tax",
  "health",
  "licence",
  "bank",
]);
const filler = /(?:\W{0,3}(?:[A-Za-z]{2,15} ){0,1})?(?:\([^()\n]{1,30}\))?[ :#.-]{0,4}/y;

function readCode(page: Page, label: Label, group: LabelGroup): RuleSpan | undefined {
  const { text } = page;
  const announced = readAnnounced(text, label.end);
  if (!announced) return undefined;
  const numbered = numberWord.test(
    text.slice(label.start, announced.start).replace(/(?:is|was|ist|lautet|est|es)\s*$/i, ""),
  );
  for (const start of [
    announced.start,
    announced.start + (matchAt(filler, text, announced.start)?.[0].length ?? 0),
  ]) {
    const found = matchAt(code, text, start);
    if (!found) continue;
    const written = found[0].replace(/[ ./:+–-]+$/, "");
    const end = start + written.length;
    if (
      isWordAt(text, start - 1) ||
      isWordAt(text, end) ||
      !isCode(written, group, announced.tie, numbered)
    )
      continue;
    if (
      /^[%€$£]|^\s?(?:years?|jahre|ans|months?|days?|people|users|employees)\b/i.test(
        text.slice(end, end + 10),
      )
    )
      continue;
    return { start, end, type: typeOf[group] ?? "OTHER_ID", strength: "keyed" };
  }
  return undefined;
}

export const labelledIds: Rule = {
  label: "Numbers with a label",
  level: "strict",
  replacement: "[id]",
  *find(text, given) {
    const page = pageOf(text, given);
    if (
      page.digits.length === 0 &&
      !/plate|kennzeichen|plaque|matr[ií]cula|targa|kenteken/i.test(text)
    )
      return;
    for (const label of page.labels) {
      const group = label.groups.find((one) => typeOf[one] !== undefined);
      if (!group || (group !== "plate" && !hasBetween(page.digits, label.end, label.end + 70)))
        continue;
      if (page.lines[lineIndexAt(page.lines, label.start)]?.kind === "log") continue;
      const span = readCode(page, label, group);
      if (span) yield span;
    }
    for (const cell of labelledCells(page)) {
      const group = cell.groups.find((one) => typeOf[one] !== undefined);
      const written = text.slice(cell.start, cell.end);
      if (
        !group ||
        written.length > 30 ||
        !/^[A-Z]{0,4}[\dA-Za-z ./-]*$/.test(written) ||
        !isCode(written, group, "colon", true)
      )
        continue;
      yield {
        start: cell.start,
        end: cell.end,
        type: typeOf[group] ?? "OTHER_ID",
        strength: "keyed",
      };
    }
  },
  examples: {
    caught: [
      "Passport no.: K8231145",
      "Membership number 4471902",
      "Matrikelnummer: 0312 4456",
      "Licence plate: B-MW 2210",
    ],
    spared: [
      "Requisition ID in running text",
      "passport 2019",
      "Req #48123",
      "Policy of 2021-2022",
      "10 years on the account team",
    ],
  },
};
