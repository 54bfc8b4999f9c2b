import { finding, negatorBefore, seek, seekBack } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** "text" and its like are also ordinary words: they need "as", a comma, or an end. */
function standsAlone(scene: Scene, match: Match): boolean {
  if (match.value !== "text" || match.to - match.from > 1) return true;
  const form = scene.tokens[match.from]?.form ?? "";
  if (form.length < 4) return true;
  const next = scene.tokens[match.to];
  const before = scene.tokens[match.from - 1];
  if (seekBack(scene, match.from, (at) => scene.ending(at, "as")) !== undefined) return true;
  return before === undefined || before.kind === "mark" || next === undefined;
}

/** "PDF documents", "my PDFs": the format says which documents, not how to write them. */
function typedDocuments(scene: Scene, match: Match): Candidate | undefined {
  if (match.value === "zip" || match.value === "encrypted-zip") return undefined;
  const noun = seek(scene, match.to, (at) => scene.at(at, "entity"));
  const plural = scene.at(match.from, "format.plural");
  const isDocument = noun?.value === "documents" && noun.from === match.to;
  if (!isDocument && plural?.to !== match.to) return undefined;
  if (seekBack(scene, match.from, (at) => scene.ending(at, "as")) !== undefined) return undefined;
  const to = isDocument ? noun.to : match.to;
  return {
    from: match.from,
    to,
    bonus: 0.4,
    findings: [
      finding("entities.include", "documents", match, { to }),
      finding("filters", { field: "type", op: "eq", value: match.value }, match),
    ],
  };
}

/** "mes fichiers PDF": where adjectives follow their noun, so does the format. */
function documentsTyped(scene: Scene, match: Match): Candidate | undefined {
  const noun = scene.ending(match.from, "entity");
  if (noun?.value !== "documents" || match.value === "zip" || match.value === "encrypted-zip") {
    return undefined;
  }
  const cue = (at: number): Match | undefined =>
    scene.ending(at, "as") ?? scene.ending(at, "destination.to");
  const small = scene.ending(noun.from, "filler") ?? scene.ending(noun.from, "verb");
  if (small === undefined && noun.from > 0) return undefined;
  if (seekBack(scene, noun.from, cue) !== undefined) return undefined;
  return {
    from: noun.from,
    to: match.to,
    bonus: 0.4,
    findings: [
      finding("entities.include", "documents", noun, { to: match.to }),
      finding("filters", { field: "type", op: "eq", value: match.value }, match),
    ],
  };
}

function* find(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("format")) {
    const documents = typedDocuments(scene, match) ?? documentsTyped(scene, match);
    if (documents !== undefined) yield documents;
    if (!standsAlone(scene, match)) continue;
    const word = scene.at(match.to, "fileword");
    const to = word?.to ?? match.to;
    const neg = negatorBefore(scene, match.from);
    if (neg === undefined) {
      yield { from: match.from, to, findings: [finding("formats", match.value, match)] };
    } else {
      yield { from: neg.from, to, findings: [finding("formats.not", match.value, match)] };
    }
  }
  for (const match of scene.all("format.unsupported")) {
    const to = scene.at(match.to, "fileword")?.to ?? match.to;
    yield {
      from: match.from,
      to,
      bonus: 0.2,
      findings: [],
      doubts: [
        {
          code: "format.unsupported",
          slot: "formats",
          from: match.from,
          to: match.to,
          about: match.value,
        },
      ],
    };
  }
}

export const format: Recognizer = {
  label: "File format",
  find,
  examples: {
    caught: [
      { text: "my applications as CSV", finds: ['formats="csv"'] },
      { text: "a spreadsheet of interviews", finds: ['formats="csv"'] },
      { text: "contacts in Excel", finds: ['formats="xlsx"'] },
    ],
    spared: ['conversations about "csv"', "export my contacts"],
  },
};
