/** Where phrases of a kind begin and end, and the blocked stretches, for quick questions about context. */
import type { Item, Sym } from "./chart.ts";
import * as S from "./symbols.ts";
import type { Term } from "./term.ts";

export interface Marks {
  readonly begins: (at: number, symbols: readonly Sym<unknown>[]) => boolean;
  readonly ends: (at: number, symbols: readonly Sym<unknown>[]) => boolean;
  /** A date that needs no context begins here. */
  readonly datesFrom: ReadonlySet<number>;
  /** … or ends here. */
  readonly datesTo: ReadonlySet<number>;
  /** "for now", "24/7". */
  readonly blocked: readonly Item[];
}

/** Positions are packed with symbols into one number; no grammar has more symbols than this. */
const WIDTH = 256;

export function marksOf(items: readonly Item[]): Marks {
  const beginnings = new Set<number>();
  const endings = new Set<number>();
  const datesFrom = new Set<number>();
  const datesTo = new Set<number>();
  const blocked: Item[] = [];
  for (const item of items) {
    const { id } = item.symbol;
    beginnings.add(item.start * WIDTH + id);
    endings.add(item.end * WIDTH + id);
    if (id === S.BLOCKED.id) blocked.push(item);
    if (id === S.TERM.id && (item.value as Term).weak === 0) {
      datesFrom.add(item.start);
      datesTo.add(item.end);
    }
  }
  return {
    begins: (at, symbols) => symbols.some(({ id }) => beginnings.has(at * WIDTH + id)),
    ends: (at, symbols) => symbols.some(({ id }) => endings.has(at * WIDTH + id)),
    datesFrom,
    datesTo,
    blocked,
  };
}
