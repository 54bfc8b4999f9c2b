import { applyEdits } from "../request/apply-edits.ts";
import { canonicalise, stable } from "../request/canonical.ts";
import type { Edit, SaidRequest } from "../request/request.ts";
import type { SchedulePorts } from "./schedule-ports.ts";

type Understanding = Pick<SchedulePorts, "understand" | "rewrite">;

/** A request in words, and what of it no words say. */
interface Stated {
  readonly sentence: string;
  readonly byHand: readonly Edit[];
}

/**
 * Hand edits always win over the words (product law 1): the sentence is rewritten so that it says them, and
 * what it cannot say is kept beside it, for every run to come.
 */
export async function stateByHand(
  text: string,
  hand: SaidRequest,
  ports: Understanding,
): Promise<Stated> {
  const { said } = await ports.understand(text);
  // "every day" may stand in the words alone, as a frequency that was given beside them.
  const wanted = hand.schedule === undefined ? withRule(hand, said) : hand;
  const edits = editsBetween(said, wanted);
  if (edits.length === 0) return { sentence: text, byHand: [] };
  const sentence = await ports.rewrite(text, edits);
  const again = (await ports.understand(sentence)).said;
  return { sentence, byHand: editsBetween(again, wanted) };
}

/** The request of a sentence after some edits, as words and what stands beside them. */
export async function stateEdited(
  text: string,
  before: readonly Edit[],
  edits: readonly Edit[],
  ports: Understanding,
): Promise<Stated> {
  const { said } = await ports.understand(text, before);
  return stateByHand(text, applyEdits(said, edits), ports);
}

function withRule(hand: SaidRequest, { schedule }: SaidRequest): SaidRequest {
  return schedule === undefined ? hand : { ...hand, schedule };
}

/** One edit for each slot that differs. What the words wanted to be done with it is no part of it. */
function editsBetween(from: SaidRequest, to: SaidRequest): readonly Edit[] {
  const { v: _v, intent: _intent, op: _op, ...before } = canonicalise(from);
  const { v: _v2, intent: _intent2, op: _op2, ...wanted } = canonicalise(to);
  const had = new Map<string, unknown>(Object.entries(before));
  const has = new Map<string, unknown>(Object.entries(wanted));
  const slots = [...new Set([...had.keys(), ...has.keys()])];
  return slots
    .filter((slot) => stable(had.get(slot)) !== stable(has.get(slot)))
    .map((path): Edit => {
      const value = has.get(path);
      return value === undefined ? { op: "clear", path } : { op: "set", path, value };
    });
}
