import type { PlanPreview } from "../job-tracker.ts";
import type { Shelves } from "../pipeline/shelves.ts";
import { makePlan } from "../plan/make-plan.ts";
import type { Planned } from "../plan/plan.ts";
import type { ParseResult, SaidRequest } from "../request/request.ts";
import { localDay } from "./local-day.ts";
import { makePreview, nothingCounted, type PreviewPorts } from "./make-preview.ts";
import type { SavedTemplate } from "./templates.ts";

export interface UnderstandPorts extends PreviewPorts {
  readonly shelves: Shelves;
  readonly parse: (text: string) => ParseResult;
  readonly saved: () => readonly SavedTemplate[];
}

/** The words of a request without a passphrase that was typed into them. */
export function maskSecrets(text: string, { secrets }: Pick<ParseResult, "secrets">): string {
  return [...secrets]
    .sort(([a], [b]) => b - a)
    .reduce((masked, [from, to]) => `${masked.slice(0, from)}••••••${masked.slice(to)}`, text);
}

/** Decides a request as of today. `hand` are the person's own edits: they always win over the words. */
export function decide(
  text: string,
  parsed: ParseResult,
  hand: SaidRequest | undefined,
  ports: UnderstandPorts,
): Planned {
  const { formats, containers } = ports.shelves;
  return makePlan(hand ?? parsed.said, parsed.questions, {
    sentence: maskSecrets(text, parsed),
    today: localDay(ports.now()),
    saved: new Map(ports.saved().map(({ name, plan }) => [name, plan.said])),
    formats: Object.keys(formats),
    containers: Object.keys(containers),
  });
}

/** A request understood, decided and counted: what the screen shows while a person types. */
export async function preview(
  text: string,
  hand: SaidRequest | undefined,
  ports: UnderstandPorts,
): Promise<PlanPreview> {
  const parsed = ports.parse(text);
  const planned = decide(text, parsed, hand, ports);
  const counted = "plan" in planned ? await makePreview(planned.plan, ports) : nothingCounted;
  const sentence = maskSecrets(text, parsed);
  return { sentence, parsed, ...planned, ...counted };
}
