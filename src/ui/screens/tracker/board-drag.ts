/** What follows a pointer that carries a card. Coordinates are of the window, in px. */
interface Drag {
  readonly onmove: (at: { readonly x: number; readonly y: number }, by: Shift) => void;
  readonly ondrop: () => void;
  readonly onstop: () => void;
}
interface Shift {
  readonly x: number;
  readonly y: number;
}

const holdMs = 350;
const farEnough = 6;

/**
 * A mouse carries the card as soon as it moves; a finger first holds it, because a finger that moves
 * scrolls. Escape and a lost pointer put the card back.
 */
export function startDrag(event: PointerEvent, drag: Drag): void {
  if (event.button !== 0) return;
  const start = { x: event.clientX, y: event.clientY };
  const touch = event.pointerType === "touch";
  const stop = new AbortController();
  const { signal } = stop;
  let carries = false;
  const take = () => {
    carries = true;
    drag.onmove(start, { x: 0, y: 0 });
  };
  const hold = touch ? setTimeout(take, holdMs) : undefined;
  const end = (finish: () => void) => {
    clearTimeout(hold);
    stop.abort();
    if (carries) swallowClick();
    if (carries) finish();
  };
  const follow = (move: PointerEvent) => {
    const by = { x: move.clientX - start.x, y: move.clientY - start.y };
    if (!carries && Math.hypot(by.x, by.y) < farEnough) return;
    if (!carries && touch) end(drag.onstop);
    else {
      carries = true;
      drag.onmove({ x: move.clientX, y: move.clientY }, by);
    }
  };
  addEventListener("pointermove", follow, { signal });
  addEventListener("pointerup", () => end(drag.ondrop), { signal });
  addEventListener("pointercancel", () => end(drag.onstop), { signal });
  addEventListener("keydown", (key) => key.key === "Escape" && end(drag.onstop), { signal });
  // A held finger asks for the menu of the link; while it carries a card it does not get it.
  addEventListener("contextmenu", (menu) => touch && menu.preventDefault(), { signal });
}

/** The page must not scroll under a finger that carries a card; listens before any touch begins. */
export function keepStill(board: HTMLElement, carries: () => boolean): () => void {
  const still = (event: TouchEvent) => {
    if (carries() && event.cancelable) event.preventDefault();
  };
  board.addEventListener("touchmove", still, { passive: false });
  return () => {
    board.removeEventListener("touchmove", still);
  };
}

/** Scrolls the board while a card is held at one of its edges. */
export function scrollAtEdge(board: HTMLElement | undefined, x: number): void {
  if (board === undefined) return;
  const { left, right } = board.getBoundingClientRect();
  if (x > right - 40) board.scrollBy(14, 0);
  else if (x < left + 40) board.scrollBy(-14, 0);
}

/** The click that ends a drag must not open the record; where none follows, the next one is free. */
function swallowClick(): void {
  const stop = new AbortController();
  const options = { capture: true, once: true, signal: stop.signal };
  addEventListener("click", (click) => click.preventDefault(), options);
  setTimeout(() => {
    stop.abort();
  }, 0);
}
