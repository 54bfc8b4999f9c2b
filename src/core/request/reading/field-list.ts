import type { FieldName } from "../request.ts";
import { isMark, negatorBefore, seek, seekBack } from "./looking.ts";
import type { Match, Scene } from "./scene.ts";

export interface FieldList {
  readonly names: readonly FieldName[];
  readonly to: number;
  /** "column" or "field" was said. */
  readonly columns: boolean;
  /** Every name could also say "records that have one". */
  readonly allPresence: boolean;
}

/** Fields that a record may lack, so that "with notes" chooses records. */
export const presence: ReadonlySet<string> = new Set([
  "notes",
  "has_attachment",
  "next_action",
  "deadline",
  "tag",
  "rating",
  "priority",
  "source",
]);

function separatorEnd(scene: Scene, token: number): number | undefined {
  const comma = isMark(scene, token, ",") ? token + 1 : token;
  const word = scene.at(comma, "sep");
  if (word !== undefined) return word.to;
  return comma > token ? comma : undefined;
}

/** "company, title and status (columns)" from a token on. */
export function readFieldList(scene: Scene, start: number): FieldList | undefined {
  const names: FieldName[] = [];
  let columns = false;
  let to = start;
  let at = start;
  for (;;) {
    const heading = seek(scene, at, (token) => scene.at(token, "columns"));
    if (heading !== undefined && names.length === 0) {
      columns = true;
      at = heading.to;
    }
    const field = seek(scene, at, (token) => scene.at(token, "field"));
    if (field === undefined || scene.at(field.from, "entity")?.to === field.to + 1) break;
    names.push(field.value as FieldName);
    to = field.to;
    const next = separatorEnd(scene, to);
    if (next === undefined) break;
    at = next;
  }
  if (names.length === 0) return undefined;
  const tail = scene.at(to, "columns");
  if (tail !== undefined) return { names, to: tail.to, columns: true, allPresence: false };
  return {
    names,
    to,
    columns,
    allPresence: names.every((name) => typeof name === "string" && presence.has(name)),
  };
}

/** "add my custom field "visa status"", "the custom field commute added". */
export function readCustomField(
  scene: Scene,
  cue: Match,
): { mode: "only" | "add" | "drop"; name: string; from: number; to: number } | undefined {
  const token = scene.tokens[cue.to];
  if (token === undefined || token.kind === "mark" || token.kind === "secret") return undefined;
  const after = scene.at(cue.to + 1, "add");
  const neg = negatorBefore(scene, cue.from);
  const add = seekBack(scene, cue.from, (at) => scene.ending(at, "add"));
  const only = seekBack(scene, cue.from, (at) => scene.ending(at, "only"));
  const mode = neg !== undefined ? "drop" : only !== undefined ? "only" : "add";
  const first = neg ?? only ?? add ?? cue;
  return { mode, name: token.inner, from: first.from, to: after?.to ?? cue.to + 1 };
}
