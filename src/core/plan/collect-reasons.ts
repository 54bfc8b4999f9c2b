import type { SaidRequest } from "../request/request.ts";
import { labelFilter, sayFilter } from "./say-filters.ts";
import { sayDates } from "./say-days.ts";
import { sayRetention, saySchedule } from "./say-schedule.ts";
import { nameOf } from "./decide-selection.ts";
import { findTemplate, templateOf } from "./find-template.ts";
import type { ExportPlan, Reason } from "./plan.ts";

const audienceLabels: Readonly<Record<string, string>> = {
  self: "Myself",
  authority: "An office",
  public: "The public",
  other: "Somebody else",
};

function said(slot: string, label: string, value: string, text = `${value}.`): Reason {
  return { slot, label, value, because: "said", text };
}

/** Chips for what the sentence says beside records, file and privacy. */
export function collectReasons(request: SaidRequest, plan: ExportPlan): readonly Reason[] {
  return [
    ...(request.when ?? []).map((when, index) =>
      said(`when.${String(index)}`, "When", sayDates(when)),
    ),
    ...(request.filters ?? []).map((filter, index) =>
      said(`filters.${String(index)}`, labelFilter(filter), sayFilter(filter)),
    ),
    ...templateReason(request),
    ...audienceReason(plan),
    ...fieldReason(request),
    ...orderReasons(request, plan),
    ...scheduleReasons(plan),
    destinationReason(request, plan),
  ];
}

function templateReason(request: SaidRequest): readonly Reason[] {
  const name = templateOf(request);
  if (name === undefined) return [];
  const { label, description } = findTemplate(name);
  return [said("template", "Use", label, description)];
}

function audienceReason(plan: ExportPlan): readonly Reason[] {
  if (plan.audience === undefined) return [];
  const who = plan.audience;
  const shown =
    plan.audienceName ?? audienceLabels[who] ?? who.charAt(0).toUpperCase() + who.slice(1);
  return [said("audience", "For", shown)];
}

function fieldReason({ fields }: SaidRequest): readonly Reason[] {
  if (fields === undefined) return [];
  const names = fields.names.map(nameOf).join(", ");
  const value = { only: `Only ${names}`, add: `With ${names}`, drop: `Without ${names}` }[
    fields.mode
  ];
  return [said("fields", "Columns", value)];
}

function orderReasons(request: SaidRequest, plan: ExportPlan): readonly Reason[] {
  const sort = request.sort?.map(
    ({ field, dir }) => `${nameOf(field)}${dir === "desc" ? ", highest first" : ""}`,
  );
  const limit = request.limit;
  const reasons: Reason[] = [];
  if (limit !== undefined) {
    const pick = { newest: "newest", oldest: "oldest", top: "top", first: "first" }[limit.pick];
    reasons.push(said("limit", "How many", `The ${pick} ${String(limit.n)}`));
  }
  if (sort !== undefined) reasons.push(said("sort", "Order", `By ${sort.join(", then ")}`));
  else if (plan.selection.kinds.some((kind) => kind.sort !== undefined) && limit === undefined) {
    reasons.push({
      slot: "sort",
      label: "Order",
      value: "Newest first",
      because: "default",
      text: "Newest first.",
    });
  }
  if (request.group !== undefined) {
    const by = request.group.by === "entity" ? "kind" : nameOf(request.group.by);
    const value = { section: `By ${by}`, file: `One file per ${by}`, count: `Counted by ${by}` }[
      request.group.as
    ];
    reasons.push(said("group", "Group", value));
  }
  return reasons;
}

function scheduleReasons({ schedule }: ExportPlan): readonly Reason[] {
  if (schedule === undefined) return [];
  const kept = sayRetention(schedule.retention);
  const rule = saySchedule(schedule);
  return [
    said("schedule", "Repeat", rule.charAt(0).toUpperCase() + rule.slice(1)),
    ...(kept === ""
      ? []
      : [said("schedule.retention", "Keep", kept.charAt(0).toUpperCase() + kept.slice(1))]),
  ];
}

const places: Readonly<Record<ExportPlan["destination"], string>> = {
  ask: "You choose",
  download: "Downloads",
  folder: "Your folder",
  private: "This browser",
  print: "Print",
};

function destinationReason(request: SaidRequest, plan: ExportPlan): Reason {
  const { kind, detail } = request.destination ?? {};
  const value = detail ?? (kind === "clipboard" ? "Clipboard" : places[plan.destination]);
  const because: Reason["because"] = request.destination === undefined ? "default" : "said";
  const text =
    kind === "email" || kind === "cloud"
      ? "The app never uses the network: the file is written here, and you send it yourself."
      : because === "said"
        ? `${value}.`
        : "You choose the place when you export.";
  return { slot: "destination", label: "Where", value, because, text };
}
