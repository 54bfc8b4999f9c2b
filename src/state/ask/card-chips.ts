import type { App } from "../app.svelte.ts";
import type { AskCard } from "./ask-card.svelte.ts";
import { choicesFor, type Choice } from "./choices.ts";
import type { ChipView } from "./read-chips.ts";
import { appendWords, dropWords, replaceWords } from "./rewrite.ts";
import { slotOf } from "./slot-of.ts";

/** The edits that a card's chips make: each is written into the sentence, at the same place. */
export class CardChips {
  readonly #card: AskCard;
  readonly #app: App;

  constructor(card: AskCard, app: App) {
    this.#card = card;
    this.#app = app;
  }

  choicesOf(slot: string): readonly Choice[] {
    const said = this.#card.parsed?.said ?? { v: 1, intent: "export" };
    return choicesFor(slot, {
      today: this.#app.today,
      said,
      formats: this.#app.tracker.formatters.list().filter((one) => !one.encrypts),
      own: this.#app.thread.own,
    });
  }

  /** The sentence with a choice in it. */
  sentenceWith(chip: ChipView, choice: Choice): string {
    const { sentence } = this.#card;
    return chip.spans.length > 0
      ? replaceWords(sentence, chip.spans, choice.replace)
      : appendWords(sentence, choice.append ?? choice.replace);
  }

  choose(chip: ChipView, choice: Choice): void {
    this.#clearHand(chip.slot);
    this.#card.say(this.sentenceWith(chip, choice), 0);
  }

  drop(chip: ChipView): void {
    this.#clearHand(chip.slot);
    this.#card.say(dropWords(this.#card.sentence, chip.spans), 0);
  }

  async countFor(chip: ChipView, choice: Choice): Promise<number | undefined> {
    try {
      return await this.#card.countFor(this.sentenceWith(chip, choice));
    } catch {
      return undefined;
    }
  }

  readonly copy = (text: string): void => {
    void this.#app.around.copy(text).then(() => this.#app.say({ text: "Copied." }));
  };

  append(words: string): void {
    this.#card.say(appendWords(this.#card.sentence, words), 0);
  }

  repeat(): void {
    this.append("every Monday at 8");
  }

  /** `PDF`, `vault`: what the button writes. */
  get fileWord(): string {
    const plan = this.#card.preview?.plan;
    if (plan === undefined) return "";
    const entries = this.#app.tracker.formatters.list();
    const label = (id: string): string => entries.find((one) => one.id === id)?.label ?? id;
    if (plan.container !== "bare") return label(plan.container);
    return plan.formats.map(label).join(" and ");
  }

  /** Sentences near this one that do find something: without its dates, without its filters. */
  get nearest(): readonly { readonly label: string; readonly sentence: string }[] {
    const { sentence, chips } = this.#card;
    return chips.said
      .filter(({ slot }) => slot.startsWith("when") || slot.startsWith("filters"))
      .map((chip) => ({
        label: `Without “${chip.words}”`,
        sentence: dropWords(sentence, chip.spans),
      }));
  }

  #clearHand(slot: string): void {
    this.#card.edits = this.#card.edits.filter(({ path }) => slotOf(path) !== slot);
  }
}
