import type { BoardColumn } from "../core/table/board.ts";
import { capitalize } from "../core/table/field-text.ts";

interface Journey {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Place among the cards of the column `to`, counted from 0 without the card itself. */
  readonly at: number;
}

/** A card on its way: by keys it stands in its new place at once, by pointer it follows. */
export type LiftPhase =
  | { readonly name: "resting" }
  | ({ readonly name: "lifted" } & Journey)
  /** Dropped elsewhere and not yet stored: stays where it was dropped. */
  | ({ readonly name: "landing" } & Journey)
  | ({ readonly name: "dragged"; readonly x: number; readonly y: number } & Journey);

/** Lifting, moving and dropping one card; every step is also said in words. */
export class TrackerLift {
  readonly #columns: () => readonly BoardColumn[];
  readonly #nameOf: (id: string) => string;
  readonly #onmove: (id: string, status: string, at: number) => void;
  phase = $state.raw<LiftPhase>({ name: "resting" });
  /** For the live region. */
  words = $state("");
  /** For the eye: the name stays in sight while the card moves. */
  get shown(): string {
    if (this.phase.name === "resting") return "";
    return `${this.#nameOf(this.phase.id)} lifted. ${this.#placeWords(this.phase)}`;
  }
  constructor(
    columns: () => readonly BoardColumn[],
    nameOf: (id: string) => string,
    onmove: (id: string, status: string, at: number) => void,
  ) {
    this.#columns = columns;
    this.#nameOf = nameOf;
    this.#onmove = onmove;
  }

  lift(id: string, status: string): void {
    const at = Math.max(0, this.#idsIn(status).indexOf(id));
    this.phase = { name: "lifted", id, from: status, to: status, at };
    this.words = this.shown;
  }

  /** One column to the left or right, stopping at the ends. */
  shift(by: number): void {
    if (this.phase.name !== "lifted") return;
    const names = this.#columns().map((column) => column.status);
    const place = names.indexOf(this.phase.to) + by;
    const to = names[Math.min(Math.max(place, 0), names.length - 1)] ?? this.phase.to;
    const at = Math.min(this.phase.at, this.#others(to, this.phase.id));
    this.#stand({ ...this.phase, to, at });
  }

  /** One place up or down in the column it stands in. */
  place(by: number): void {
    if (this.phase.name !== "lifted") return;
    const { id, to, at } = this.phase;
    this.#stand({ ...this.phase, at: Math.min(Math.max(at + by, 0), this.#others(to, id)) });
  }

  drag(
    id: string,
    over: { readonly from: string; readonly to: string; readonly at: number },
    by: {
      readonly x: number;
      readonly y: number;
    },
  ): void {
    if (this.phase.name !== "dragged") this.words = `${this.#nameOf(id)} lifted.`;
    this.phase = { name: "dragged", id, ...over, ...by };
  }

  drop(): void {
    if (this.phase.name === "resting" || this.phase.name === "landing") return;
    const { id, from, to, at } = this.phase;
    const stays = to === from && this.#idsIn(from).indexOf(id) === at;
    this.words = `${this.#nameOf(id)} dropped. ${this.#placeWords(this.phase)}`;
    this.phase = stays ? { name: "resting" } : { name: "landing", id, from, to, at };
    if (!stays) this.#onmove(id, to, at);
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

  #stand(phase: Extract<LiftPhase, { name: "lifted" }>): void {
    this.phase = phase;
    this.words = this.#placeWords(phase);
  }

  #column(status: string): BoardColumn | undefined {
    return this.#columns().find((one) => one.status === status);
  }
  #idsIn(status: string): readonly string[] {
    return this.#column(status)?.records.map((record) => record.id) ?? [];
  }
  #others(status: string, id: string): number {
    return this.#idsIn(status).filter((one) => one !== id).length;
  }

  /** Closed stages are targets without places. */
  #placeWords({ id, to, at }: Journey): string {
    const total = this.#others(to, id) + 1;
    const closed = this.#column(to)?.closed === true;
    const count = `${String(total)} ${total === 1 ? "card" : "cards"}`;
    return `${capitalize(to)}, ${closed ? count : `position ${String(at + 1)} of ${String(total)}`}.`;
  }
}
