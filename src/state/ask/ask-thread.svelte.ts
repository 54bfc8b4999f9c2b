import type { JobTracker } from "../../core/job-tracker.ts";
import type { Edit, OwnNames, Question } from "../../core/request/request.ts";
import type { Surroundings } from "../surroundings.ts";
import type { Answer, AnswerContext, Answers } from "./answer.ts";
import { AskCard } from "./ask-card.svelte.ts";

export interface Turn {
  readonly who: "you" | "app";
  readonly text: string;
  /** Answers that were offered, and the one that was taken. */
  readonly choices?: readonly string[];
  readonly chosen?: string;
  /** Where more is shown. */
  readonly hash?: string;
}

/** The conversation: what was said above, and the cards; the last one is being written. */
export class AskThread {
  cards = $state.raw<readonly AskCard[]>([]);
  turns = $state.raw<readonly Turn[]>([]);
  /** The person's own values, for the menus of chips. */
  own = $state.raw<OwnNames>({});
  readonly #tracker: JobTracker;
  readonly #around: Pick<Surroundings, "now" | "random">;
  #answers: Answers | undefined;
  #next = 1;

  constructor(tracker: JobTracker, around: Pick<Surroundings, "now" | "random">) {
    this.#tracker = tracker;
    this.#around = around;
    this.cards = [this.#newCard()];
  }

  #newCard(): AskCard {
    const before = this.cards.at(-1);
    const { exports, parser, formatters } = this.#tracker;
    return new AskCard(
      `card-${String(this.#next++)}`,
      { exports, parser, formatters },
      this.#around,
      () => (before?.preview?.plan ?? before?.ran)?.said,
    );
  }

  get current(): AskCard {
    const last = this.cards.at(-1);
    if (last === undefined) throw new RangeError("A thread always has a card");
    return last;
  }
  get isFresh(): boolean {
    return (
      this.cards.length === 1 && this.turns.length === 0 && this.current.phase.name === "empty"
    );
  }

  startOver(): void {
    this.#forgetWords();
    this.#tracker.assistant.reset();
    this.#answers = undefined;
    this.turns = [];
    this.cards = [this.#newCard()];
  }

  /** A sentence from elsewhere: into the open card, or a new one where that is at work. */
  take(sentence: string): void {
    if (this.current.isBusy || this.current.isOver) this.openNext();
    this.current.say(sentence, 0);
  }

  /** A new box below the last card, for the next thing. */
  openNext(): void {
    if (this.current.phase.name !== "empty") this.cards = [...this.cards, this.#newCard()];
  }

  async readOwnNames(): Promise<void> {
    const applications = await this.#tracker.records.list("applications", { limit: 2000 });
    const most = (field: string): readonly string[] => {
      const counts: Record<string, number> = {};
      for (const value of applications.flatMap((record) => record[field] ?? []))
        if (typeof value === "string" && value !== "") counts[value] = (counts[value] ?? 0) + 1;
      return Object.entries(counts)
        .toSorted((a, b) => b[1] - a[1])
        .map(([name]) => name);
    };
    this.own = { companies: most("company"), tags: most("tags"), locations: most("location") };
  }

  async export(card: AskCard): Promise<void> {
    this.#forgetWords();
    const run = card.export();
    this.openNext();
    await run;
  }
  async saveSchedule(card: AskCard): Promise<void> {
    await card.saveSchedule();
    if (card.isOver) this.openNext();
  }

  /** Enter: a wish for a file stays in the card; anything else is answered above it. */
  async submit(card: AskCard, context: AnswerContext): Promise<Answer | undefined> {
    const { parsed, sentence } = card;
    const { Answers } = await import("./answer.ts");
    this.#answers ??= new Answers(this.#tracker);
    const below = this.cards.some((one) => one !== card && one.phase.name !== "empty");
    if (parsed === undefined || !this.#answers.takes(sentence, parsed, below)) {
      await card.makePlan();
      return undefined;
    }
    card.say("");
    this.#add({ who: "you", text: sentence });
    const answer = await this.#answers.answer(sentence, parsed, context);
    this.#add({ who: "app", ...answer });
    return answer;
  }

  /** The answer to a question: its edits go into the words, or are set by hand. */
  answer(card: AskCard, question: Question, label: string, patch: readonly Edit[]): void {
    const choices = question.choices?.map((choice) => choice.label) ?? [];
    this.#add({ who: "you", text: card.sentence });
    this.#add({ who: "app", text: question.text, choices, chosen: label });
    card.answer(question, patch);
  }

  /** Drawn words are kept for the recovery kit of the newest finished card alone. */
  #forgetWords(): void {
    for (const card of this.cards) card.sealed = undefined;
  }

  #add(turn: Turn): void {
    this.turns = [...this.turns, turn];
  }
}
