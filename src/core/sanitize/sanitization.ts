import type { Level, Pii } from "../request/request.ts";

/** A word or phrase of the user's own: always hidden, or never touched. */
export interface OwnWord {
  readonly text: string;
  readonly mode: "hide" | "keep";
  /** Kept in the record with this id only; absent means everywhere. */
  readonly record?: string;
}

/** A regular expression of the user's own; `checkExpression` accepts it before it is stored. */
export interface OwnRule {
  readonly label: string;
  /** Source without slashes; runs with the flags `giu`. */
  readonly expression: string;
  readonly replacement: string;
}

/** How an export is cleaned. Plain data: plans store it. */
export interface Sanitization {
  readonly level: Level;
  /** What `custom` builds on; absent means "basic". */
  readonly base?: "none" | "basic" | "moderate" | "strict";
  /** Hidden whatever the level says. */
  readonly hide?: readonly Pii[];
  /** Left alone although the level would hide it. Secrets are never left. */
  readonly keep?: readonly Pii[];
  /** "Person 1" instead of "[name]". */
  readonly pseudonyms?: boolean;
  readonly ownWords?: readonly OwnWord[];
  readonly ownRules?: readonly OwnRule[];
  /** Fields to empty, as `kind.field` or `field`. */
  readonly hideFields?: readonly string[];
}

export type FixedLevel = "none" | "basic" | "moderate" | "strict";

/** The level whose rules run: `custom` names its own base. */
export function levelOf(sanitization: Sanitization): FixedLevel {
  return sanitization.level === "custom" ? (sanitization.base ?? "basic") : sanitization.level;
}

const order: readonly FixedLevel[] = ["none", "basic", "moderate", "strict"];

/** Whether something that starts at `least` runs at `level`. */
export function reaches(level: FixedLevel, least: FixedLevel): boolean {
  return order.indexOf(level) >= order.indexOf(least);
}
