import type { Level, Pii } from "../request/request.ts";

/** What is to be removed, as plain data: stored in plans, shown as chips. */
export interface Sanitization {
  readonly level: Level;
  readonly hide?: readonly Pii[];
  readonly keep?: readonly Pii[];
  readonly pseudonyms?: boolean;
  readonly ownWords?: readonly { readonly text: string; readonly mode: "hide" | "keep" }[];
  readonly ownRules?: readonly {
    readonly label: string;
    readonly expression: string;
    readonly replacement: string;
  }[];
}
