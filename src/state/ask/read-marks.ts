import type { ParseResult, Span } from "../../core/request/request.ts";
import { overlaps, shownEvidence } from "./read-chips.ts";
import { slotOf } from "./slot-of.ts";

/** A piece of the sentence as the layer under the text draws it. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly tone: "plain" | "said" | "doubtful" | "unused" | "secret";
  /** Slots of the chips that light with it. */
  readonly slots: readonly string[];
}

interface Stretch {
  span: Span;
  tone: Piece["tone"];
  slots: readonly string[];
}

function mergeInto(stretches: Stretch[], next: Stretch): void {
  const met = stretches.find((one) => overlaps(one.span, next.span));
  if (met === undefined) {
    stretches.push(next);
    return;
  }
  met.span = [Math.min(met.span[0], next.span[0]), Math.max(met.span[1], next.span[1])];
  met.slots = [...new Set([...met.slots, ...next.slots])];
  if (next.tone === "doubtful") met.tone = "doubtful";
}

/** Cuts the sentence into pieces: what was understood, what is doubtful, what had no effect. */
export function readMarks(sentence: string, parsed: ParseResult): readonly Piece[] {
  const stretches: Stretch[] = [];
  for (const span of parsed.secrets) mergeInto(stretches, { span, tone: "secret", slots: [] });
  for (const one of shownEvidence(parsed)) {
    const tone = one.confidence < 0.85 ? "doubtful" : "said";
    mergeInto(stretches, { span: one.span, tone, slots: [slotOf(one.path)] });
  }
  for (const span of parsed.unused) {
    if (!stretches.some((one) => overlaps(one.span, span)))
      stretches.push({ span, tone: "unused", slots: [] });
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (const { span, tone, slots } of stretches.toSorted((a, b) => a.span[0] - b.span[0])) {
    const from = Math.max(at, span[0]);
    const to = Math.min(sentence.length, span[1]);
    if (to <= from) continue;
    if (from > at) pieces.push(plain(sentence, at, from));
    pieces.push({ text: sentence.slice(from, to), from, tone, slots });
    at = to;
  }
  if (at < sentence.length) pieces.push(plain(sentence, at, sentence.length));
  return pieces;
}

function plain(sentence: string, from: number, to: number): Piece {
  return { text: sentence.slice(from, to), from, tone: "plain", slots: [] };
}

/** The words nothing explained, as they stand: `snazzy`. */
export function unusedWords(sentence: string, parsed: ParseResult): readonly string[] {
  return parsed.unused.map((span) => sentence.slice(span[0], span[1]));
}
