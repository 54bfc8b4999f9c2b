import { privatePlace, type Receipt } from "../pipeline/ports.ts";
import { countOf } from "../words/format-count.ts";
import { formatMoment } from "../words/format-date.ts";

/** What is known of the danger: changes since the newest proved backup outside this browser. */
export interface AtRisk {
  readonly changes: number;
  readonly backup?: Receipt;
}

/** Copies in one place. */
export interface PlaceLine {
  readonly place: string;
  readonly text: string;
  /** It dies with this browser. */
  readonly insideBrowser: boolean;
}

export interface Protection {
  /** How much would be lost if this browser died now. */
  readonly text: string;
  readonly tone: "proof" | "care" | "stop";
  readonly places: readonly PlaceLine[];
}

/** How well the data is protected, in words. */
export function describeProtection(
  { changes, backup }: AtRisk,
  receipts: readonly Receipt[],
  { today, locale }: { readonly today: string; readonly locale: string },
): Protection {
  const places = placesOf(receipts, today, locale);
  if (backup === undefined) {
    const text =
      changes === 0
        ? "There is nothing here to lose yet."
        : `If this browser died now, everything would be lost: no proved backup is outside it.`;
    return { text, tone: changes === 0 ? "proof" : "stop", places };
  }
  const since = formatMoment(backup.startedAt, today, locale);
  const text =
    changes === 0
      ? `If this browser died now, nothing would be lost: the backup of ${since} holds everything.`
      : `If this browser died now, ${countOf(changes, "change", locale)} since the backup of ${since} would be lost.`;
  return { text, tone: changes === 0 ? "proof" : "care", places };
}

function placesOf(
  receipts: readonly Receipt[],
  today: string,
  locale: string,
): readonly PlaceLine[] {
  const byPlace = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    if (receipt.status !== "done" || receipt.kept === undefined) continue;
    byPlace.set(receipt.place, [...(byPlace.get(receipt.place) ?? []), receipt]);
  }
  return [...byPlace].map(([place, copies]) => {
    const proved = copies
      .filter(({ verified }) => verified === "proved")
      .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    const newest = proved[0];
    const count = countOf(copies.length, "copy", locale, "copies");
    const age =
      newest === undefined
        ? "none of them proved"
        : `the newest proved one of ${formatMoment(newest.startedAt, today, locale)}`;
    return { place, text: `${count}, ${age}`, insideBrowser: place === privatePlace };
  });
}
