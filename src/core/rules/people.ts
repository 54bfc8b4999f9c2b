import { findLearned } from "../names/find-names.ts";
import { tag } from "../names/features.ts";
import { pageOf } from "../text/page.ts";
import type { Rule } from "./contract.ts";
export const people: Rule = {
  label: "People",
  level: "strict",
  replacement: "[name]",
  *find(text, given) {
    const page = pageOf(text, given);
    for (const span of findLearned(text, page.words, {
      dial: Number(process.env["DIAL"] ?? 0),
      allowed: () => true,
    })) {
      if (span.tag === tag.person)
        yield { start: span.start, end: span.end, type: "PERSON", strength: "scored" };
    }
  },
  examples: { caught: [], spared: [] },
};
