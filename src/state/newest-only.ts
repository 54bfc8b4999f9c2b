/** Work that is asked for faster than it gets done: one piece at a time, and of those that wait the newest. */
export class NewestOnly {
  #running: Promise<void> | undefined;
  #turn = 0;

  /** Does `work` when it is its turn; a newer call that came meanwhile takes its place. */
  async run(work: () => Promise<void>): Promise<void> {
    const turn = ++this.#turn;
    while (this.#running !== undefined) {
      await this.#running.catch(() => undefined);
      if (turn !== this.#turn) return;
    }
    this.#running = work().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }
}
