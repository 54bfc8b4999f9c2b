import { analyse, type Analysis } from "./analyse.ts";
import { check } from "./check.ts";
import { gatherEvidence } from "./evidence.ts";
import { lightSenses } from "./light-senses.ts";
import type { Scene } from "./reading/scene.ts";
import type { Evidence, ParseContext, ParseResult, SaidRequest, Span } from "./request.ts";
import { wordQuestion } from "./wording/word-question.ts";

/**
 * Understands one sentence (request contract). Pure and synchronous: the same text and context
 * always give the same result. Only what the words express is in `said`; nothing is defaulted.
 */
export function parseRequest(text: string, context: ParseContext): ParseResult {
  return finish(analyse(text, context), context);
}

/** Turns an analysis into the result that screens and dialogues work with. */
export function finish(analysis: Analysis, context: ParseContext): ParseResult {
  const { scene, said, doubts, findings, decision } = analysis;
  const evidence = gatherEvidence(scene, findings, decision, said);
  const queries = check(scene, said, doubts, context, isWide(analysis));
  const language = scene.lexicon.language;
  return {
    said,
    evidence,
    unused: findUnused(analysis),
    questions: queries.map((query) => wordQuestion(query, scene)),
    secrets: scene.tokens
      .filter((token) => token.kind === "secret")
      .map(({ start, end }): Span => innerSpan(scene, start, end)),
    confidence: confidenceOf(said, evidence),
    language,
  };
}

/** "my data" and nothing else: everything, but which part is worth asking (ruling 1). */
function isWide({ said, findings }: Analysis): boolean {
  const soft = findings.some((each) => each.path === "entities.soft");
  return soft && said.intent === "export" && Object.keys(said).length === 3;
}

/** Without the quotation marks around a quoted passphrase. */
function innerSpan(scene: Scene, start: number, end: number): Span {
  const quoted = /^["“”„«»'‘’]$/.test(scene.text[start] ?? "") && end - start > 2;
  return quoted ? [start + 1, end - 1] : [start, end];
}

/** Only these intents have words left to explain. */
const wantsFile: ReadonlySet<string> = new Set(["export", "preview", "schedule"]);

/** Content words outside every reading, neighbours joined. */
function findUnused({ scene, picked, said }: Analysis): Span[] {
  if (!wantsFile.has(said.intent)) return [];
  const spans: Span[] = [];
  for (const [i, token] of scene.tokens.entries()) {
    if (token.kind === "mark" || token.kind === "secret") continue;
    if (picked.some((candidate) => candidate.from <= i && i < candidate.to)) continue;
    if (isLight(scene, i)) continue;
    const last = spans.at(-1);
    const gap = last === undefined ? " " : scene.text.slice(last[1], token.start);
    if (last !== undefined && /^[\s-]*$/.test(gap)) spans[spans.length - 1] = [last[0], token.end];
    else spans.push([token.start, token.end]);
  }
  return spans;
}

function isLight(scene: Scene, token: number): boolean {
  for (let from = Math.max(0, token - 6); from <= token; from++) {
    for (const match of scene.starting(from)) {
      if (match.to > token && lightSenses.has(match.sense)) return true;
    }
  }
  return false;
}

/** As sure as its least sure part. */
function confidenceOf(said: SaidRequest, evidence: readonly Evidence[]): number {
  if (said.intent === "none") return 0.5;
  return evidence.reduce((least, each) => Math.min(least, each.confidence), 0.97);
}
