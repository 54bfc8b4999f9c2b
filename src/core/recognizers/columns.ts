import type { FieldName } from "../request/request.ts";
import { readCustomField, readFieldList } from "../request/reading/field-list.ts";
import { isMark, matchOf, patternFinding } from "../request/reading/looking.ts";
import type { Scene, Scope } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

type Mode = "only" | "add" | "drop";

function modeOf(scope: Scope): Mode | undefined {
  if (scope.operator === "only" || scope.operator === "add") return scope.operator;
  return scope.operator === "keep" ? undefined : "drop";
}

function candidate(
  mode: Mode,
  names: readonly FieldName[],
  from: number,
  to: number,
  bonus: number,
): Candidate {
  return { from, to, bonus, findings: [patternFinding("fields", { mode, names }, from, to)] };
}

/** "only company and status", "without the notes column", "add the id column" (N4). */
function readScope(scope: Scope): Candidate | undefined {
  const mode = modeOf(scope);
  if (mode === undefined) return undefined;
  const names = scope.items.map((item) => matchOf(item, "field")?.value as FieldName | undefined);
  const known = names.filter((name) => name !== undefined);
  if (known.length < names.length || known.length === 0) return undefined;
  if (!scope.columns) {
    if (mode === "drop") return undefined;
    const single = scope.items.length === 1 ? scope.items[0] : undefined;
    const rival = single?.matches.some((m) => ["entity", "flag", "status"].includes(m.sense));
    if (rival === true) return undefined;
    if (scope.items.every((item) => matchOf(item, "entity") !== undefined)) return undefined;
  }
  return candidate(mode, known, scope.from, scope.to, 0.3);
}

/** "with company, title and status", "columns: name, email". */
function* readLists(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("with")) {
    const list = readFieldList(scene, cue.to);
    if (list === undefined || (!list.columns && list.names.length < 2)) continue;
    if (!list.columns && list.allPresence) continue;
    const more = scene.at(list.to, "after");
    if (more?.value === "add") yield candidate("add", list.names, cue.from, more.to, 0.4);
    else yield candidate("only", list.names, cue.from, list.to, 0.2);
  }
  for (const cue of scene.all("columns")) {
    const start = isMark(scene, cue.to, ":") ? cue.to + 1 : cue.to;
    const list = readFieldList(scene, start);
    if (list !== undefined) yield candidate("only", list.names, cue.from, list.to, 0);
  }
  for (let at = 0; at < scene.tokens.length; at++) {
    const list = scene.at(at, "field") === undefined ? undefined : readFieldList(scene, at);
    if (list?.columns === true) yield candidate("only", list.names, at, list.to, -0.2);
  }
}

function* find(scene: Scene): Generator<Candidate> {
  for (const scope of scene.scopes) {
    const found = readScope(scope);
    if (found !== undefined) yield found;
  }
  yield* readLists(scene);
  for (const cue of scene.all("field.custom")) {
    const custom = readCustomField(scene, cue);
    if (custom !== undefined) {
      yield candidate(custom.mode, [{ custom: custom.name }], custom.from, custom.to, 0.5);
    }
  }
}

export const columns: Recognizer = {
  label: "Columns",
  find,
  examples: {
    caught: [
      {
        text: "with only company and status columns",
        finds: ['fields={"mode":"only","names":["company","status"]}'],
      },
      { text: "without the notes column", finds: ['fields={"mode":"drop","names":["notes"]}'] },
    ],
    spared: ["applications without notes", "no emails please"],
  },
};
