import type { Finding } from "../recognizers/contract.ts";
import { canonicalise } from "./canonical.ts";
import type { Decision } from "./find-intent.ts";
import { joinDates } from "./join-dates.ts";
import { joinFilters } from "./join-filters.ts";
import type {
  Audience,
  DateFilter,
  Entity,
  FieldName,
  Filter,
  Level,
  Pii,
  SaidFormat,
  SaidRequest,
  SaidSchedule,
  TemplateName,
} from "./request.ts";

/** A request under construction: every slot may be set. */
type Draft = { -readonly [Slot in keyof SaidRequest]?: SaidRequest[Slot] };

const levels: readonly Level[] = ["none", "basic", "moderate", "strict"];
const templates: readonly string[] = ["gdpr", "work-search", "analysis", "backup", "sharing"];
/** Intents that say nothing about which records: their other words belong to the question. */
const bare = new Set(["help", "explain", "restore", "verify", "cancel", "none", "list"]);

/** All that pausing, running or deleting a schedule can say. */
const acted: ReadonlySet<string> = new Set(["v", "intent", "op", "base"]);

class Findings {
  readonly #all: readonly Finding[];
  constructor(all: readonly Finding[]) {
    this.#all = all;
  }
  values<T>(path: string): T[] {
    return this.#all.filter((each) => each.path === path).map((each) => each.value as T);
  }
  first<T>(path: string): T | undefined {
    return this.values<T>(path)[0];
  }
  under(prefix: string): readonly Finding[] {
    return this.#all.filter((each) => each.path.startsWith(prefix));
  }
}

/** Puts the findings together (stage 9). Values arrive typed from their recognizers. */
export function assemble(all: readonly Finding[], decision: Decision): SaidRequest {
  const { intent, target } = decision;
  const found = new Findings(all);
  const draft: Draft = { v: 1, intent };
  if (target !== undefined) draft.target = target.value as NonNullable<SaidRequest["target"]>;
  if (!bare.has(intent)) {
    fillScope(draft, found);
    fillShape(draft, found);
    fillHandling(draft, found);
    fillTemplate(draft, found);
    fillSchedule(draft, found);
  }
  return canonicalise(draft as SaidRequest);
}

function fillScope(draft: Draft, found: Findings): void {
  const include = found.values<Entity | "all">("entities.include");
  const exclude = found.values<Entity>("entities.exclude");
  const soft = found.values<"all">("entities.soft").length > 0;
  const kinds = include.filter((each) => each !== "all");
  if (include.includes("all") || (soft && kinds.length === 0)) {
    draft.entities = { include: "all", exclude };
  } else if (kinds.length > 0) draft.entities = { include: kinds, exclude };
  else if (exclude.length > 0) draft.entities = { include: "all", exclude };
  const when = joinDates(found.values<DateFilter>("when"));
  if (when.length > 0) draft.when = when;
  const filters = joinFilters(found.values<Filter>("filters"));
  if (filters.length > 0) draft.filters = filters;
  const ref = found.first<NonNullable<SaidRequest["base"]>>("items.ref");
  draft.items = {
    names: found.values("items.names"),
    ids: found.values("items.ids"),
    ...(ref === undefined ? {} : { ref }),
  };
  const base = found.first<NonNullable<SaidRequest["base"]>>("base");
  if (base !== undefined) draft.base = base;
  const baseline =
    found.first<NonNullable<SaidRequest["baseline"]>>("baseline.incremental") ??
    found.first<NonNullable<SaidRequest["baseline"]>>("baseline.diff");
  if (baseline !== undefined) {
    draft.baseline = { ref: baseline.ref, use: draft.intent === "diff" ? "diff" : "incremental" };
  }
}

function fillShape(draft: Draft, found: Findings): void {
  const refused = new Set(found.values<SaidFormat>("formats.not"));
  const formats = found.values<SaidFormat>("formats").filter((each) => !refused.has(each));
  if (formats.length > 0) draft.formats = formats;
  const limit = found.first<NonNullable<SaidRequest["limit"]>>("limit");
  if (limit !== undefined) draft.limit = limit;
  const group = found.first<NonNullable<SaidRequest["group"]>>("group");
  if (group !== undefined) draft.group = group;
  const keys = found.values<NonNullable<SaidRequest["sort"]>>("sort").flat();
  if (keys.length > 0) {
    draft.sort = keys.filter((key, i) => keys.findIndex((k) => k.field === key.field) === i);
  }
  const fields = found.values<NonNullable<SaidRequest["fields"]>>("fields");
  const mode = fields[0]?.mode;
  if (mode !== undefined) {
    const names: FieldName[] = fields.filter((each) => each.mode === mode).flatMap((f) => f.names);
    draft.fields = { mode, names: [...new Set(names)] };
  }
  const fileName = found.first<string>("fileName");
  if (fileName !== undefined) draft.fileName = fileName;
}

function fillHandling(draft: Draft, found: Findings): void {
  const said = found.values<Level>("privacy.level");
  const level = [...said].sort((a, b) => levels.indexOf(b) - levels.indexOf(a))[0];
  draft.privacy = {
    ...(level === undefined ? {} : { level }),
    hide: found.values<Pii>("privacy.hide"),
    keep: found.values<Pii>("privacy.keep"),
    pseudonyms: found.values("privacy.pseudonyms").length > 0,
  };
  const method = found.first<"aes" | "zip-aes" | "public-key">("encryption.method");
  const states = found.values<boolean>("encryption.on");
  if (states.length > 0 || method !== undefined) {
    const on = method !== undefined || states.includes(true);
    draft.encryption = { on, ...(method === undefined ? {} : { method }) };
  }
  const people = found.values<{ who: Audience; name?: string }>("audience");
  const audience = people.find((each) => each.who !== "self") ?? people[0];
  if (audience !== undefined) draft.audience = audience;
  const places = found.values<NonNullable<SaidRequest["destination"]>>("destination");
  const place = places[0];
  const detail = places.find(
    (each) => each.kind === place?.kind && each.detail !== undefined,
  )?.detail;
  if (place !== undefined) {
    draft.destination = { kind: place.kind, ...(detail === undefined ? {} : { detail }) };
  }
}

/** T1-T6: a report for someone outside is meant for sharing. */
function fillTemplate(draft: Draft, found: Findings): void {
  const said = found.values<TemplateName | { name: string }>("template");
  const named = said.find((each) => typeof each !== "string");
  const builtIn = templates.find((each) => said.includes(each as TemplateName)) as
    TemplateName | undefined;
  const outside = draft.audience !== undefined && draft.audience.who !== "self";
  const shared = outside && found.values("report").length > 0 ? "sharing" : undefined;
  const template = named ?? builtIn ?? shared;
  if (template !== undefined) draft.template = template;
  const removed = found.first<string>("template.delete");
  if (removed !== undefined) {
    draft.template = { name: removed };
    draft.op = "delete";
  }
}

function fillSchedule(draft: Draft, found: Findings): void {
  const op = found.first<NonNullable<SaidRequest["op"]>>("op");
  if (op !== undefined) draft.op = op;
  if (draft.intent === "diff") delete draft.limit;
  if (draft.intent !== "schedule") return;
  if (op !== undefined && op !== "update") {
    for (const slot of Object.keys(draft) as (keyof Draft)[])
      if (!acted.has(slot)) delete draft[slot];
    return;
  }
  const schedule: Record<string, unknown> = {};
  for (const { path, value } of found.under("schedule.")) {
    const [, key = "", part] = path.split(".");
    if (["said", "loose", "part"].includes(key)) continue;
    if (key === "clock") schedule["time"] ??= value;
    else if (part === undefined) schedule[key] ??= value;
    else {
      const known = (schedule[key] ?? {}) as Record<string, unknown>;
      schedule[key] = { ...known, [part]: value };
    }
  }
  if (schedule["time"] !== undefined) delete schedule["dayPart"];
  if (Object.keys(schedule).length > 0) draft.schedule = schedule as unknown as SaidSchedule;
}
