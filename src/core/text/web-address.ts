import { matchAt } from "./search.ts";

/** A web address in a text, without the punctuation of the sentence around it. */
export interface WebAddress {
  readonly start: number;
  readonly end: number;
  readonly host: string;
  readonly path: string;
  readonly schemed: boolean;
}

const schemed =
  /(?:https?|ftps?):\/\/(?:[^\s/@"'<>]{1,80}@)?(\[[0-9a-f:.]{2,45}\]|(?:[\p{L}\p{N}_~-]{1,63}\.){0,8}[\p{L}\p{N}-]{1,63})(?::\d{1,5})?([/?#][^\s"'<>`\u3000-\u303f\uff00-\uffef]{0,2000})?/iuy;
// Without a scheme only under well-known top-level domains: "e.g.this" and "file.name" are no hosts.
const tlds =
  "com|org|net|io|dev|me|co|ai|app|info|biz|edu|gov|tech|xyz|online|site|name|blog|page|works|design|studio|academy|aws|ms|ly|si|de|at|ch|fr|es|pt|it|nl|be|uk|ie|us|ca|au|nz|br|mx|ar|cl|in|jp|cn|kr|se|no|dk|fi|pl|cz|ru|ua|tr|za|eu|sa|il|tv|so|gl|gg|am|pm|fm|to";
const bare = new RegExp(
  String.raw`(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:${tlds})(?![a-z0-9-]|\.[a-z0-9])(?::\d{1,5})?([/?#][^\s"'<>\`\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]{0,2000})?`,
  "iy",
);
const inBare = /[a-z0-9-]\.[a-z]{2,10}/gi;

/** Sentence punctuation and unbalanced brackets at the end are not part of the address. */
function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  for (; at > start; at -= 1) {
    const char = text.charAt(at - 1);
    if (".,;:!?*|…'\"”’_~".includes(char) && !(char === "_" && /\w_$/.test(text.slice(start, at))))
      continue;
    if (char === ")" && !text.slice(start, at).includes("(")) continue;
    if (
      "]}>".includes(char) &&
      !text.slice(start, at - 1).includes({ "]": "[", "}": "{", ">": "<" }[char] ?? "")
    )
      continue;
    break;
  }
  return at;
}

function isHost(host: string): boolean {
  return (
    host.startsWith("[") ||
    (host.includes(".") &&
      !/(?:^|\.)-|-(?:\.|$)|_[^.]*$|_[^.]*\.[^.]*$/.test(host) &&
      !/\.\d+$/.test(host)) ||
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)
  );
}

/** Addresses with a scheme. */
export function* schemedAddresses(text: string): Generator<WebAddress> {
  for (let mark = text.indexOf("://"); mark >= 0; mark = text.indexOf("://", mark + 3)) {
    const head = /(?:https?|ftps?)$/i.exec(text.slice(Math.max(0, mark - 5), mark));
    if (!head) continue;
    const start = mark - head[0].length;
    const match = matchAt(schemed, text, start);
    if (
      !match ||
      !isHost(match[1] ?? "") ||
      /[@#\w]$/.test(text.slice(Math.max(0, start - 1), start))
    )
      continue;
    const end = trimEnd(text, start, start + match[0].length);
    yield { start, end, host: (match[1] ?? "").toLowerCase(), path: match[2] ?? "", schemed: true };
    mark = Math.max(mark, end - 3);
  }
}

/** Addresses without a scheme, under well-known top-level domains. */
export function* bareAddresses(text: string): Generator<WebAddress> {
  let done = 0;
  for (const hint of text.matchAll(inBare)) {
    if (hint.index < done) continue;
    let start = hint.index;
    while (start > done && /[a-z0-9.-]/i.test(text.charAt(start - 1)) && hint.index - start < 200)
      start -= 1;
    const match = matchAt(bare, text, start);
    if (
      !match ||
      /[@#/\w:~$]$/.test(text.slice(Math.max(0, start - 1), start)) ||
      text.slice(start + match[0].length).startsWith("@")
    )
      continue;
    const end = trimEnd(text, start, start + match[0].length);
    done = end;
    const [host = ""] = match[0].toLowerCase().split(/[/?#:]/);
    yield { start, end, host, path: match[1] ?? "", schemed: false };
  }
}
