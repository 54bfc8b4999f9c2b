import { tag } from "../names/features.ts";
import { readPage } from "../names/find-names-of-page.ts";
import { cuedPlaces, headPlaces, listedPlaces } from "../names/place-cues.ts";
import { pageOf } from "../text/page.ts";
import type { Rule } from "./contract.ts";

const signed =
  /^[ \t]*(\p{Lu}[\p{L} .-]{2,30}), (?:(?:den|im|le|am|a|em|op|d\.) )?(?:\d{1,2}[./ ]|\p{Lu}?\p{L}+ \d{4})/gmu;

export const places: Rule = {
  label: "Places",
  level: "strict",
  replacement: "[place]",
  *find(text, given) {
    const page = pageOf(text, given);
    if (page.capitals.length === 0) return;
    const reading = readPage(page);
    const english = reading.language === undefined || reading.language === "en";
    const found = [
      cuedPlaces(page),
      ...(reading.cv ? [headPlaces(page)] : [listedPlaces(page, english)]),
    ];
    for (const spans of found) {
      for (const span of spans)
        yield {
          start: span.start,
          end: span.end,
          type: "LOCATION",
          strength: span.sure ? "shape" : "scored",
        };
    }
    if (reading.cv) {
      for (const match of text.matchAll(signed)) {
        const start = match.index + match[0].indexOf(match[1] ?? "");
        if (/\d{1,2}\.|\b(?:den|im|le)\b/.test(match[0]))
          yield { start, end: start + (match[1] ?? "").length, type: "LOCATION" };
      }
    }
    for (const span of reading.learned) {
      if (span.tag === tag.place && !reading.cv)
        yield { start: span.start, end: span.end, type: "LOCATION", strength: "scored" };
    }
  },
  examples: {
    caught: ["I live in Kuopio", "Place of birth: Recife", "She moved to Portugal in May"],
    spared: ["Senior Engineer", "Apache Cassandra", "We use Jira in the team"],
  },
};
