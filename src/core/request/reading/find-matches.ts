import type { Lexicon, TrieNode } from "../lexicon/lexicon.ts";
import type { Match } from "./scene.ts";
import type { Name, NameIndex } from "./own-names.ts";
import type { Token } from "./tokens.ts";

/** Every lexicon form that occurs, of any length. */
export function findLexiconMatches(tokens: readonly Token[], lexicon: Lexicon): Match[] {
  const found: Match[] = [];
  for (let from = 0; from < tokens.length; from++) {
    let node: TrieNode | undefined = lexicon.root;
    let corrected: string[] | undefined;
    let confidence = 0.97;
    for (let to = from; to < tokens.length; to++) {
      const token = tokens[to];
      if (token === undefined || token.kind === "quote" || token.kind === "secret") break;
      node = node.next.get(token.form);
      if (node === undefined) break;
      if (token.corrected !== undefined) {
        corrected = [...(corrected ?? []), token.form];
        confidence = Math.min(confidence, token.corrected.confidence);
      }
      for (const { sense, value } of node.entries) {
        found.push({
          from,
          to: to + 1,
          sense,
          value,
          confidence,
          via: corrected === undefined ? "lexicon" : "fuzzy",
          ...(corrected === undefined ? {} : { corrected: corrected.join(" ") }),
        });
      }
    }
  }
  return found;
}

/** Sense of an own name: `own.companies`, `own.tags` and so on. */
export function findNameMatches(tokens: readonly Token[], index: NameIndex): Match[] {
  const found: Match[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const first = tokens[from];
    if (first === undefined || first.kind === "quote" || first.kind === "mark") continue;
    // "L'Oréal" is one word of the name and two tokens of a French sentence.
    const elided = first.form.endsWith("'") ? first.form + (tokens[from + 1]?.form ?? "") : "";
    const names = [...(index.byFirst.get(first.form) ?? []), ...(index.byFirst.get(elided) ?? [])];
    for (const name of names) {
      const to = endOfName(tokens, from, name);
      if (to === undefined) continue;
      found.push({
        from,
        to,
        sense: `own.${name.list}`,
        value: name.stored,
        confidence: 0.97,
        via: "data",
        name,
      });
    }
  }
  return found;
}

function endOfName(tokens: readonly Token[], from: number, name: Name): number | undefined {
  let at = from;
  for (const [position, word] of name.words.entries()) {
    // "Ernst & Young" stores two words; the sign between them may be typed or not.
    while (position > 0 && isJoint(tokens[at])) at += 1;
    const token = tokens[at];
    const last = position === name.words.length - 1;
    if (token?.form.endsWith("'") === true && token.form + (tokens[at + 1]?.form ?? "") === word) {
      at += 2;
      continue;
    }
    if (token?.form !== word && !(last && token?.form === `${word}'s`)) return undefined;
    at += 1;
  }
  return at;
}

function isJoint(token: Token | undefined): boolean {
  return token?.kind === "mark" && "&+./".includes(token.form);
}
