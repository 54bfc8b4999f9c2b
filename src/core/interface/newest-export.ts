import { attempt } from "../failure.ts";
import type { Receipt } from "../pipeline/ports.ts";
import type { SaidRequest } from "../request/request.ts";
import type { Store } from "./store.ts";

/** What the newest finished export said, read anew whenever history changes. */
export class NewestExport {
  said: SaidRequest | null = null;
  readonly #receipts: Store<Receipt>;

  constructor(receipts: Store<Receipt>) {
    this.#receipts = receipts;
    receipts.onChange(() => void attempt(() => this.read()));
  }

  async read(): Promise<void> {
    const done = (await this.#receipts.all()).filter(({ status }) => status === "done");
    const newest = done.reduce<Receipt | undefined>(
      (latest, one) => (latest === undefined || one.startedAt > latest.startedAt ? one : latest),
      undefined,
    );
    this.said = newest?.plan.said ?? null;
  }
}
