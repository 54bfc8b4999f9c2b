import type { App } from "../app.svelte.ts";
import type { OwnRules } from "./own-rules.svelte.ts";

/** What a person may decide about a hit of the lens; each can be taken back from its note. */
export interface HitDecisions {
  readonly keep: (text: string) => Promise<void>;
  readonly keepHere: (text: string, record: string) => Promise<void>;
  /** Onto the person's own list, with what stands there instead. */
  readonly replace: (text: string, words: string) => Promise<void>;
}

export function hitDecisions(app: Pick<App, "say">, own: OwnRules): HitDecisions {
  return {
    async keep(text) {
      const { rules, keep } = own;
      await own.keepWord(text);
      app.say({
        text: `“${text}” is left alone from now on.`,
        undo: () => own.save(rules, keep),
      });
    },
    async keepHere(text, record) {
      const { rules, keep, here } = own;
      await own.keepHere(text, record);
      app.say({
        text: `“${text}” is left alone in this record.`,
        undo: () => own.save(rules, keep, here),
      });
    },
    async replace(text, words) {
      const { rules, keep } = own;
      const rule = {
        id: `${text}-${String(rules.length)}`,
        label: text,
        form: "words",
        source: text,
        expression: text.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&"),
        replacement: words,
        on: true,
      } as const;
      await own.save([...rules, rule], keep);
      app.say({ text: `“${text}” becomes “${words}”.`, undo: () => own.save(rules, keep) });
    },
  };
}
