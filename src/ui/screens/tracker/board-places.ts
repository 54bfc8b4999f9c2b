/** Where things stand on the board, read from the page. */

/** The status of the column or target at a point of the window. */
export function columnUnder(x: number, y: number): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const status = element.closest<HTMLElement>("[data-status]")?.dataset["status"];
    if (status !== undefined) return status;
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

/** The click that ends a drag must not open the record; where none follows, the next one is free. */
export function swallowClick(): void {
  const stop = new AbortController();
  const options = { capture: true, once: true, signal: stop.signal };
  addEventListener("click", (click) => click.preventDefault(), options);
  setTimeout(() => {
    stop.abort();
  }, 0);
}
