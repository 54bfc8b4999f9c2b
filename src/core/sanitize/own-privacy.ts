import type { OwnRule, OwnWord, Sanitization } from "./sanitization.ts";

/** What a person added to the levels: rules of their own and words that are always left alone. */
export interface OwnPrivacy {
  readonly ownRules: readonly OwnRule[];
  readonly ownWords: readonly OwnWord[];
}

/** The settings record that holds them. */
export const ownPrivacyKey = "privacy_rules";
export const noOwnPrivacy: OwnPrivacy = { ownRules: [], ownWords: [] };

/**
 * Reads the stored value `{rules: [{label, expression, replacement, on}], keep: [word], here: [{text,
 * record}]}`; what is no rule is left out.
 */
export function readOwnPrivacy(value: unknown): OwnPrivacy {
  if (typeof value !== "object" || value === null) return noOwnPrivacy;
  const { rules, keep, here } = value as Readonly<Record<string, unknown>>;
  const words = Array.isArray(keep) ? keep.filter((word) => typeof word === "string") : [];
  return {
    ownRules: Array.isArray(rules) ? rules.flatMap(readRule) : [],
    ownWords: [
      ...words.map((text): OwnWord => ({ text, mode: "keep" })),
      ...(Array.isArray(here) ? here.flatMap(readHere) : []),
    ],
  };
}

function readHere(value: unknown): OwnWord[] {
  if (typeof value !== "object" || value === null) return [];
  const { text, record } = value as Readonly<Record<string, unknown>>;
  if (typeof text !== "string" || typeof record !== "string") return [];
  return [{ text, record, mode: "keep" }];
}

function readRule(rule: unknown): OwnRule[] {
  if (typeof rule !== "object" || rule === null) return [];
  const { label, expression, replacement, on } = rule as Readonly<Record<string, unknown>>;
  if (on === false || typeof expression !== "string" || expression === "") return [];
  return [
    {
      label: typeof label === "string" ? label : "own rule",
      expression,
      replacement: typeof replacement === "string" ? replacement : "[hidden]",
    },
  ];
}

/** A level with what the person added to it; twice is once, and `none` stays none. */
export function withOwnPrivacy(sanitization: Sanitization, own: OwnPrivacy): Sanitization {
  if (sanitization.level === "none" || own.ownRules.length + own.ownWords.length === 0)
    return sanitization;
  const { ownRules = [], ownWords = [] } = sanitization;
  const newRules = own.ownRules.filter(
    ({ expression }) => !ownRules.some((rule) => rule.expression === expression),
  );
  const newWords = own.ownWords.filter(
    ({ text, mode, record }) =>
      !ownWords.some((word) => word.text === text && word.mode === mode && word.record === record),
  );
  return {
    ...sanitization,
    ownRules: [...ownRules, ...newRules],
    ownWords: [...ownWords, ...newWords],
  };
}
