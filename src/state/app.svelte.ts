import type { JobTracker } from "../core/job-tracker.ts";
import type { AppNews } from "./app-news.ts";
import { failureOf } from "./tracker-ports.ts";
import { localDay } from "../core/words/format-date.ts";
import type { AskCard } from "./ask/ask-card.svelte.ts";
import { AskThread } from "./ask/ask-thread.svelte.ts";
import { Suggestions } from "./ask/suggestions.svelte.ts";
import type { LockPorts } from "./lock-ports.ts";
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
  readonly thread: AskThread;
  readonly suggestions: Suggestions;
  /** What begins after the first screen, and gives the app lock. */
  declare late: Promise<LockPorts>;
  /** A new version, or trouble with the database. */
  news = $state.raw<AppNews | undefined>(undefined);
  /** Files that were dropped anywhere on the window, on their way to Restore. */
  dropped = $state.raw<readonly File[]>([]);

  constructor(tracker: JobTracker, around: Surroundings) {
    this.tracker = tracker;
    this.around = around;
    this.router = new Router(around.address);
    this.preferences = new Preferences(around);
    this.standing = new Standing(tracker);
    this.thread = new AskThread(tracker, around);
    this.suggestions = new Suggestions(tracker);
  }

  /** Reads what is stored, and again after every change. Returns how to stop. */
  start(): () => void {
    void this.#read();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.#read(), 150);
    };
    const stops = [
      this.tracker.records.onChange(readSoon),
      this.tracker.exports.onHistory(readSoon),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }

  /** After a run or a change: what is stored, what is at risk, and what could be asked for. */
  readonly #read = async (): Promise<void> => {
    await this.standing.read();
    const { phase } = this.standing;
    if (phase.name === "known")
      this.around.remembered.write("used", phase.records > 0 ? "yes" : undefined);
    if (phase.name !== "known" || phase.records === 0) return;
    void this.#askToKeep(phase.risk.added + phase.risk.edited);
    await Promise.all([
      this.thread.readOwnNames(),
      this.suggestions.read({ counts: phase.counts, risk: phase.risk, locale: this.locale }),
    ]);
  };

  /** After the first record of one's own, once: the browser is asked not to clear the data by itself. */
  async #askToKeep(ownRecords: number): Promise<void> {
    const { remembered, storage } = this.around;
    if (ownRecords === 0 || remembered.read("asked-to-keep") !== undefined) return;
    remembered.write("asked-to-keep", "yes");
    if (await storage.persisted()) return;
    const agreed = await storage.persist();
    this.say({
      text: agreed
        ? "The browser agreed to keep this data."
        : "The browser has not agreed to keep this data: see Storage health.",
    });
  }

  /** Enter in the sentence: a plan, or an answer that may lead to another screen. */
  async submitAsk(card: AskCard): Promise<void> {
    const { phase } = this.standing;
    const answer = await this.thread.submit(card, {
      risk: phase.name === "known" ? phase.risk : undefined,
      locale: this.locale,
      today: this.today,
    });
    if (answer?.leads && answer.hash !== undefined) this.go(answer.hash);
  }

  /** There were records when the app was last open: Ask can be shown before they are read. */
  get wasUsed(): boolean {
    return this.around.remembered.read("used") === "yes";
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
    this.thread.take(sentence);
    this.go("#/ask");
  };
  /** An address such as `#/ask?say=backup%20everything` brings its sentence along. */
  arriveAtAsk(): void {
    const said = this.router.route.query.get("say");
    if (said === null || said === "") return;
    this.thread.take(said);
    this.go("#/ask");
  }
  readonly dropFiles = (files: readonly File[]): void => {
    this.dropped = files;
    this.go("#/restore");
  };
  /** `Ctrl K` or `⌘ K`. */
  keyName(keys: string): string {
    return this.around.apple ? keys.replace("Ctrl ", "⌘ ") : keys;
  }

  readonly undo = (): Promise<void> => this.#step("undo", "Undone");
  readonly redo = (): Promise<void> => this.#step("redo", "Again");

  /** One step of the changes of this tab; what another tab changed since is left alone. */
  async #step(way: "undo" | "redo", said: string): Promise<void> {
    try {
      const step = await this.tracker.records[way]();
      this.say({ text: step === undefined ? `There is nothing to ${way}.` : `${said}: ${step}` });
    } catch (error) {
      const since = failureOf(error).code === "edited-elsewhere";
      const why = since ? "it was changed again since" : "the browser could not store it";
      this.say({ text: `Nothing to ${way}: ${why}. Your data is as it was.` });
    }
  }
}
