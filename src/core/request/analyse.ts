import type { Candidate, Doubt, Finding } from "../recognizers/contract.ts";
import * as recognizers from "../recognizers/registry.ts";
import { assemble } from "./assemble.ts";
import { findIntent, type Decision } from "./find-intent.ts";
import { pickReadings } from "./pick.ts";
import { buildScene } from "./reading/build-scene.ts";
import type { Scene } from "./reading/scene.ts";
import { refine } from "./refine.ts";
import type { ParseContext, SaidRequest } from "./request.ts";
import { detectLanguage, lexiconOf } from "./lexicon/languages.ts";
import { findSecondWish } from "./second-wish.ts";

/** Longer texts are cut: nobody asks for an export in more words. */
export const longestSentence = 2000;

/** A sentence taken apart, before anything is asked about it. */
export interface Analysis {
  readonly scene: Scene;
  readonly picked: readonly Candidate[];
  readonly findings: readonly Finding[];
  readonly doubts: readonly Doubt[];
  readonly decision: Decision;
  readonly said: SaidRequest;
}

const shelf = Object.values(recognizers);

export function analyse(typed: string, context: ParseContext): Analysis {
  const text = typed.slice(0, longestSentence);
  const language = detectLanguage(text, context.language ?? "en", context.data);
  const scene = buildScene(text, context.today, lexiconOf(language), context.data);
  const candidates = shelf.flatMap((recognizer) => [...recognizer.find(scene)]);
  const second = findSecondWish(scene);
  const heard =
    second === undefined ? candidates : candidates.filter((each) => each.to <= second.from);
  const { picked, doubts } = refine(scene, pickReadings(scene, heard));
  const findings = picked.flatMap((candidate) => candidate.findings);
  const decision = findIntent(scene, picked, second?.from);
  const said = assemble(findings, decision);
  const all = [...picked.flatMap((candidate) => candidate.doubts ?? []), ...doubts];
  return {
    scene,
    picked,
    findings,
    decision,
    said,
    doubts: second === undefined ? all : [...all, second.doubt],
  };
}
