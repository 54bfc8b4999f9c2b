import { findKind, kindIds, type KindId } from "../records/any-kind.ts";
import type { DateField, SaidRequest } from "../request/request.ts";
import type { Template } from "../templates/contract.ts";
import { kindOfField } from "./field-paths.ts";
import type { Reason } from "./plan.ts";

export interface DecidedKinds {
  readonly kinds: readonly KindId[];
  readonly leftOut: readonly { readonly kind: KindId; readonly why: string }[];
  readonly reason: Reason;
}

/** Order in files and lists: what people look for first. */
const order: readonly KindId[] = [
  "applications",
  "interviews",
  "contacts",
  "activities",
  "job_searches",
  "conversations",
  "documents",
  "memories",
  "companies",
  "analytics",
  "settings",
];

/** "Everything" is what is stored, and the figures computed from it; one row a company only when asked for. */
const everything: readonly KindId[] = kindIds.filter((id) => id !== "companies");

export function listKinds(kinds: readonly KindId[]): string {
  const labels = kinds.map((id) => findKind(id).label);
  if (labels.length <= 2) return labels.join(" and ");
  return labels.length <= 4
    ? `${labels.slice(0, -1).join(", ")} and ${labels.at(-1) ?? ""}`
    : `${String(labels.length)} kinds`;
}

/** Which kinds leave, or undefined where nothing decides it and a person has to be asked. */
export function decideKinds(
  said: SaidRequest,
  template: Template | undefined,
): DecidedKinds | undefined {
  const excluded = new Set<KindId>(said.entities?.exclude ?? []);
  const leftOut = [...excluded].map((kind) => ({ kind, why: "left out, as you said" }));
  const include = said.entities?.include;
  const finish = (
    kinds: readonly KindId[],
    because: Reason["because"],
    value?: string,
  ): DecidedKinds => {
    const left = order.filter((id) => kinds.includes(id) && !excluded.has(id));
    return { kinds: left, leftOut, reason: kindReason(left, because, value, excluded) };
  };
  if (include === "all") return finish(everything, "said", "Everything");
  if (include !== undefined && include.length > 0) return finish(include, "said");
  if (template?.kinds === "all") return finish(everything, "template", "Everything");
  const implied = impliedKind(said);
  if (template !== undefined && template.kinds !== "ask") return finish(template.kinds, "template");
  if (implied !== undefined) return finish([implied], "default");
  return excluded.size > 0 ? finish(everything, "said", "Everything") : undefined;
}

function kindReason(
  kinds: readonly KindId[],
  because: Reason["because"],
  value: string | undefined,
  excluded: ReadonlySet<KindId>,
): Reason {
  const without = excluded.size === 0 ? "" : ` without ${listKinds([...excluded]).toLowerCase()}`;
  const shown = `${value ?? listKinds(kinds)}${without}`;
  const why = {
    said: "you said so",
    template: "the template takes them",
    default: "the filter is about them",
  };
  return {
    slot: "entities",
    label: "Records",
    value: shown,
    because,
    text: `${shown}: ${because === "template" ? why.template : because === "said" ? why.said : why.default}.`,
    ...(because === "said" ? {} : { widens: true }),
  };
}

function impliedKind(said: SaidRequest): KindId | undefined {
  if (said.limit?.of !== undefined) return said.limit.of;
  const filter = said.filters?.[0];
  if (filter !== undefined) return kindOfField(filter.field);
  const field = said.when?.[0]?.field;
  if (field !== undefined && field !== "auto") return kindOfDate(field);
  if (said.items !== undefined) return "applications";
  return undefined;
}

function kindOfDate(field: DateField): KindId {
  return field === "last_contact" ? "contacts" : "applications";
}
