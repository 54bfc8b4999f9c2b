import type { JobTracker } from "../../core/job-tracker.ts";
import { checkExpression } from "../../core/sanitize/check-expression.ts";
import { ownPrivacyKey } from "../../core/sanitize/own-privacy.ts";
import type { OwnRule } from "../../core/sanitize/sanitization.ts";

/** A rule as it is stored: words or an expression, on or off, and whether strict uses it too. */
export interface StoredRule extends OwnRule {
  readonly id: string;
  readonly form: "words" | "expression";
  /** As typed: `Bluebird, Nordstern` or `\bHV-\d{5}\b`. */
  readonly source: string;
  readonly on: boolean;
}
/** A word that is kept in one record only. */
export interface KeptHere {
  readonly text: string;
  readonly record: string;
}
interface Stored {
  readonly rules: readonly StoredRule[];
  readonly keep: readonly string[];
  readonly here?: readonly KeptHere[];
}

const nothing: Stored = { rules: [], keep: [] };

export type OwnRulesPhase = { readonly name: "loading" } | ({ readonly name: "known" } & Stored);

const escape = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");

/** The expression that finds what was typed: words become one alternative each, whole words only. */
export function expressionOf(form: StoredRule["form"], source: string): string {
  if (form === "expression") return source.trim();
  const words = source.split(/[,\n]/u).flatMap((word) => word.trim() || []);
  return words.map(escape).join("|");
}

/** Why a rule cannot run, in words; undefined when it can. */
export function refusalOf(form: StoredRule["form"], source: string): string | undefined {
  const check = checkExpression(expressionOf(form, source));
  return check.safe ? undefined : check.reason;
}

/** The places of a text where a rule finds something. */
export function findRule(
  rule: Pick<StoredRule, "form" | "source">,
  text: string,
): readonly [number, number][] {
  if (refusalOf(rule.form, rule.source) !== undefined) return [];
  return [...text.matchAll(new RegExp(expressionOf(rule.form, rule.source), "giu"))]
    .filter((match) => match[0] !== "")
    .slice(0, 500)
    .map((match) => [match.index, match.index + match[0].length]);
}

/** A person's own rules and the words that are always left alone. */
export class OwnRules {
  phase = $state.raw<OwnRulesPhase>({ name: "loading" });
  readonly #records: JobTracker["records"];

  constructor(records: JobTracker["records"]) {
    this.#records = records;
  }

  async read(): Promise<void> {
    const record = await this.#records.get("settings", ownPrivacyKey);
    const value = record?.["value"];
    const stored = isStored(value) ? value : nothing;
    this.phase = { name: "known", ...stored };
  }

  get rules(): readonly StoredRule[] {
    return this.phase.name === "known" ? this.phase.rules : [];
  }
  get keep(): readonly string[] {
    return this.phase.name === "known" ? this.phase.keep : [];
  }

  get here(): readonly KeptHere[] {
    return this.phase.name === "known" ? (this.phase.here ?? []) : [];
  }

  async save(
    rules: readonly StoredRule[],
    keep: readonly string[],
    here: readonly KeptHere[] = this.here,
  ): Promise<void> {
    const value: Stored = { rules, keep, here };
    const known = await this.#records.get("settings", ownPrivacyKey);
    if (known === undefined) await this.#records.add("settings", { key: ownPrivacyKey, value });
    else await this.#records.put("settings", { ...known, value } as typeof known);
    this.phase = { name: "known", rules, keep, here };
  }

  keepWord(word: string): Promise<void> {
    return this.save(this.rules, [...this.keep.filter((one) => one !== word), word]);
  }

  /** Keeps a word in one record and nowhere else. */
  keepHere(text: string, record: string): Promise<void> {
    return this.save(this.rules, this.keep, [...this.here, { text, record }]);
  }
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null) return false;
  return (
    "rules" in value && Array.isArray(value.rules) && "keep" in value && Array.isArray(value.keep)
  );
}
