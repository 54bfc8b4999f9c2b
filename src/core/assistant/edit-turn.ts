import { stable } from "../request/canonical.ts";
import { valueAt } from "../request/reading/own-values.ts";
import type { Edit, Filter, Intent } from "../request/request.ts";
import { once } from "./answers.ts";
import { editOperation, editSchedule } from "./schedule-edits.ts";
import { editDates, editFilters, editItems, editKinds } from "./scope-edits.ts";
import {
  editFields,
  editFormats,
  editLimit,
  editOrder,
  editPrivacy,
  editRest,
} from "./shape-edits.ts";
import { dialogueCues, type EditMaker, type TurnContext } from "./turn.ts";

const slotOfCue: readonly string[] = [
  "encryption",
  "schedule",
  "filters",
  "sort",
  "group",
  "limit",
  "fields",
  "privacy",
  "audience",
  "destination",
  "formats",
  "fileName",
];

/** "I didn't say encrypted" clears what the words would set (X5). */
const takeBack: EditMaker = ({ analysis }) => {
  const slots = new Set(analysis.findings.map((each) => each.path.split(".")[0] ?? ""));
  return [...slots]
    .filter((slot) => slot !== "report")
    .map((path): Edit => ({ op: "clear", path }));
};

/** "remove the sorting": a slot called by its name. */
const dropSlot: EditMaker = ({ analysis, state }) => {
  const { scene } = analysis;
  const named = scene.all("slot.name").filter((match) => slotOfCue.includes(match.value));
  const drops = dialogueCues(scene, "drop").length > 0 || scene.all("neg").length > 0;
  if (!drops) return [];
  const outside = (slot: string, from: number, to: number): boolean =>
    analysis.findings.some((f) => f.path.startsWith(slot) && (f.to <= from || f.from >= to));
  return named
    .filter(({ value, from, to }) => value in state && !outside(value, from, to))
    .map((match): Edit => ({ op: "clear", path: match.value }));
};

/** "drop Spotify", "forget the remote thing": a condition of the request named again. */
const dropFilter: EditMaker = ({ analysis, state, cues }) => {
  if (!cues.drop) return [];
  const { findings } = analysis;
  const filters = state.filters ?? [];
  const named = new Set(
    findings.filter((f) => f.path === "filters").map((f) => stable((f.value as Filter).field)),
  );
  const gone = filters.filter(
    (filter) =>
      named.has(stable(filter.field)) &&
      fits(
        filter,
        findings.map((f) => f.value),
      ),
  );
  return gone.length === 0 ? [] : [{ op: "remove", path: "filters", value: gone }];
};

function fits(filter: Filter, values: readonly unknown[]): boolean {
  return values.some((value) => {
    const said = value as Partial<Filter>;
    return (
      stable(said.field) === stable(filter.field) &&
      (stable(said.value) === stable(filter.value) || typeof said.value === "boolean")
    );
  });
}

/** "Spotify" or "no, the Labs one": a name alone replaces the value of its field. */
const loneName: EditMaker = ({ analysis, state }) => {
  const { scene, findings } = analysis;
  if (findings.length > 0 || state.filters === undefined) return [];
  for (let at = 0; at < scene.tokens.length; at++) {
    const value = valueAt(scene, at, ["companies", "contacts", "tags"]);
    if (value === undefined || value.rivals !== undefined) continue;
    const field = { companies: "company", contacts: "contact", tags: "tag" }[
      value.list as "companies"
    ];
    const others = state.filters.filter((filter) => filter.field !== field);
    if (others.length === state.filters.length) continue;
    const filter = { field, op: "eq", value: value.value } as Filter;
    return [{ op: "set", path: "filters", value: [...others, filter] }];
  }
  return [];
};

const makers: readonly EditMaker[] = [
  editItems,
  editKinds,
  editDates,
  editFilters,
  editFormats,
  editFields,
  editOrder,
  editLimit,
  editPrivacy,
  editRest,
  editSchedule,
  editOperation,
];

/** Which parts of the schedule context a date belongs to is settled before dates are read. */
function plainMakers(turn: TurnContext): readonly EditMaker[] {
  const scheduled = turn.state.intent === "schedule";
  const drops = dialogueCues(turn.analysis.scene, "drop.when").length > 0;
  return scheduled && !drops
    ? makers.filter((make) => make !== editDates || !movesSchedule(turn))
    : makers;
}

function movesSchedule({ analysis }: TurnContext): boolean {
  const matches = analysis.scene.all("date");
  return matches.some(
    ({ date }) => date?.shape === "weekday" || date?.from === null || date?.to === null,
  );
}

/** Everything one turn changes. */
export const editTurn: EditMaker = (turn) => {
  const { scene } = turn.analysis;
  if (dialogueCues(scene, "didnt").length > 0) return takeBack(turn);
  if (turn.state.intent === "schedule" && dialogueCues(scene, "once").length > 0) return once;
  const dropped = [...dropFilter(turn), ...dropSlot(turn)];
  if (dropped.length > 0) return dropped;
  const edits = plainMakers(turn).flatMap((make) => make(turn));
  const all = edits.length > 0 ? edits : loneName(turn);
  const intent = changedIntent(turn, all);
  return intent === undefined ? all : [{ op: "set", path: "intent", value: intent }, ...all];
};

/** "export those" after a preview, "show me first" after an export. */
function changedIntent(turn: TurnContext, edits: readonly Edit[]): Intent | undefined {
  const { analysis, state } = turn;
  if (edits.some((edit) => edit.path === "intent")) return undefined;
  const strong = analysis.scene.all("verb").some((match) => match.value === "strong");
  const { intent } = analysis.said;
  if (state.intent === "preview" && strong && intent === "export") return "export";
  return state.intent === "export" && intent === "preview" ? "preview" : undefined;
}
