import { presence as presenceFields } from "../request/reading/field-list.ts";
import { isMark, patternFinding, seek, seekBack } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** Fields that "with an email address" can ask for. */
const owned = new Set([
  ...presenceFields,
  "url",
  "location",
  "contact",
  "salary",
  "email",
  "phone",
]);

function follows(scene: Scene, token: number): boolean {
  let at = token;
  for (;;) {
    if (scene.ending(at, "entity") !== undefined || scene.ending(at, "doctype") !== undefined) {
      return true;
    }
    // "candidaturas remotas sem notas": an adjective may stand behind its noun.
    const small =
      scene.ending(at, "filler") ??
      scene.ending(at, "flag") ??
      scene.ending(at, "status") ??
      presenceBefore(scene, at);
    if (small === undefined) return false;
    at = small.from;
  }
}

/** "with notes but without attachments": the first of two such phrases. */
function presenceBefore(scene: Scene, token: number): { from: number } | undefined {
  const joint = scene.ending(token, "but") ?? scene.ending(token, "sep");
  const comma = (joint?.from ?? token) - 1;
  const end = isMark(scene, comma, ",") ? comma : (joint?.from ?? token);
  const field = scene.ending(end, "field");
  return field === undefined || !owned.has(field.value)
    ? undefined
    : seekBack(scene, field.from, (at) => scene.ending(at, "with") ?? scene.ending(at, "lacks"));
}

function fieldAfter(scene: Scene, token: number): Match | undefined {
  const field = seek(scene, token, (at) => scene.at(at, "field"));
  if (field === undefined || scene.at(field.to, "columns") !== undefined) return undefined;
  const comma = isMark(scene, field.to, ",") ? field.to + 1 : field.to;
  const listed =
    scene.at(comma, "sep") ?? (comma > field.to ? scene.at(comma, "field") : undefined);
  // A list of fields is about columns.
  return listed !== undefined && seek(scene, listed.to, (at) => scene.at(at, "field")) !== undefined
    ? undefined
    : field;
}

function candidate(field: Match, op: "exists" | "missing", from: number): Candidate {
  const filter = { field: field.value, op };
  return {
    from,
    to: field.to,
    bonus: 0.3,
    findings: [patternFinding("filters", filter, from, field.to, "pattern", 0.9)],
  };
}

/** "with notes", "without notes", "with no next action" right after a kind of record. */
function* find(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("with")) {
    const field = fieldAfter(scene, cue.to);
    if (field === undefined || !owned.has(field.value) || !follows(scene, cue.from)) continue;
    yield candidate(field, "exists", cue.from);
  }
  for (const cue of scene.all("lacks")) {
    const field = fieldAfter(scene, cue.to);
    // A plain "without" before personal data hides it (P2).
    const plain = cue.to === cue.from + 1 && scene.at(cue.from, "neg")?.to === cue.to;
    const lacked = plain ? presenceFields : owned;
    if (field === undefined || !lacked.has(field.value) || !follows(scene, cue.from)) continue;
    yield candidate(field, "missing", cue.from);
  }
  for (const cue of scene.all("neg")) {
    if (cue.value !== "no" || !follows(scene, cue.from)) continue;
    const field = fieldAfter(scene, cue.to);
    if (field !== undefined && presenceFields.has(field.value)) {
      yield candidate(field, "missing", cue.from);
    }
  }
}

export const presence: Recognizer = {
  label: "What a record has or lacks",
  find,
  examples: {
    caught: [
      { text: "applications with notes", finds: ['filters={"field":"notes","op":"exists"}'] },
      { text: "applications without notes", finds: ['filters={"field":"notes","op":"missing"}'] },
    ],
    spared: ["applications without the notes column", "no emails"],
  },
};
