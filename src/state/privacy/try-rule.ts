import type { JobTracker } from "../../core/job-tracker.ts";
import { findKind, storedKindIds, type KindId } from "../../core/records/any-kind.ts";
import { findRule, type StoredRule } from "./own-rules.svelte.ts";

/** What a rule finds in everything that is stored. */
export interface RuleTrial {
  readonly hits: number;
  readonly records: number;
  readonly examples: readonly RuleExample[];
}
export interface RuleExample {
  readonly kind: KindId;
  readonly title: string;
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

const nothing: RuleTrial = { hits: 0, records: 0, examples: [] };

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap(textsIn);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/** Around a hit: thirty characters on both sides, on one line. */
function exampleOf(
  kind: KindId,
  title: string,
  text: string,
  [from, to]: readonly [number, number],
): RuleExample {
  const line = (part: string): string => part.replace(/\s+/gu, " ");
  return {
    kind,
    title,
    before: line(text.slice(Math.max(0, from - 30), from)),
    hit: text.slice(from, to),
    after: line(text.slice(to, to + 30)),
  };
}

/** Tries a rule on everything, with up to three places to look at. */
export async function tryRule(
  records: JobTracker["records"],
  rule: Pick<StoredRule, "form" | "source">,
  most = 3,
): Promise<RuleTrial> {
  if (rule.source.trim() === "") return nothing;
  const examples: RuleExample[] = [];
  let hits = 0;
  let found = 0;
  for (const kind of storedKindIds.filter((id) => id !== "settings")) {
    const { fields, title } = findKind(kind);
    for (const record of await records.list(kind)) {
      let here = 0;
      for (const text of Object.keys(fields).flatMap((name) => textsIn(record[name])))
        for (const span of findRule(rule, text)) {
          here += 1;
          if (examples.length < most) examples.push(exampleOf(kind, title(record), text, span));
        }
      hits += here;
      if (here > 0) found += 1;
    }
  }
  return { hits, records: found, examples };
}
