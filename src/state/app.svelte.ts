import type { JobTracker } from "../core/job-tracker.ts";
import { localDay } from "../core/words/format-date.ts";
import { Preferences } from "./preferences.svelte.ts";
import { Router } from "./router.svelte.ts";
import { Standing } from "./standing.svelte.ts";
import type { Surroundings } from "./surroundings.ts";
import { Toasts, type ToastWords } from "./toasts.svelte.ts";

/**
 * What every screen gets as its one prop `app`: the tracker, the place, and the few things that
 * outlive a screen. Built once in `main.ts`.
 */
export class App {
  readonly tracker: JobTracker;
  readonly around: Surroundings;
  readonly router: Router;
  readonly toasts = new Toasts();
  readonly preferences: Preferences;
  readonly standing: Standing;
  /** A sentence on its way to Ask, from another screen. */
  asked = $state.raw<{ readonly sentence: string; readonly at: number } | undefined>(undefined);
  /** A file that was dropped anywhere on the window, on its way to Restore. */
  dropped = $state.raw<File | undefined>(undefined);
  #asks = 0;

  constructor(tracker: JobTracker, around: Surroundings) {
    this.tracker = tracker;
    this.around = around;
    this.router = new Router(around.address);
    this.preferences = new Preferences(around);
    this.standing = new Standing(tracker);
  }

  /** Reads what is stored, and again after every change. Returns how to stop. */
  start(): () => void {
    void this.standing.read();
    return this.tracker.records.onChange(() => void this.standing.read());
  }

  get locale(): string {
    return this.preferences.locale;
  }
  /** The local day, `YYYY-MM-DD`. */
  get today(): string {
    return localDay(this.around.now().toISOString());
  }
  readonly now = (): Date => this.around.now();
  readonly say = (toast: ToastWords): void => {
    this.toasts.say(toast);
  };
  /** Goes to an address of the app, written with its `#`. */
  readonly go = (hash: string): void => {
    this.router.go(hash);
  };
  /** Hands a sentence to Ask and goes there: "Export this view". */
  readonly ask = (sentence: string): void => {
    this.asked = { sentence, at: ++this.#asks };
    this.go("#/ask");
  };
  readonly dropFile = (file: File): void => {
    this.dropped = file;
    this.go("#/restore");
  };
  /** `Ctrl K` or `⌘ K`. */
  keyName(keys: string): string {
    return this.around.apple ? keys.replace("Ctrl ", "⌘ ") : keys;
  }

  async undo(): Promise<void> {
    const undone = await this.tracker.records.undo();
    this.say({ text: undone === undefined ? "There is nothing to undo." : `Undone: ${undone}` });
  }
  async redo(): Promise<void> {
    const again = await this.tracker.records.redo();
    this.say({ text: again === undefined ? "There is nothing to redo." : `Again: ${again}` });
  }
}
