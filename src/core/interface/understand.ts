import type { PlanPreview } from "../job-tracker.ts";
import type { RecordSource } from "../pipeline/ports.ts";
import type { Planned } from "../plan/plan.ts";
import type { ParseResult, SaidRequest } from "../request/request.ts";
import { withOwnPrivacy } from "../sanitize/own-privacy.ts";
import type { EarlierExports, StandingPlan } from "../schedule/stand-on.ts";
import { localDay } from "./local-day.ts";
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
}

/** What stands in a preview while a question is open. */
const nothingCounted: Counted = { counts: {}, before: {}, sample: {}, estimatedBytes: 0 };

/** The words of a request without a passphrase that was typed into them. */
export function maskSecrets(text: string, { secrets }: Pick<ParseResult, "secrets">): string {
  return [...secrets]
    .sort(([a], [b]) => b - a)
    .reduce((masked, [from, to]) => `${masked.slice(0, from)}••••••${masked.slice(to)}`, text);
}

/** A decided plan with the person's own rules and kept words on top of its level. */
async function withOwnRules(
  standing: StandingPlan,
  { source }: UnderstandPorts,
): Promise<StandingPlan> {
  const { planned } = standing;
  if (!("plan" in planned)) return standing;
  const { plan } = planned;
  const sanitization = withOwnPrivacy(plan.sanitization, await ownPrivacyOf(source));
  return { ...standing, planned: { ...planned, plan: { ...plan, sanitization } } };
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

/** A request understood, decided and counted: what the screen shows while a person types. */
export async function preview(
  text: string,
  hand: SaidRequest | undefined,
  ports: UnderstandPorts,
): Promise<PlanPreview> {
  const parts = await ports.parts.ready();
  const parsed = parts.nameShelfFormats(text, ports.parse(text), parts.shelves.formats);
  const { planned, changes } = await decideStanding(text, parsed, hand, ports, parts);
  const { makeSanitizer } = parts.shelves;
  const source = changes === undefined ? ports.source : parts.changedSource(ports.source, changes);
  const counted =
    "plan" in planned
      ? await parts.makePreview(planned.plan, { ...ports, source, makeSanitizer })
      : nothingCounted;
  const sentence = maskSecrets(text, parsed);
  return { sentence, parsed, ...planned, ...counted };
}
