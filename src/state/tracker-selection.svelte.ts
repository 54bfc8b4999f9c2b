import { SvelteSet } from "svelte/reactivity";

/**
 * Cursor and chosen rows of a list, by id, so that both survive sorting and filtering.
 * `ids` gives the ids in the order shown.
 */
export class TrackerSelection {
  readonly chosen = new SvelteSet<string>();
  #cursorId = $state<string>();
  #anchorId: string | undefined;
  readonly #ids: () => readonly string[];

  constructor(ids: () => readonly string[]) {
    this.#ids = ids;
  }

  /** Place of the cursor, or -1 where there is none (yet, or any more). */
  get cursor(): number {
    return this.#cursorId === undefined ? -1 : this.#ids().indexOf(this.#cursorId);
  }

  get cursorId(): string | undefined {
    return this.cursor < 0 ? undefined : this.#cursorId;
  }

  /** What an action is about: the chosen rows that are shown, else the one at the cursor. */
  get targets(): readonly string[] {
    const shown = this.#ids().filter((id) => this.chosen.has(id));
    if (shown.length > 0) return shown;
    return this.cursorId === undefined ? [] : [this.cursorId];
  }

  get allChosen(): boolean {
    const ids = this.#ids();
    return ids.length > 0 && ids.every((id) => this.chosen.has(id));
  }

  /** Moves the cursor by rows, stopping at the ends; the first move lands on the first row. */
  step(by: number): void {
    const ids = this.#ids();
    const start = this.cursor;
    const next = start < 0 ? (by > 0 ? 0 : ids.length - 1) : start + by;
    this.point(ids[Math.min(Math.max(next, 0), ids.length - 1)]);
  }

  point(id: string | undefined): void {
    this.#cursorId = id;
    this.#anchorId = id;
  }

  toggle(id: string | undefined = this.cursorId): void {
    if (id === undefined) return;
    if (!this.chosen.delete(id)) this.chosen.add(id);
    this.#cursorId = id;
    this.#anchorId = id;
  }

  /** Chooses every row from the anchor to `id`, as Shift and a click do. */
  extendTo(id: string | undefined): void {
    const ids = this.#ids();
    const to = id === undefined ? -1 : ids.indexOf(id);
    if (to < 0) return;
    const from = this.#anchorId === undefined ? to : Math.max(ids.indexOf(this.#anchorId), 0);
    for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) this.chosen.add(one);
    this.#cursorId = id;
  }

  extend(by: number): void {
    const ids = this.#ids();
    this.extendTo(ids[Math.min(Math.max(this.cursor + by, 0), ids.length - 1)]);
  }

  chooseAll(): void {
    for (const id of this.#ids()) this.chosen.add(id);
  }

  clear(): void {
    this.chosen.clear();
  }

  /** Forgets everything: another kind is shown. */
  reset(): void {
    this.chosen.clear();
    this.point(undefined);
  }
}
