import { isWhole } from "../text/chars.ts";
import type { Find } from "./choose.ts";
import { checkExpression } from "./check-expression.ts";
import type { OwnRule, OwnWord, Sanitization } from "./sanitization.ts";

/** What an own rule may do to a text: more finds than this is a rule that eats everything. */
const mostFinds = 10_000;

/** Finds of the user's own words and expressions; an expression that is not safe finds nothing. */
export function findOwn(text: string, sanitization: Sanitization): Find[] {
  const finds: Find[] = [];
  for (const word of sanitization.ownWords ?? []) {
    if (word.mode === "hide") finds.push(...findWord(text, word.text));
  }
  for (const rule of sanitization.ownRules ?? []) finds.push(...findExpression(text, rule));
  return finds;
}

function own(start: number, end: number, rule: string, replacement: string): Find {
  return { start, end, type: "OWN", rule, replacement, certain: true, strength: "proved" };
}

function* findWord(text: string, word: string): Generator<Find> {
  const small = word.toLowerCase();
  if (small.trim() === "") return;
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return;
  for (let at = lower.indexOf(small); at >= 0; at = lower.indexOf(small, at + small.length)) {
    if (isWhole(text, at, at + small.length))
      yield own(at, at + small.length, "own words", "[hidden]");
  }
}

function findExpression(text: string, rule: OwnRule): Find[] {
  if (!checkExpression(rule.expression).safe) return [];
  const finds: Find[] = [];
  for (const match of text.matchAll(new RegExp(rule.expression, "giu"))) {
    if (match[0] === "") continue;
    finds.push(own(match.index, match.index + match[0].length, rule.label, rule.replacement));
    if (finds.length >= mostFinds) break;
  }
  return finds;
}

/** Whether the user keeps a value in the record `record`, or everywhere. */
export function isKept(value: string, sanitization: Sanitization, record: string): boolean {
  return keeps(value, sanitization).some((word) => (word.record ?? record) === record);
}

/** Whether the user keeps a value anywhere: then it may stand in the finished file. */
export function isKeptSomewhere(value: string, sanitization: Sanitization): boolean {
  return keeps(value, sanitization).length > 0;
}

function keeps(value: string, { ownWords = [] }: Sanitization): readonly OwnWord[] {
  const small = value.toLowerCase();
  return ownWords.filter((word) => word.mode === "keep" && word.text.toLowerCase() === small);
}
