import type { ChosenFormat } from "../pipeline/shelves.ts";
import { isSanitizing } from "../pipeline/sanitizing.ts";
import type { ExportPlan } from "../plan/plan.ts";
import { storedKindIds } from "../records/any-kind.ts";

/** What a package holds beside the records. A bare file has none of it. */
export type PackagePart = "notice" | "schema" | "dictionary" | "checksums";
export const packageParts: readonly PackagePart[] = ["notice", "schema", "dictionary", "checksums"];

/** One thing that the law asks of a copy, and whether this one has it. */
export interface GdprCondition {
  readonly condition: string;
  /** Of the General Data Protection Regulation. */
  readonly article: string;
  readonly met: boolean;
  /** What is missing, in plain words; absent where the condition is met. */
  readonly reason?: string;
}

/** What stands between a file and the right to a copy of all data (GDPR Articles 15 and 20). */
export interface GdprCheck {
  readonly compliant: boolean;
  readonly conditions: readonly GdprCondition[];
  /** The reasons alone. */
  readonly missing: readonly string[];
}

/** Machine-readable in the sense of Article 20: structured, commonly used, read back without loss. */
const isMachineReadable = ({ format }: ChosenFormat): boolean => format.lossless;

/** Computed from what the run takes, never stamped. */
export function checkGdpr(
  plan: ExportPlan,
  formats: readonly ChosenFormat[],
  parts: readonly PackagePart[],
): GdprCheck {
  const has = (part: PackagePart): boolean => parts.includes(part);
  const conditions = [
    condition(
      "Every record of every kind is in it",
      "15(3), 20(1)",
      takesAll(plan),
      "Not every record is in it",
    ),
    condition(
      "Nothing was removed or replaced",
      "15(3)",
      !isSanitizing(plan.sanitization),
      "Personal data was removed from it",
    ),
    condition(
      "The attached files are in it",
      "15(3)",
      !hasDocuments(plan) || plan.withBytes,
      "The attached files are not in it",
    ),
    condition(
      "It is structured, commonly used and machine-readable",
      "20(1)",
      formats.some(isMachineReadable),
      "It is not machine-readable without loss",
    ),
    condition(
      "It explains itself in plain language",
      "12(1), 15(1)",
      has("notice"),
      "It holds no notice in plain language",
    ),
    condition("A schema describes its structure", "20(1)", has("schema"), "It holds no schema"),
    condition(
      "Every field is explained",
      "12(1)",
      has("dictionary"),
      "It holds no data dictionary",
    ),
    condition("Its files can be checked", "5(1)(f)", has("checksums"), "It holds no checksums"),
  ];
  const missing = conditions.flatMap(({ reason }) => reason ?? []);
  return { compliant: missing.length === 0, conditions, missing };
}

function condition(text: string, article: string, met: boolean, reason: string): GdprCondition {
  return { condition: text, article, met, ...(!met && { reason }) };
}

function takesAll({ selection }: ExportPlan): boolean {
  const whole = new Set(
    selection.kinds
      .filter(({ where, limit, onlyColumns }) => !where && limit === undefined && !onlyColumns)
      .map(({ kind }) => kind),
  );
  return storedKindIds.every((id) => whole.has(id));
}

function hasDocuments({ selection }: ExportPlan): boolean {
  return selection.kinds.some(({ kind }) => kind === "documents");
}
