import { isNothing } from "./nothing.ts";
import type { Target } from "./column-words.ts";

const totals =
  /^(?:sum|summe|total|totals|gesamt|gesamtsumme|zwischensumme|subtotal|suma|totale|somme|average|mean|durchschnitt|ø|count|anzahl|合计|总计|合計)\b/i;
const amount = /^[\s$€£¥₹]*-?[\d.,\s]+\s*(?:%|k|€|eur|usd|chf)?$/i;

export type RowKind = "record" | "blank" | "total" | "footnote";

/**
 * What a row is: totals have a first cell and at most amounts; a footnote is a first cell that is no
 * name. A row with nothing but a company is a wish, and taken.
 */
export function rowKind(cells: readonly string[], targets: readonly Target[]): RowKind {
  const filled = cells
    .map((cell, at) => ({ cell: cell.trim(), at }))
    .filter(({ cell }) => cell !== "");
  const [first, ...rest] = filled;
  if (first === undefined) return "blank";
  const onlyAmounts = rest.every(({ cell }) => amount.test(cell));
  if (first.at === 0 && onlyAmounts && rest.length > 0 && !hasName(filled, targets)) return "total";
  if (first.at === 0 && onlyAmounts && totals.test(first.cell)) return "total";
  if (rest.length > 0 || first.at !== 0) return "record";
  const target = targets[first.at];
  const isName = target === "company" || target === "title" || target === "url";
  return isName && looksLikeName(first.cell) ? "record" : "footnote";
}

const hasName = (
  filled: readonly { readonly cell: string; readonly at: number }[],
  targets: readonly Target[],
): boolean =>
  filled.some(({ cell, at }) => {
    const target = targets[at];
    return (target === "company" || target === "title") && !totals.test(cell) && !isNothing(cell);
  });

/** A short text that begins like a name and holds no explanation. */
function looksLikeName(text: string): boolean {
  if (
    /^[*†‡#=\-–—•]|[=:]|[.!?]$/.test(text) &&
    !/\b(?:inc|ltd|co|corp|llc|e\.v|a\.s|s\.a)\.$/i.test(text)
  )
    return false;
  return text.split(/\s+/).length <= 7 && text.length <= 80;
}

/** Signs that stand for "as above". */
export const isDitto = (cell: string): boolean =>
  /^(?:↳|〃|"|″|''|ditto|dito|do\.|same|idem)$/i.test(cell.trim());
