import type { Edit, FieldName } from "../request/request.ts";
import { collect, type Collected } from "../request/collect.ts";
import { seek } from "../request/reading/looking.ts";
import { dialogueCues, type EditMaker, type TurnContext } from "./turn.ts";

/** Edits of how the records look: formats, columns, order, privacy, encryption, where to. */

const heard = (turn: TurnContext): Collected => collect(turn.analysis.findings);

export const editFormats: EditMaker = (turn) => {
  const { state, cues } = turn;
  const refused = heard(turn).values("formats.not");
  const formats = heard(turn)
    .values("formats")
    .filter((each) => !refused.includes(each));
  if (formats.length === 0) {
    const gone = refused.filter((each) => state.formats?.includes(each) === true);
    return gone.length === 0 ? [] : [{ op: "remove", path: "formats", value: gone }];
  }
  const known = state.formats ?? [];
  // A zip holds what was chosen before; "instead" makes it the only one.
  const packs = formats.every((each) => each === "zip") && known.length > 0 && !cues.instead;
  const add = known.length > 0 && refused.length === 0 && (packs || (cues.also && !cues.instead));
  return [{ op: add ? "add" : "set", path: "formats", value: formats }];
};

export const editFields: EditMaker = (turn) => {
  const said = heard(turn).values("fields")[0];
  const known = turn.state.fields;
  if (said === undefined) return [];
  if (known?.mode === "only" && said.mode === "add") {
    return [{ op: "add", path: "fields.names", value: said.names }];
  }
  if (known?.mode === "only" && said.mode === "drop") {
    return [{ op: "remove", path: "fields.names", value: said.names }];
  }
  if (known?.mode === said.mode && said.mode !== "only") {
    return [{ op: "add", path: "fields.names", value: said.names }];
  }
  return [{ op: "set", path: "fields", value: said }];
};

/** "by company instead" changes the grouping or order that is there. */
export const editOrder: EditMaker = (turn) => {
  const { state, analysis } = turn;
  const { scene } = analysis;
  const sort = heard(turn).values("sort").flat();
  const group = heard(turn).values("group")[0];
  const edits: Edit[] = [];
  if (sort.length > 0) edits.push({ op: "set", path: "sort", value: sort });
  if (group !== undefined) edits.push({ op: "set", path: "group", value: group });
  const [dir] = scene.all("sort.dir");
  if (edits.length === 0 && dir !== undefined && state.sort !== undefined) {
    const [key, ...others] = state.sort;
    const turned = dir.value === "desc" ? { dir: "desc" as const } : {};
    return [{ op: "set", path: "sort", value: [{ field: key?.field, ...turned }, ...others] }];
  }
  const [by] = scene.all("sort.by");
  if (edits.length > 0 || by === undefined) return edits;
  const field = seek(scene, by.to, (at) => scene.at(at, "field"))?.value as FieldName | undefined;
  if (field === undefined) return [];
  if (state.group !== undefined) {
    return [{ op: "set", path: "group", value: { by: field, as: state.group.as } }];
  }
  if (state.limit?.pick === "top") {
    return [{ op: "set", path: "sort", value: [{ field, dir: "desc" }] }];
  }
  return state.sort === undefined ? [] : [{ op: "set", path: "sort", value: [{ field }] }];
};

/** "make that 50": a figure alone corrects the limit. */
export const editLimit: EditMaker = (turn) => {
  const { state, analysis } = turn;
  const said = heard(turn).values("limit")[0];
  if (said !== undefined) {
    const only = state.entities?.include;
    const of =
      said.of ?? (only !== undefined && only !== "all" && only.length === 1 ? only[0] : undefined);
    const rows = said.pick === "first";
    const value = of === undefined || rows ? said : { ...said, of };
    return [{ op: "set", path: "limit", value }];
  }
  const figure = analysis.scene.tokens.find((token) => token.number !== undefined)?.number;
  const taken = analysis.findings.some((each) => each.path !== "entities.include");
  if (state.limit === undefined || figure === undefined || taken) return [];
  return [{ op: "set", path: "limit", value: { ...state.limit, n: figure } }];
};

export const editPrivacy: EditMaker = (turn) => {
  const { state, conversation, cues, analysis } = turn;
  const edits: Edit[] = [];
  const level = heard(turn).values("privacy.level").at(-1);
  const known = state.privacy;
  const plain = known === undefined || Object.keys(known).every((key) => key === "level");
  if (level !== undefined) {
    edits.push(
      plain
        ? { op: "set", path: "privacy", value: { level } }
        : { op: "set", path: "privacy.level", value: level },
    );
  }
  for (const path of ["privacy.hide", "privacy.keep"] as const) {
    const dates = state.when !== undefined && dialogueCues(analysis.scene, "drop.when").length > 0;
    const kinds = heard(turn)
      .values(path)
      .filter((kind) => !(dates && kind === "date"));
    const back = path === "privacy.keep" ? kinds.filter((kind) => known?.hide?.includes(kind)) : [];
    if (back.length > 0) edits.push({ op: "remove", path: "privacy.hide", value: back });
    const rest = kinds.filter((kind) => !back.includes(kind) || known?.level !== undefined);
    if (rest.length > 0) edits.push({ op: "add", path, value: [...new Set(rest)].sort() });
  }
  if (heard(turn).values("privacy.pseudonyms").length > 0) {
    edits.push(
      known === undefined && edits.length === 0
        ? { op: "set", path: "privacy", value: { pseudonyms: true } }
        : { op: "set", path: "privacy.pseudonyms", value: true },
    );
  }
  if (edits.length > 0 || !cues.also || conversation.lastPath === null) return edits;
  return continued(analysis.scene.all("pii"), conversation.lastPath);
};

/** "and the salaries" goes where the kind before it went. */
function continued(
  matches: readonly { value: string; from: number; to: number }[],
  path: string,
): Edit[] {
  if (path !== "privacy.keep" && path !== "privacy.hide") return [];
  const longest = matches.filter(
    (m) => !matches.some((o) => o !== m && o.from <= m.from && m.to <= o.to),
  );
  const kinds = longest.flatMap((match) => match.value.split("+"));
  return kinds.length === 0 ? [] : [{ op: "add", path, value: kinds }];
}

const whole = ["audience", "template", "fileName", "base"] as const;

export const editRest: EditMaker = (turn) => {
  const edits: Edit[] = [];
  for (const path of whole) {
    const value = heard(turn).values(path)[0];
    if (value === "that") continue;
    if (value !== undefined) edits.push({ op: "set", path, value });
  }
  const destination = turn.analysis.said.destination;
  if (destination !== undefined) edits.push({ op: "set", path: "destination", value: destination });
  const encryption = turn.analysis.said.encryption;
  if (encryption !== undefined) edits.push({ op: "set", path: "encryption", value: encryption });
  const baseline = turn.analysis.said.baseline;
  if (baseline !== undefined) edits.push({ op: "set", path: "baseline", value: baseline });
  return edits;
};
