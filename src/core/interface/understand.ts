import { fail, unwrap } from "../failure.ts";
import type { PlanPreview } from "../job-tracker.ts";
import type { RecordSource } from "../pipeline/ports.ts";
import type { KnownNames } from "../derive/known-names.ts";
import { fileSettingsOf, withFileSettings } from "../plan/file-settings.ts";
import type { ExportPlan, Planned } from "../plan/plan.ts";
import { applyEdits } from "../request/apply-edits.ts";
import type { Edit, ParseResult, SaidRequest } from "../request/request.ts";
import { withOwnPrivacy } from "../sanitize/own-privacy.ts";
import type { SchedulePorts } from "../schedule/schedule-ports.ts";
import type { EarlierExports, StandingPlan } from "../schedule/stand-on.ts";
import { localDay } from "./local-day.ts";
import type { FarReader } from "./far-reader.ts";
import type { Counted } from "./make-preview.ts";
import { ownPrivacyOf } from "./own-privacy-of.ts";
import type { HeavyParts, Parts } from "./parts.ts";
import type { SavedTemplate } from "./templates.ts";

export interface UnderstandPorts {
  readonly source: RecordSource;
  readonly now: () => Date;
  readonly parts: Parts;
  readonly parse: (text: string) => ParseResult;
  /** What the newest export said: "same but as markdown" leans on it. */
  readonly last: () => SaidRequest | null;
  readonly saved: () => readonly SavedTemplate[];
  /** What "only what's new since my last export" stands on. Absent: everything is taken. */
  readonly earlier?: () => Promise<EarlierExports>;
  readonly known?: () => KnownNames;
  /** Counts where the records are too many for the window. Absent, or none: they are counted here. */
  readonly far?: () => Promise<FarReader | undefined>;
}

/** What stands in a preview while a question is open. */
const nothingCounted: Counted = { counts: {}, before: {}, sample: {}, estimatedBytes: 0 };

/** The words of a request without a passphrase that was typed into them. */
export function maskSecrets(text: string, { secrets }: Pick<ParseResult, "secrets">): string {
  return [...secrets]
    .sort(([a], [b]) => b - a)
    .reduce((masked, [from, to]) => `${masked.slice(0, from)}••••••${masked.slice(to)}`, text);
}

/** A decided plan with the person's own rules and kept words on top of its level, and their choices for files. */
async function withOwnRules(
  standing: StandingPlan,
  { source }: UnderstandPorts,
): Promise<StandingPlan> {
  const { planned } = standing;
  if (!("plan" in planned)) return standing;
  const { plan } = planned;
  const sanitization = withOwnPrivacy(plan.sanitization, await ownPrivacyOf(source));
  const settled = withFileSettings({ ...plan, sanitization }, await fileSettingsOf(source));
  return { ...standing, planned: { ...planned, plan: settled } };
}

/** Decides a request as of today. `hand` are the person's own edits: they always win over the words. */
export async function decide(
  text: string,
  read: ParseResult,
  hand: SaidRequest | undefined,
  ports: UnderstandPorts,
  parts: HeavyParts,
): Promise<Planned> {
  return (await decideStanding(text, read, hand, ports, parts)).planned;
}

async function decideStanding(
  text: string,
  read: ParseResult,
  hand: SaidRequest | undefined,
  ports: UnderstandPorts,
  { planOnLast, nameShelfFormats, shelves }: HeavyParts,
): Promise<StandingPlan> {
  const { formats, containers } = shelves;
  const parsed = nameShelfFormats(text, read, formats);
  // Who decides by hand has answered: a question about the words would stand in the way for ever.
  const questions = hand === undefined ? parsed.questions : [];
  const context = {
    sentence: maskSecrets(text, parsed),
    last: ports.last(),
    today: localDay(ports.now()),
    saved: new Map(ports.saved().map(({ name, plan }) => [name, plan.said])),
    formats: Object.keys(formats),
    containers: Object.keys(containers),
  };
  const words = hand ?? parsed.said;
  return withOwnRules(await planOnLast(words, questions, context, ports.earlier), ports);
}

/** A request understood and decided, not counted; edits by hand are laid over the words. */
export async function understand(
  text: string,
  ports: UnderstandPorts,
  byHand: readonly Edit[] = [],
): ReturnType<SchedulePorts["understand"]> {
  const parts = await ports.parts.ready();
  const words = parts.nameShelfFormats(text, ports.parse(text), parts.shelves.formats).said;
  const hand = byHand.length === 0 ? undefined : applyEdits(words, byHand);
  const decided = await decide(text, ports.parse(text), hand, ports, parts);
  return { said: hand ?? words, ...decided };
}

/** A request understood, decided and counted: what the screen shows while a person types. */
export async function preview(
  text: string,
  hand: SaidRequest | undefined,
  ports: UnderstandPorts,
): Promise<PlanPreview> {
  const parts = await ports.parts.ready();
  const parsed = parts.nameShelfFormats(text, ports.parse(text), parts.shelves.formats);
  const { planned, changes } = await decideStanding(text, parsed, hand, ports, parts);
  const counted =
    "plan" in planned ? await count(planned.plan, changes, ports, parts) : nothingCounted;
  const sentence = maskSecrets(text, parsed);
  return { sentence, parsed, ...planned, ...counted };
}

async function count(
  plan: ExportPlan,
  changes: StandingPlan["changes"],
  ports: UnderstandPorts,
  { makePreview, changedSource, shelves: { makeSanitizer } }: HeavyParts,
): Promise<Counted> {
  const far = await ports.far?.();
  const nobody = { people: [], companies: [] };
  if (far !== undefined) return unwrap(await far.look(plan, ports.known?.() ?? nobody));
  const source = changes === undefined ? ports.source : changedSource(ports.source, changes);
  return makePreview(plan, { ...ports, source, makeSanitizer });
}

/** @throws FailureError `not-understood` with the question that is open. */
export async function planOf(text: string, ports: UnderstandPorts): Promise<ExportPlan> {
  const parts = await ports.parts.ready();
  const planned = await decide(text, ports.parse(text), undefined, ports, parts);
  if ("plan" in planned) return planned.plan;
  return fail({ code: "not-understood", question: planned.questions[0].text });
}

/**
 * A stored plan as of today: "last month" is the month before now, so a sentence with such dates is read
 * again. Without them what was decided by hand holds.
 */
export async function renewed(plan: ExportPlan, ports: UnderstandPorts): Promise<ExportPlan> {
  const parts = await ports.parts.ready();
  const parsed = ports.parse(plan.sentence);
  const isRelative = plan.said.when?.some(({ relative }) => relative === true) === true;
  const hand = isRelative ? undefined : plan.said;
  const planned = await decide(plan.sentence, parsed, hand, ports, parts);
  if (!("plan" in planned)) return plan;
  return { ...planned.plan, ...(plan.options !== undefined && { options: plan.options }) };
}
