import { tag } from "../names/features.ts";
import { readPage } from "../names/find-names-of-page.ts";
import {
  businesses,
  cuedOrganisations,
  firms,
  institutions,
  schools,
} from "../names/organisation-cues.ts";
import { pageOf } from "../text/page.ts";
import type { Rule } from "./contract.ts";

export const organisations: Rule = {
  label: "Organisations",
  level: "strict",
  replacement: "[organisation]",
  *find(text, given) {
    const page = pageOf(text, given);
    if (page.capitals.length === 0) return;
    const reading = readPage(page);
    for (const spans of [
      institutions(page),
      businesses(page),
      firms(page),
      cuedOrganisations(page),
      ...(reading.cv ? [schools(page)] : []),
    ]) {
      for (const span of spans)
        yield {
          start: span.start,
          end: span.end,
          type: "ORGANIZATION",
          strength: span.sure ? "shape" : "scored",
        };
    }
    for (const span of reading.learned) {
      if (span.tag === tag.organisation)
        yield { start: span.start, end: span.end, type: "ORGANIZATION", strength: "scored" };
    }
  },
  examples: {
    caught: ["Universität Bremen", "Halden Freight GmbH", "She works at Brightwater"],
    spared: ["Bank details", "the university", "School Teacher"],
  },
};
