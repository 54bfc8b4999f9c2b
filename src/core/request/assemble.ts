import type { Finding } from "../recognizers/contract.ts";
import { fillSchedule } from "./assemble-schedule.ts";
import { canonicalise } from "./canonical.ts";
import { collect, type Collected } from "./collect.ts";
import type { Decision } from "./find-intent.ts";
import { joinDates } from "./join-dates.ts";
import { joinFilters } from "./join-filters.ts";
import type { FieldName, Level, SaidRequest, TemplateName } from "./request.ts";

/** A request under construction: every slot may be set. */
export type Draft = { -readonly [Slot in keyof SaidRequest]?: SaidRequest[Slot] };

const levels: readonly Level[] = ["none", "basic", "moderate", "strict"];
const templates: readonly string[] = ["gdpr", "work-search", "analysis", "backup", "sharing"];
/** Intents that say nothing about which records: their other words belong to the question. */
const bare = new Set(["help", "explain", "restore", "verify", "cancel", "none", "list"]);

/** Puts the findings together (stage 9). Values arrive typed from their recognizers. */
export function assemble(all: readonly Finding[], decision: Decision): SaidRequest {
  const { intent, target } = decision;
  const found = collect(all);
  const draft: Draft = { v: 1, intent };
  if (target !== undefined) draft.target = target.value as NonNullable<SaidRequest["target"]>;
  if (!bare.has(intent)) {
    fillScope(draft, found);
    fillShape(draft, found);
    fillHandling(draft, found);
    fillTemplate(draft, found);
    if (intent === "diff") delete draft.limit;
    return canonicalise(fillSchedule(draft, found) as SaidRequest);
  }
  return canonicalise(draft as SaidRequest);
}

function fillScope(draft: Draft, found: Collected): void {
  const include = found.values("entities.include");
  const exclude = found.values("entities.exclude");
  const soft = found.values("entities.soft").length > 0;
  const kinds = include.filter((each) => each !== "all");
  if (include.includes("all") || (soft && kinds.length === 0)) {
    draft.entities = { include: "all", exclude };
  } else if (kinds.length > 0) draft.entities = { include: kinds, exclude };
  else if (exclude.length > 0) draft.entities = { include: "all", exclude };
  const when = joinDates(found.values("when"));
  if (when.length > 0) draft.when = when;
  const filters = joinFilters(found.values("filters"));
  if (filters.length > 0) draft.filters = filters;
  const ref = found.first("items.ref");
  draft.items = {
    names: found.values("items.names"),
    ids: found.values("items.ids"),
    ...(ref === undefined ? {} : { ref }),
  };
  const base = found.first("base");
  if (base !== undefined) draft.base = base;
  const baseline = found.first("baseline.incremental") ?? found.first("baseline.diff");
  if (baseline !== undefined) {
    draft.baseline = { ref: baseline.ref, use: draft.intent === "diff" ? "diff" : "incremental" };
  }
}

function fillShape(draft: Draft, found: Collected): void {
  const refused = new Set(found.values("formats.not"));
  const formats = found.values("formats").filter((each) => !refused.has(each));
  if (formats.length > 0) draft.formats = formats;
  const limit = found.first("limit");
  if (limit !== undefined) draft.limit = limit;
  const group = found.first("group");
  if (group !== undefined) draft.group = group;
  const keys = found.values("sort").flat();
  if (keys.length > 0) {
    draft.sort = keys.filter((key, i) => keys.findIndex((k) => k.field === key.field) === i);
  }
  const fields = found.values("fields");
  const mode = fields[0]?.mode;
  if (mode !== undefined) {
    const names: FieldName[] = fields.filter((each) => each.mode === mode).flatMap((f) => f.names);
    draft.fields = { mode, names: [...new Set(names)] };
  }
  const fileName = found.first("fileName");
  if (fileName !== undefined) draft.fileName = fileName;
}

function fillHandling(draft: Draft, found: Collected): void {
  const said = found.values("privacy.level");
  const level = [...said].sort((a, b) => levels.indexOf(b) - levels.indexOf(a))[0];
  draft.privacy = {
    ...(level === undefined ? {} : { level }),
    hide: found.values("privacy.hide"),
    keep: found.values("privacy.keep"),
    pseudonyms: found.values("privacy.pseudonyms").length > 0,
  };
  const method = found.first("encryption.method");
  const states = found.values("encryption.on");
  if (states.length > 0 || method !== undefined) {
    const on = method !== undefined || states.includes(true);
    draft.encryption = { on, ...(method === undefined ? {} : { method }) };
  }
  const people = found.values("audience");
  const audience = people.find((each) => each.who !== "self") ?? people[0];
  if (audience !== undefined) draft.audience = audience;
  const places = found.values("destination");
  const place = places[0];
  const detail = places.find(
    (each) => each.kind === place?.kind && each.detail !== undefined,
  )?.detail;
  if (place !== undefined) {
    draft.destination = { kind: place.kind, ...(detail === undefined ? {} : { detail }) };
  }
}

/** T1-T6: a report for someone outside is meant for sharing. */
function fillTemplate(draft: Draft, found: Collected): void {
  const said = found.values("template");
  const named = said.find((each) => typeof each !== "string");
  const builtIn = templates.find((each) => said.includes(each as TemplateName)) as
    TemplateName | undefined;
  const outside = draft.audience !== undefined && draft.audience.who !== "self";
  const shared = outside && found.values("report").length > 0 ? "sharing" : undefined;
  const office = draft.audience?.who === "authority" && found.values("proof").length > 0;
  const template = named ?? builtIn ?? (office ? "work-search" : shared);
  if (template !== undefined) draft.template = template;
  const removed = found.first("template.delete");
  if (removed !== undefined) {
    draft.template = { name: removed };
    draft.op = "delete";
  }
}
