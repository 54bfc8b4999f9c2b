import type { Doubt } from "../recognizers/contract.ts";
import type { Scene } from "./reading/scene.ts";
import type { Entity, HardCode, ParseContext, SaidRequest, SoftCode } from "./request.ts";

/** A question before it is put into words. */
export interface Query {
  readonly code: HardCode | SoftCode;
  readonly slot: string;
  readonly from?: number;
  readonly to?: number;
  readonly choices?: readonly unknown[];
  readonly about?: string;
}

/** Formats that carry a passphrase of their own, or sit in a container that does. */
const sealing: ReadonlySet<string> = new Set(["zip", "encrypted-zip", "pdf"]);
/** Kinds with something to put on a calendar. */
const dated: ReadonlySet<Entity> = new Set(["interviews", "applications", "activities"]);
const files: ReadonlySet<string> = new Set(["export", "schedule", "preview"]);

function isScopeless(said: SaidRequest): boolean {
  const { entities, filters, when, items, template, base, baseline } = said;
  return [entities, filters, when, items, template, base, baseline].every((x) => x === undefined);
}

/** A reference needs something to point at: an earlier export, or a list just shown. */
function findLostReference(said: SaidRequest, context: ParseContext): Query[] {
  const last = context.last ?? null;
  const lost = { code: "ref.unresolved" as const };
  const earlier = said.base === "last" || said.base === "previous";
  if ((earlier && last === null) || said.base === "that") return [{ ...lost, slot: "base" }];
  const ref = said.items?.ref;
  return ref === undefined ? [] : [{ ...lost, slot: "items" }];
}

function findConflicts(said: SaidRequest): Query[] {
  const out: Query[] = [];
  const { privacy, entities, formats = [], encryption } = said;
  const keepsNames = privacy?.level === "strict" && privacy.keep?.includes("name") === true;
  const hidesRaw = privacy?.level === "none" && (privacy.hide?.length ?? 0) > 0;
  if (keepsNames || hidesRaw) out.push({ code: "conflict.privacy", slot: "privacy" });
  if (entities !== undefined && entities.include !== "all") {
    const both = entities.exclude?.some((each) => entities.include.includes(each)) === true;
    if (both) out.push({ code: "conflict.entities", slot: "entities" });
  }
  const unsealed = formats.length > 0 && !formats.some((format) => sealing.has(format));
  const wraps = encryption?.method === "vault" || encryption?.method === "capsule";
  if (encryption?.on === true && unsealed && !wraps)
    out.push({ code: "conflict.format", slot: "formats" });
  else if (formats.includes("ics") && !fitsCalendar(said)) {
    out.push({ code: "conflict.format", slot: "formats" });
  }
  return out;
}

function fitsCalendar({ entities }: SaidRequest): boolean {
  if (entities === undefined || entities.include === "all") return true;
  return entities.include.some((kind) => dated.has(kind));
}

function findDestruction(scene: Scene, said: SaidRequest): Query[] {
  const removes =
    said.op === "delete" && (said.intent === "schedule" || said.intent === "template");
  const overwrites = said.intent === "restore" && scene.all("overwrite").length > 0;
  return removes || overwrites ? [{ code: "confirm.destructive", slot: "op" }] : [];
}

function findSoft(said: SaidRequest, wide: boolean): Query[] {
  const out: Query[] = [];
  const { audience, privacy, template } = said;
  const outside = audience !== undefined && !["self", "authority"].includes(audience.who);
  if (outside && privacy === undefined && template !== "work-search") {
    out.push({ code: "privacy.audience", slot: "privacy" });
  }
  if (wide) out.push({ code: "scope.wide", slot: "entities" });
  return out;
}

/** Everything to ask about a request, most costly first (stage 11). */
export function check(
  scene: Scene,
  said: SaidRequest,
  doubts: readonly Doubt[],
  context: ParseContext,
  wide: boolean,
): Query[] {
  if (said.intent === "restore") {
    return order([
      { code: "restore.file", slot: "items" },
      ...findDestruction(scene, said),
      ...multiple(doubts),
    ]);
  }
  if (!files.has(said.intent)) {
    return order([...findDestruction(scene, said), ...multiple(doubts)]);
  }
  const queries: Query[] = [
    ...doubts.filter((doubt) => isLive(doubt, said)),
    ...findLostReference(said, context),
    ...findConflicts(said),
    ...findDestruction(scene, said),
    ...findSoft(said, wide),
  ];
  const asked = doubts.some((doubt) => ["filter.or", "format.unsupported"].includes(doubt.code));
  if (said.intent === "export" && isScopeless(said) && !asked) {
    queries.push({ code: "scope.missing", slot: "entities" });
  }
  return order(queries);
}

const multiple = (doubts: readonly Doubt[]): Query[] =>
  doubts.filter((doubt) => doubt.code === "intent.multiple");

/** A doubt about a schedule means nothing where none was asked for. */
function isLive(doubt: Doubt, said: SaidRequest): boolean {
  return !doubt.code.startsWith("schedule.") || said.intent === "schedule";
}

const ranks: readonly string[] = [
  "conflict.privacy",
  "confirm.destructive",
  "intent.multiple",
  "schedule.unsupported",
  "date.invalid",
  "date.reversed",
  "value.ambiguous",
  "value.unknown",
  "ref.unresolved",
  "scope.missing",
  "filter.or",
  "conflict.entities",
  "conflict.format",
  "format.unsupported",
  "schedule.split",
  "restore.file",
  "scope.wide",
  "privacy.audience",
  "typo",
];

function order(queries: readonly Query[]): Query[] {
  const rank = (query: Query): number => {
    const at = ranks.indexOf(query.code);
    return at < 0 ? ranks.length : at;
  };
  const once = queries.filter((q, i) => queries.findIndex((other) => other.code === q.code) === i);
  return once.sort((a, b) => rank(a) - rank(b));
}
