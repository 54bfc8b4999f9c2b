import type { BoardColumn } from "../core/table/board.ts";
import { capitalize } from "../core/table/field-text.ts";

/** A card on its way: by keys it stands in its new column at once, by mouse it follows the pointer. */
export type LiftPhase =
  | { readonly name: "resting" }
  | { readonly name: "lifted"; readonly id: string; readonly from: string; readonly to: string }
  /** Dropped elsewhere and not yet stored: stays where it was dropped. */
  | { readonly name: "landing"; readonly id: string; readonly from: string; readonly to: string }
  | {
      readonly name: "dragged";
      readonly id: string;
      readonly from: string;
      readonly to: string;
      readonly x: number;
      readonly y: number;
    };

/** Lifting, moving and dropping one card; every step is also said in words. */
export class TrackerLift {
  readonly #columns: () => readonly BoardColumn[];
  readonly #nameOf: (id: string) => string;
  readonly #onmove: (id: string, status: string) => void;
  phase = $state.raw<LiftPhase>({ name: "resting" });
  /** For the live region. */
  words = $state("");
  /** For the eye: the name stays in sight while the card moves. */
  get shown(): string {
    if (this.phase.name === "resting") return "";
    return `${this.#nameOf(this.phase.id)} lifted. ${this.#placeWords(this.phase.to)}`;
  }
  constructor(
    columns: () => readonly BoardColumn[],
    nameOf: (id: string) => string,
    onmove: (id: string, status: string) => void,
  ) {
    this.#columns = columns;
    this.#nameOf = nameOf;
    this.#onmove = onmove;
  }

  lift(id: string, status: string): void {
    this.phase = { name: "lifted", id, from: status, to: status };
    this.words = `${this.#nameOf(id)} lifted. ${this.#placeWords(status)}`;
  }

  /** One column to the left or right, stopping at the ends. */
  shift(by: number): void {
    if (this.phase.name !== "lifted") return;
    const names = this.#columns().map((column) => column.status);
    const at = names.indexOf(this.phase.to) + by;
    const to = names[Math.min(Math.max(at, 0), names.length - 1)] ?? this.phase.to;
    this.phase = { ...this.phase, to };
    this.words = this.#placeWords(to);
  }

  drag(id: string, from: string, to: string, x: number, y: number): void {
    if (this.phase.name !== "dragged") this.words = `${this.#nameOf(id)} lifted.`;
    this.phase = { name: "dragged", id, from, to, x, y };
  }

  drop(): void {
    if (this.phase.name === "resting" || this.phase.name === "landing") return;
    const { id, from, to } = this.phase;
    this.words = `${this.#nameOf(id)} dropped in ${capitalize(to)}.`;
    this.phase = to === from ? { name: "resting" } : { name: "landing", id, from, to };
    if (to !== from) this.#onmove(id, to);
  }

  /** The board shows the card where it was dropped, or the move could not be stored. */
  land(): void {
    if (this.phase.name === "landing") this.phase = { name: "resting" };
  }

  putBack(): void {
    if (this.phase.name === "resting") return;
    this.words = `${this.#nameOf(this.phase.id)} put back in ${capitalize(this.phase.from)}.`;
    this.phase = { name: "resting" };
  }

  #placeWords(status: string): string {
    const column = this.#columns().find((one) => one.status === status);
    const others = column?.records.length ?? 0;
    const own = this.phase.name !== "resting" && this.phase.from === status;
    const total = own ? others : others + 1;
    return `${capitalize(status)}, ${String(total)} ${total === 1 ? "card" : "cards"}.`;
  }
}
