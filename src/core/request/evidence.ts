import type { Finding } from "../recognizers/contract.ts";
import type { Decision } from "./find-intent.ts";
import type { Scene } from "./reading/scene.ts";
import type { Evidence, SaidRequest, Span } from "./request.ts";

/** Findings that steer the assembly and are no slot. */
const inner = new Set(["schedule.loose", "formats.not", "report", "schedule.said", "proof"]);

function slotPath(path: string): string {
  if (path === "entities.soft") return "entities.include";
  if (path.startsWith("baseline.")) return "baseline";
  if (path === "encryption.on") return "encryption";
  if (path === "schedule.clock") return "schedule.time";
  if (path === "template.delete") return "template";
  return path === "schedule.part" ? "schedule" : path;
}

/** Is the slot of this finding still in the request? */
function isSaid(path: string, said: SaidRequest): boolean {
  const root = path.split(".")[0] ?? "";
  return root in said;
}

function entry(scene: Scene, path: string, finding: Finding): Evidence {
  const span = scene.span(finding.from, finding.to);
  return {
    path,
    span,
    text: masked(scene, span),
    value: finding.value,
    confidence: finding.confidence,
    via: finding.via,
    ...(finding.corrected === undefined ? {} : { corrected: finding.corrected }),
    ...(finding.alternatives === undefined ? {} : { alternatives: finding.alternatives }),
  };
}

/** Words of the sentence; a typed passphrase never leaves it (C2). */
function masked(scene: Scene, [start, end]: Span): string {
  let text = scene.text.slice(start, end);
  for (const token of scene.tokens) {
    if (token.kind === "secret") text = text.split(token.inner).join("•••");
  }
  return text;
}

/** One entry a decision: where it stands, how it was found, how sure it is. */
export function gatherEvidence(
  scene: Scene,
  findings: readonly Finding[],
  decision: Decision,
  said: SaidRequest,
): Evidence[] {
  const out: Evidence[] = [];
  const { cue, target, intent } = decision;
  const add = (
    path: string,
    from: number,
    to: number,
    value: unknown,
    confidence: number,
  ): void => {
    const span = scene.span(from, to);
    out.push({ path, span, text: masked(scene, span), value, confidence, via: "lexicon" });
  };
  if (cue !== undefined) add("intent", cue.from, cue.to, intent, cue.confidence);
  if (target !== undefined) add("target", target.from, target.to, target.value, target.confidence);
  const shared = said.template === "sharing";
  for (const finding of findings) {
    if (finding.path === "report" || finding.path === "audience") {
      if (shared) out.push(entry(scene, "template", { ...finding, value: "sharing" }));
      if (finding.path === "report") continue;
    }
    if (finding.path === "proof" && said.template === "work-search") {
      out.push(entry(scene, "template", { ...finding, value: "work-search" }));
    }
    const path = slotPath(finding.path);
    if (inner.has(finding.path) || !isSaid(path, said)) continue;
    out.push(entry(scene, path, finding));
  }
  return out;
}

/** Spans by slot; neighbours of one slot with only small words between are one span. */
export function spansBySlot(
  text: string,
  evidence: readonly Evidence[],
): Readonly<Record<string, readonly Span[]>> {
  const slots = new Map<string, Span[]>();
  for (const { path, span } of evidence) {
    if (span === undefined) continue;
    const slot = path.split(".")[0] ?? path;
    slots.set(slot, [...(slots.get(slot) ?? []), span]);
  }
  return Object.fromEntries([...slots].map(([slot, spans]) => [slot, joinSpans(text, spans)]));
}

/** What may stand between two words of one list. */
const joint = /^[\s,;&/]*(?:\p{L}{1,3}[\s,]+)?(?:\p{L}{1,3}[\s,]+)?$/u;

function joinSpans(text: string, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = out.at(-1);
    if (last !== undefined && (span[0] <= last[1] || joint.test(text.slice(last[1], span[0])))) {
      out[out.length - 1] = [last[0], Math.max(last[1], span[1])];
    } else out.push(span);
  }
  return out;
}
