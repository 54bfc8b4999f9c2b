/** One line at the foot of the window, with a way back where there is one. Never an error. */
export interface ToastWords {
  readonly text: string;
  readonly undo?: () => unknown;
  readonly key?: string;
}

export class Toasts {
  current = $state.raw<(ToastWords & { readonly id: number }) | undefined>(undefined);
  #next = 1;

  say(words: ToastWords): void {
    this.current = { ...words, id: this.#next++ };
  }

  end(id: number): void {
    if (this.current?.id === id) this.current = undefined;
  }
}
