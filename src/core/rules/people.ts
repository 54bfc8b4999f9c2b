import { tag } from "../names/features.ts";
import { speakers, smallNames } from "../names/chat-names.ts";
import { cvNames } from "../names/cv-names.ts";
import { readPage } from "../names/find-names-of-page.ts";
import { authors, cuedRuns, labelledNames, listedNames } from "../names/person-cues.ts";
import { pageOf } from "../text/page.ts";
import type { Rule } from "./contract.ts";

export const people: Rule = {
  label: "Names of people",
  level: "strict",
  replacement: "[name]",
  *find(text, given) {
    const page = pageOf(text, given);
    if (page.capitals.length === 0 && page.labels.length === 0) return;
    const reading = readPage(page);
    for (const span of labelledNames(page))
      yield {
        start: span.start,
        end: span.end,
        type: "PERSON",
        strength: span.sure ? "keyed" : "scored",
      };
    for (const found of [
      cuedRuns(page),
      cvNames(page, reading.cv),
      authors(page),
      listedNames(page),
      speakers(page),
      smallNames(page),
    ]) {
      for (const span of found)
        yield {
          start: span.start,
          end: span.end,
          type: "PERSON",
          strength: span.sure ? "shape" : "known",
        };
    }
    for (const span of reading.learned) {
      if (span.tag === tag.person)
        yield { start: span.start, end: span.end, type: "PERSON", strength: "scored" };
    }
  },
  examples: {
    caught: [
      "Dear Ms. Okafor,",
      "Name: Mara Lind",
      "I spoke with Tomás Pereira about it",
      "Kind regards,\nMara Lind",
    ],
    spared: [
      "Senior Data Engineer",
      "Jenkins, Ruby and Jasmine",
      "Bank of America",
      "The Spring release",
    ],
  },
};
