import type { SaidRequest } from "../request/request.ts";

/** An order about a schedule that is pointed at: "run it now", "delete that schedule". */
export interface Order {
  readonly op: Exclude<NonNullable<SaidRequest["op"]>, "create" | "list">;
  /** "the second schedule": counted from 1; -1 is the last. */
  readonly ordinal?: number;
}

const verbs: readonly (readonly [Order["op"], string])[] = [
  ["pause", "pause|suspend|hold|pausiere?|suspends|pausa|suspende"],
  ["resume", "resume|unpause|continue|restart|reactivate|reprends|reanuda|retoma"],
  ["run", "run|start|do|starte?|lance|exécute|ejecuta|executa"],
  ["delete", "delete|remove|cancel|drop|lösche?|entferne?|supprime|borra|elimina|remove|apaga"],
];
const changes =
  "change|move|switch|reschedule|set|make|ändere?|verlege?|verschiebe?|change|déplace|cambia|mueve|muda|altera";
/** What a person points at instead of naming it. */
const pointed =
  "it|this|that|this one|that one|(?:the|this|that|my) (?:backup )?schedule|es|ihn|das|den|diesen|den zeitplan|-?(?:le|la|lo|o|a)|ce planning|esa|ese|esse|isso";
const counted: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  last: -1,
};
const ordinals = `the (${Object.keys(counted).join("|")}) (?:schedule|one)`;
const tail =
  "(?: (?:now|right now|at once|again|please|for good|jetzt|sofort|maintenant|ahora|agora))*";

/**
 * Reads an order whose object is a pronoun or a number; undefined for anything else. Orders that name a
 * schedule are read with the rest of the language. `changing` sentences need a rule beside them.
 */
export function readOrder(
  text: string,
  { schedule }: Pick<SaidRequest, "schedule">,
): Order | undefined {
  const words = text
    .toLowerCase()
    .replace(/[.!?…]+$/u, "")
    .replace(/^(?:please|bitte|por favor) /u, "")
    .replace(/\s+/gu, " ")
    .trim();
  for (const [op, verb] of verbs) {
    const match = new RegExp(`^(?:${verb})[ ]?(?:(?:${pointed})|${ordinals})${tail}$`, "u").exec(
      words,
    );
    if (match === null) continue;
    return { op, ...ordinalOf(match[1]) };
  }
  if (schedule === undefined) return undefined;
  const change = new RegExp(`^(?:${changes})[ ]?(?:(?:${pointed})|${ordinals}) `, "u").exec(words);
  return change === null ? undefined : { op: "update", ...ordinalOf(change[1]) };
}

function ordinalOf(word: string | undefined): { readonly ordinal?: number } {
  const ordinal = word === undefined ? undefined : counted[word];
  return ordinal === undefined ? {} : { ordinal };
}

const agreed =
  /^(?:yes|yes please|yep|ok|okay|sure|ja|oui|s[íi]|sim|do it|remove it|delete it|yes,? (?:remove|delete|do) (?:it|that))[.!]?$/iu;

/** The answer to "Remove it?". Anything but a clear yes leaves things as they are. */
export function isYes(text: string): boolean {
  return agreed.test(text.trim());
}
