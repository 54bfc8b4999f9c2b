import type { Surroundings, Theme } from "./surroundings.ts";

const themes: readonly Theme[] = ["auto", "light", "dark"];

/** Choices about this device's look and keys: kept with the browser, not among the records. */
export class Preferences {
  theme = $state.raw<Theme>("auto");
  /** Dates and numbers; undefined follows the browser. */
  chosenLocale = $state.raw<string | undefined>(undefined);
  /** Single letters act outside text. */
  letterKeys = $state.raw(true);
  readonly #around: Pick<Surroundings, "remembered" | "showTheme" | "languages">;

  constructor(around: Pick<Surroundings, "remembered" | "showTheme" | "languages">) {
    this.#around = around;
    const { read } = around.remembered;
    this.theme = themes.find((theme) => theme === read("theme")) ?? "auto";
    this.chosenLocale = read("locale");
    this.letterKeys = read("letter-keys") !== "off";
    around.showTheme(this.theme);
  }

  get locale(): string {
    return this.chosenLocale ?? this.#around.languages[0] ?? "en-GB";
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.#around.remembered.write("theme", theme === "auto" ? undefined : theme);
    this.#around.showTheme(theme);
  }

  setLocale(locale: string | undefined): void {
    this.chosenLocale = locale;
    this.#around.remembered.write("locale", locale);
  }

  setLetterKeys(on: boolean): void {
    this.letterKeys = on;
    this.#around.remembered.write("letter-keys", on ? undefined : "off");
  }
}
