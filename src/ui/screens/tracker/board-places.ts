/** Where things stand on the board, read from the page. */

export interface BoardPlace {
  readonly to: string;
  /** Cards of the column above the point, the carried one not counted. */
  readonly at: number;
}

/** The column or target at a point of the window, and the place in it. */
export function placeUnder(x: number, y: number, carried: string): BoardPlace | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const column = element.closest<HTMLElement>("[data-status]");
    const to = column?.dataset["status"];
    if (column === null || to === undefined) continue;
    const cards = [...column.querySelectorAll<HTMLElement>("[data-card]")];
    const above = cards.filter((card) => {
      const { top, height } = card.getBoundingClientRect();
      return card.dataset["card"] !== carried && top + height / 2 < y;
    });
    return { to, at: above.length };
  }
  return undefined;
}

export function focusCard(id: string): void {
  const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`);
  card?.focus();
  card?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const cardLinks = (column: Element | null | undefined) => [
  ...(column?.querySelectorAll<HTMLElement>("[data-card] > a") ?? []),
];

/** Moves the focus to the next card in the direction of an arrow key; false where there is none. */
export function focusNeighbour(from: EventTarget | null, key: string): boolean {
  if (!(from instanceof HTMLElement)) return false;
  const column = from.closest("[data-status]");
  const here = cardLinks(column);
  const at = here.indexOf(from);
  if (key === "ArrowUp" || key === "ArrowDown") {
    const next = here[at + (key === "ArrowDown" ? 1 : -1)];
    next?.focus();
    return next !== undefined;
  }
  let beside = key === "ArrowRight" ? column?.nextElementSibling : column?.previousElementSibling;
  while (beside && cardLinks(beside).length === 0) {
    beside = key === "ArrowRight" ? beside.nextElementSibling : beside.previousElementSibling;
  }
  const cards = cardLinks(beside);
  const next = cards[Math.min(at, cards.length - 1)];
  next?.focus();
  return next !== undefined;
}
