import type { Span } from "../../core/request/request.ts";

const before = /(?:^|[\s,(])(?:and|from|in|during|of|for|as|with|on|at|to|an?)\s+$/iu;
const bringsOwn = /^(?:since|in|before|after|until|as|for|from|with|without|not?|every)\b/iu;

/** Takes the stretches out of the sentence, with the commas and small words that hung on them. */
export function dropWords(sentence: string, spans: readonly Span[]): string {
  let text = sentence;
  for (const [from, to] of spans.toSorted((a, b) => b[0] - a[0])) {
    let head = text.slice(0, from);
    let small = before.exec(head);
    while (small !== null) {
      head = head.slice(0, small.index);
      small = before.exec(`${head} `);
    }
    text = `${head.trimEnd()} ${text.slice(to).trimStart()}`;
  }
  return tidy(text);
}

/** Writes `words` where the first stretch stood; the others go. A doubled small word is taken along. */
export function replaceWords(sentence: string, spans: readonly Span[], words: string): string {
  const [first, ...rest] = spans.toSorted((a, b) => a[0] - b[0]);
  if (first === undefined) return appendWords(sentence, words);
  const tail = rest.length === 0 ? sentence : dropKeepingHead(sentence, first[1], rest);
  let head = sentence.slice(0, first[0]);
  if (bringsOwn.test(words)) head = head.replace(/\b(?:from|in|during|of|for|as)\s+$/iu, "");
  return tidy(`${head}${words}${tail.slice(first[1])}`);
}

function dropKeepingHead(sentence: string, end: number, spans: readonly Span[]): string {
  const tail = dropWords(
    sentence.slice(end),
    spans.map(([from, to]) => [from - end, to - end] as const),
  );
  return `${sentence.slice(0, end)}${/^[,.;]/u.test(tail) ? "" : " "}${tail}`;
}

/** Puts `words` behind the sentence. */
export function appendWords(sentence: string, words: string): string {
  const text = sentence.trim();
  if (text === "") return words;
  return tidy(`${text.replace(/[.,;]$/u, "")}, ${words}`);
}

function tidy(text: string): string {
  return text
    .replace(/\s{2,}/gu, " ")
    .replace(/\s+([,.;])/gu, "$1")
    .replace(/([,;])(?:\s*[,;])+/gu, "$1")
    .replace(/^[\s,;]+|[\s,;]+$/gu, "");
}
