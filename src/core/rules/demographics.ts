import { readAnnounced } from "../text/label-value.ts";
import { pageOf } from "../text/page.ts";
import { matchAt, matchesOf } from "../text/search.ts";
import type { Rule } from "./contract.ts";

const value = /[\p{L}\d][\p{L}\d'’./()-]*(?:,? [\p{L}\d'’./()-]+){0,4}/uy;
const marital =
  /^(?:single|married|divorced|widow(?:ed)?|separated|engaged|in a (?:relationship|partnership)|civil partnership|ledig|verheiratet|geschieden|verwitwet|getrennt lebend|eingetragene lebenspartnerschaft|célibataire|mariée?|divorcée?|veuve?|pacsée?|concubinage|solter[oa]|casad[oa]|divorciad[oa]|viud[oa]|viúv[oa]|divorciad[oa]|separad[oa]|união de facto|nubile|celibe|coniugat[oa]|samenwonend|gehuwd|ongehuwd|getrouwd)\b/i;
/** Alone on a line or between bars a value list is enough: "Pacsée", "verheiratet, zwei Kinder". */
const alone =
  /(?:^|[|•·–—-] ?|\n)[ \t]*((?:ledig|verheiratet|geschieden|verwitwet|célibataire|mariée?|divorcée?|pacsée?|solter[oa]|casad[oa]|divorciad[oa]|viúv[oa]|samenwonend|gehuwd|married|divorced|widowed)(?:,? (?:\w{1,6} )?(?:kind(?:er)?|children|child|enfants?|hij[oa]s?|filh[oa]s?|dochter|zoon|kinderen|sans enfants?|ohne kinder|no children|sin hijos|sem filhos))?)[ \t]*(?=$|[|•·\n,–—])/gi;
const nationalityOf =
  /\b(?:Nationalité|Nationality|Nationalität|Nacionalidad|Nacionalidade|Nazionalità|Nationaliteit|Citizenship)\s+([\p{L}]{4,20}(?: [\p{L}]{4,20})?)(?=\s*(?:$|[\n|,•·–—-]))/giu;

const hint =
  /ledig|verh|gesch|verw|célib|mari|divor|pacs|solter|casad|viúv|samenw|gehuwd|married|widow|national|nacional|naziona|citizen/i;

export const demographics: Rule = {
  label: "Personal circumstances with a label",
  level: "strict",
  replacement: "[personal detail]",
  *find(text, given) {
    const page = pageOf(text, given);
    for (const label of page.labels) {
      if (!label.groups.includes("demographic")) continue;
      const announced = readAnnounced(text, label.end);
      if (
        !announced ||
        (announced.tie !== "colon" && announced.tie !== "wide" && announced.tie !== "sign")
      )
        continue;
      const match = matchAt(value, text, announced.start);
      if (!match || match[0].length > 60) continue;
      const word = text.slice(label.start, label.end).toLowerCase();
      // "Gender: we welcome …", "Race: …" of an advert go on as a sentence.
      if (
        match[0].split(" ").length > 3 &&
        !marital.test(match[0]) &&
        !/kind|child|enfant|hij|filh|dochter/i.test(match[0] + word)
      )
        continue;
      yield {
        start: announced.start,
        end: announced.start + match[0].length,
        type: "DEMOGRAPHIC",
        strength: "keyed",
      };
    }
    for (const line of page.lines) {
      if (line.end - line.start > 70 || line.kind === "empty" || line.kind === "log") continue;
      const written = text.slice(line.start, line.end);
      if (!hint.test(written)) continue;
      for (const expression of [alone, nationalityOf]) {
        for (const match of matchesOf(expression, written)) {
          const found = match[1] ?? "";
          const start = line.start + match.index + match[0].lastIndexOf(found);
          yield { start, end: start + found.length, type: "DEMOGRAPHIC" };
        }
      }
    }
  },
  examples: {
    caught: [
      "Nationality: Peruvian",
      "Familienstand: verheiratet, zwei Kinder",
      "Estado civil: soltera",
    ],
    spared: [
      "English (C1), German (B2)",
      "regardless of gender or nationality",
      "Race conditions in Go",
    ],
  },
};
