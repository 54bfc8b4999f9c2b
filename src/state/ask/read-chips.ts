import type { Reason } from "../../core/plan/plan.ts";
import type { Evidence, ParseResult, Span } from "../../core/request/request.ts";
import { labelOfSlot, slotOf } from "./slot-of.ts";

/** Evidence at or above this was understood; below it, down to `applied`, it is shown as doubtful. */
const sure = 0.85;
/** Below this nothing was applied (look: "Words and chips"). */
const applied = 0.6;

export interface ChipView {
  readonly slot: string;
  /** First line: When, File, Privacy … */
  readonly label: string;
  /** Second line: what the words became. */
  readonly value: string;
  readonly look: "said" | "assumed" | "doubtful" | "hand";
  readonly spans: readonly Span[];
  /** The words it came from, or nothing where it was decided without any. */
  readonly words: string;
  readonly why: string;
  readonly widens: boolean;
}
export interface ChipRows {
  readonly said: readonly ChipView[];
  readonly assumed: readonly ChipView[];
}

/** Evidence that stands in this sentence and was applied; the plain wish for a file needs no chip. */
export function shownEvidence(
  parsed: ParseResult,
): readonly (Evidence & { readonly span: Span })[] {
  return parsed.evidence
    .map((one) => ({ ...one, path: indexedPath(one, parsed) }))
    .filter(
      (one): one is Evidence & { readonly span: Span } =>
        one.span !== undefined &&
        one.span[1] > one.span[0] &&
        one.confidence >= applied &&
        !(slotOf(one.path) === "intent" && (one.value === "export" || one.value === "schedule")),
    );
}

/** Evidence names the list; a reason names its place in it: `filters` becomes `filters.1` by its value. */
function indexedPath({ path, value }: Evidence, { said }: ParseResult): string {
  const list = path === "when" ? said.when : path === "filters" ? said.filters : undefined;
  if (list === undefined) return path;
  const wanted = JSON.stringify(value);
  const index = list.findIndex((item) => JSON.stringify(item) === wanted);
  return `${path}.${String(Math.max(index, 0))}`;
}

/** One chip a decision: those that were said in the order of the words, the others behind. */
export function readChips(
  sentence: string,
  parsed: ParseResult,
  reasons: readonly Reason[],
  handSlots: ReadonlySet<string>,
): ChipRows {
  const evidence = shownEvidence(parsed);
  const slots = [...new Set(evidence.map((one) => slotOf(one.path)))];
  const reasonOf = new Map(reasons.map((reason) => [slotOf(reason.slot), reason]));
  const said = slots.flatMap((slot): ChipView[] => {
    const own = evidence.filter((one) => slotOf(one.path) === slot);
    const reason = reasonOf.get(slot);
    const words = wordsOf(sentence, own);
    // A word that two slots share (a template brings its records) keeps the chip that says more.
    if (reason === undefined && sharesSpan(own, evidence, reasonOf)) return [];
    return [
      {
        slot,
        label: reason?.label ?? labelOfSlot(slot),
        value: reason?.value ?? capitalize(words),
        look: handSlots.has(slot) ? "hand" : own.some(isDoubtful) ? "doubtful" : "said",
        spans: own.map((one) => one.span),
        words,
        why: reason?.text ?? "",
        widens: reason?.widens === true,
      },
    ];
  });
  const shown = new Set(said.map((chip) => chip.slot));
  const rest = reasons
    .filter((reason) => !shown.has(slotOf(reason.slot)))
    .map((reason) => fromReason(reason, handSlots));
  return {
    said: [...said.toSorted(byFirstWord), ...rest.filter((chip) => chip.look === "hand")],
    assumed: rest.filter((chip) => chip.look !== "hand"),
  };
}

function fromReason(reason: Reason, handSlots: ReadonlySet<string>): ChipView {
  const slot = slotOf(reason.slot);
  return {
    slot,
    label: reason.label,
    value: reason.value,
    look: handSlots.has(slot) ? "hand" : "assumed",
    spans: [],
    words: "",
    why: reason.text,
    widens: reason.widens === true,
  };
}

function isDoubtful(one: Evidence): boolean {
  return one.confidence < sure;
}
function sharesSpan(
  own: readonly (Evidence & { readonly span: Span })[],
  all: readonly (Evidence & { readonly span: Span })[],
  reasonOf: ReadonlyMap<string, Reason>,
): boolean {
  return own.every((one) =>
    all.some(
      (other) =>
        other !== one && reasonOf.has(slotOf(other.path)) && overlaps(one.span, other.span),
    ),
  );
}
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
function byFirstWord(a: ChipView, b: ChipView): number {
  return (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0);
}
function wordsOf(sentence: string, own: readonly { readonly span: Span }[]): string {
  return own.map(({ span }) => sentence.slice(span[0], span[1])).join(" … ");
}
function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
