import { collect, type Collected } from "../request/collect.ts";
import { stable } from "../request/canonical.ts";
import { joinDates } from "../request/join-dates.ts";
import type { DateFilter, Edit, Entity, Filter } from "../request/request.ts";
import { dialogueCues, type EditMaker, type TurnContext } from "./turn.ts";

/** Edits of which records: kinds, dates, conditions, single records. */

const heard = (turn: TurnContext): Collected => collect(turn.analysis.findings);

export const editKinds: EditMaker = (turn) => {
  const { state, cues } = turn;
  const told = heard(turn);
  const include = [...told.values("entities.include"), ...told.values("entities.soft")];
  const exclude = heard(turn).values("entities.exclude");
  const known = state.entities;
  const edits: Edit[] = [];
  if (include.includes("all")) {
    edits.push({ op: "set", path: "entities", value: { include: "all" } });
  } else if (include.length > 0) {
    const back = include.filter((kind) => known?.exclude?.includes(kind as Entity) === true);
    const fresh = include.filter((kind) => !back.includes(kind) && !has(known?.include, kind));
    if (back.length > 0) edits.push({ op: "remove", path: "entities.exclude", value: back });
    if (fresh.length > 0 || (cues.only && include.length < count(known?.include))) {
      const add = cues.also && !cues.instead && known !== undefined && known.include !== "all";
      if (add) edits.push({ op: "add", path: "entities.include", value: fresh });
      else edits.push({ op: "set", path: "entities", value: { include } });
    }
  }
  if (exclude.length === 0) return edits;
  const inside = exclude.filter((kind) => known?.include !== "all" && has(known?.include, kind));
  const outside = exclude.filter((kind) => !inside.includes(kind));
  if (inside.length > 0) edits.push({ op: "remove", path: "entities.include", value: inside });
  if (outside.length > 0) edits.push({ op: "add", path: "entities.exclude", value: outside });
  return edits;
};

function has(include: readonly Entity[] | "all" | undefined, kind: Entity | "all"): boolean {
  return include !== undefined && include !== "all" && include.includes(kind as Entity);
}
const count = (include: readonly Entity[] | "all" | undefined): number =>
  include === "all" ? Infinity : (include?.length ?? 0);

/** "actually April", "not last month, this month", "drop the dates". */
export const editDates: EditMaker = (turn) => {
  const { state, analysis, cues } = turn;
  const { scene } = analysis;
  const dropped = dialogueCues(scene, "drop.when");
  const said = heard(turn).values("when");
  const plain = said.filter((date) => date.negated !== true);
  if (plain.length === 0 && dropped.length > 0 && state.when !== undefined) {
    return [{ op: "clear", path: "when" }];
  }
  const wanted = plain.length > 0 ? plain : said;
  if (wanted.length === 0) return [];
  const field = state.when?.[0]?.field;
  const dates = joinDates(wanted).map((date) =>
    date.field === "auto" && field !== undefined ? { ...date, field } : date,
  );
  const before = state.when?.[0];
  const [first] = dates;
  // "and last year?" asks anew; "also April" takes more.
  const asks = state.intent === "preview" || scene.tokens.at(-1)?.form === "?";
  if (cues.also && !cues.instead && !asks && before !== undefined && first !== undefined) {
    const joined = merge(before, first);
    if (joined !== undefined) return [{ op: "set", path: "when", value: [joined] }];
  }
  return [{ op: "set", path: "when", value: dates }];
};

/** "also April" after March is one range when they touch. */
function merge(a: DateFilter, b: DateFilter): DateFilter | undefined {
  const [first, second] = (a.start ?? "") <= (b.start ?? "") ? [a, b] : [b, a];
  // An open range already holds what begins later.
  if (first.end === null) return first;
  if (second.start === null || first.end < second.start) return undefined;
  return { ...a, start: first.start, end: second.end };
}

const negations: Readonly<Record<string, string>> = { ne: "eq", nin: "in", ncontains: "contains" };

function asList(value: Filter["value"]): (string | number)[] {
  if (typeof value === "string" || typeof value === "number") return [value];
  return typeof value === "object" ? [...value] : [];
}

/** Filters after one more was said: replaced on its field, extended after "and", else added. */
export const editFilters: EditMaker = (turn) => {
  const { state, cues } = turn;
  let filters: readonly Filter[] = state.filters ?? [];
  const said = [...heard(turn).values("filters"), ...loneFigure(turn)];
  if (said.length === 0) return [];
  for (const filter of said) filters = withFilter(filters, filter, cues.also && !cues.instead);
  return filterEdits(state.filters ?? [], filters);
};

function withFilter(known: readonly Filter[], filter: Filter, extend: boolean): readonly Filter[] {
  const same = known.filter((each) => stable(each.field) === stable(filter.field));
  const positive = negations[filter.op];
  if (positive !== undefined && same.some((each) => overlaps(each, filter))) {
    return known.flatMap((each) => (same.includes(each) ? lessValues(each, filter) : [each]));
  }
  if (filter.value === false && same.some((each) => each.value === true)) {
    return known.filter((each) => !same.includes(each));
  }
  const others = known.filter((each) => !same.includes(each));
  if (extend && filter.op === "contains") return [...known, filter];
  const [one] = same;
  if (extend && one !== undefined && typeof filter.value !== "boolean" && positive === undefined) {
    const value = [...new Set([...asList(one.value), ...asList(filter.value)])];
    return [...others, { field: filter.field, op: "in", value }];
  }
  return [...others, filter];
}

function overlaps(a: Filter, b: Filter): boolean {
  const values = asList(b.value);
  return (
    (a.op === "eq" || a.op === "in" || a.op === "contains") &&
    asList(a.value).some((v) => values.includes(v))
  );
}

function lessValues(known: Filter, less: Filter): Filter[] {
  const gone = asList(less.value);
  const left = asList(known.value).filter((value) => !gone.includes(value));
  const [only] = left;
  if (only === undefined) return [];
  return [
    { field: known.field, op: left.length > 1 ? "in" : "eq", value: left.length > 1 ? left : only },
  ];
}

/** "make it 100k": a figure alone corrects the amount said before. */
function loneFigure({ analysis, state }: TurnContext): Filter[] {
  const { scene, findings } = analysis;
  if (findings.some((each) => ["limit", "filters", "when"].includes(each.path))) return [];
  const figure = scene.tokens.find((token) => token.number !== undefined)?.number;
  const known = state.filters?.find((filter) => typeof filter.value === "number");
  if (figure === undefined || known === undefined || state.limit !== undefined) return [];
  return [{ ...known, value: figure }];
}

function filterEdits(before: readonly Filter[], after: readonly Filter[]): Edit[] {
  const gone = before.filter((each) => !after.some((other) => stable(other) === stable(each)));
  const come = after.filter((each) => !before.some((other) => stable(other) === stable(each)));
  if (gone.length === 0 && come.length === 0) return [];
  if (gone.length === before.length && before.length > 0 && come.length > 0) {
    return [{ op: "set", path: "filters", value: after }];
  }
  const edits: Edit[] = [];
  if (gone.length > 0) edits.push({ op: "remove", path: "filters", value: gone });
  if (come.length > 0) edits.push({ op: "add", path: "filters", value: come });
  return edits;
}

export const editItems: EditMaker = (turn) => {
  const ref = heard(turn).values("items.ref")[0];
  const names = heard(turn).values("items.names");
  const ids = heard(turn).values("items.ids");
  const value = {
    ...(ref === undefined ? {} : { ref }),
    ...(names.length === 0 ? {} : { names }),
    ...(ids.length === 0 ? {} : { ids }),
  };
  return Object.keys(value).length === 0 ? [] : [{ op: "set", path: "items", value }];
};
