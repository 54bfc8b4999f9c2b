import { entropyOf, isPlaceholder } from "./entropy.ts";
import { matchAt } from "./search.ts";

/** A value that stands after a secret's name. */
export interface SecretValue {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Tied by a mark such as `=`, not only by "is". */
  readonly marked: boolean;
}

// What may stand between a name and its mark: closing quotes, a type word, a bracket.
const afterName =
  /(?:\\?["'`\]*]){0,3}(?:[ \t]{1,4}(?:string|str|text|varchar|char\[\])|[ \t](?:for|to|of|fürs?|zum|zur|del?|da|do|van|voor|per|pour|para)(?: [\p{L}-]{1,24}){1,3}(?=[ \t]?:))?/iuy;
const mark =
  /[ \t]{0,20}(?:=>|===?|!==?|::{0,2}:?=|[?.+|:]=|=|:|>[ \t\r\n]{0,20}|[,|][ \t]{0,10}(?=\\?["'`])|(?:\.assign)?\((?=\\?["'`])|[ \t](?=["'`]))[ \t]{0,10}(?:\r?\n[ \t]{1,20})?/y;
const byWord = /[ \t]{1,4}(?:is|was|set to|ist|lautet|est|es|é|è|=)[ \t]{0,2}:?[ \t]{1,4}/iy;
const opening = /(?:@|[bru]{0,2})?(\\?["'`])/iy;
const bare = /[^\s"'`<>,;]{1,400}/y;
const bareWide = /[^\s"'`<>]{1,400}/y;

/** The value tied to a name that ends at `end`; `wide` allows the marks that passwords hold. */
export function readSecretValue(text: string, end: number, wide: boolean): SecretValue | undefined {
  const closed = matchAt(afterName, text, end);
  const from = end + (closed?.[0].length ?? 0);
  const tie = matchAt(mark, text, from);
  const word = tie ? undefined : matchAt(byWord, text, from);
  const found = tie ?? word;
  if (!found) return wide ? readBeside(text, from) : undefined;
  // define("NAME", "value"): after a comma only where the name is the first argument.
  if (/^[ \t]*,/.test(found[0]) && !isFirstArgument(text, end)) return undefined;
  return readValueAt(text, from + found[0].length, wide, tie !== undefined);
}

const beside = /[ \t]{1,2}(?=[^\s]{0,60}\d)(?=[^\s]{0,60}[\p{L}])([^\s"'`<>,;]{8,60})/uy;

/** "user jbaker, password Tr4m&polin": right beside the word only what no word of a sentence looks like. */
function readBeside(text: string, from: number): SecretValue | undefined {
  const match = matchAt(beside, text, from);
  const value = (match?.[1] ?? "").replace(/[.,;:!?)\]}]+$/, "");
  const odd =
    /[^\p{L}\d.\-/:]/u.test(value) ||
    (/\p{Ll}/u.test(value) && /\p{Lu}/u.test(value) && !/[-/]/.test(value));
  if (!match || value.length < 8 || !odd || !/\d/.test(value)) return undefined;
  const start = match.index + match[0].length - (match[1] ?? "").length;
  return { start, end: start + value.length, quoted: false, marked: true };
}

function isFirstArgument(text: string, end: number): boolean {
  return /\(\s{0,3}["'`][\w.-]{1,60}$/.test(text.slice(Math.max(0, end - 66), end));
}

/** A quoted or bare value at `at`. */
function readValueAt(
  text: string,
  at: number,
  wide: boolean,
  marked: boolean,
): SecretValue | undefined {
  const quote = matchAt(opening, text, at);
  if (quote) {
    const start = at + quote[0].length;
    const close = closingQuote(text, start, quote[1] ?? '"');
    if (close > start) return { start, end: close, quoted: true, marked };
    if (close === start) return undefined;
    at = start;
  }
  const value = matchAt(wide ? bareWide : bare, text, at);
  if (!value) return undefined;
  const escape = value[0].search(/\\[nrt"']/);
  const cut = (escape >= 0 ? value[0].slice(0, escape) : value[0]).replace(
    // Every mark may belong to a password; what ends a sentence or a list hardly does.
    wide ? (marked && text.charAt(at - 1) === "=" ? /[,;]+$/ : /[.,;:)\]}]+$/) : /[.,;:!?)\]}]+$/,
    (end) => (wide && /[([{]/.test(value[0]) ? end.replace(/[.,;]+$/, "") : ""),
  );
  if (cut === "") return undefined;
  return { start: at, end: at + cut.length, quoted: false, marked };
}

/** The closing quote on the same line, or -1. */
function closingQuote(text: string, start: number, quote: string): number {
  for (
    let at = text.indexOf(quote, start);
    at >= 0 && at - start <= 400;
    at = text.indexOf(quote, at + 1)
  ) {
    if (text.slice(start, at).includes("\n")) return -1;
    if (quote.length === 1 && text.charAt(at - 1) === "\\") continue;
    return at;
  }
  return -1;
}

const code =
  /^(?:process\.env|os\.environ|env[.[(]|config[.[]|self\.|this\.|new |await |function|lambda|secrets?\.|vars?\.|params?\.|settings?\.|request\.|System\.|\$_|\$\(|@\w+\(|[A-Za-z_][\w]{0,60}(?:\.[A-Za-z_]\w{0,60}){1,6}(?:\(.*)?$|[A-Za-z_]\w{0,60}\(|!ref|!sub)/i;
const typeName =
  /^(?:str(?:ing)?|text|bytes?|int(?:eger)?|number|bool(?:ean)?|object|array|any|unknown|optional|required|varchar.*|char|void|enum|uuid|url|date)\??[|,;]?$/i;
const plainWord = /^[A-Za-zÀ-ÿ]+$/;

/** Whether a value after a password's name is one: nearly anything that is not code, a type or a form's text. */
export function isPassword(value: string, found: SecretValue, rest: string): boolean {
  if (value.length < 3 || /^(?:null|nil|none|undefined|true|false|empty)$/i.test(value))
    return false;
  if (isTemplateText(value) || (!found.quoted && (code.test(value) || typeName.test(value))))
    return false;
  if (!/[\p{L}\p{N}]/u.test(value)) return false;
  if (found.quoted) return found.marked || value.length <= 64;
  if (!found.marked)
    return !prose.test(value) && (/[\d!@#$%^&*_]/.test(value) || /[a-z][A-Z]/.test(value));
  // "Password: must be at least …": an ordinary word that a sentence goes on from.
  return !(plainWord.test(value) && (prose.test(value) || /^[ \t]+[a-zà-ÿ]/.test(rest)));
}

const prose =
  /^(?:must|should|can|may|will|is|are|not|no|the|an?|your|my|our|this|that|to|for|of|on|in|and|or|with|required?|optional|incorrect|wrong|invalid|expired|forgotten|reset|changed?|stored|hashed|encrypted|protected|policy|manager|managers|field|fields|management|combination|at|be|see|same|below|above|please|enter|hidden|sent|e-?mail)$/i;

/** Whether a value after "token", "key" or "secret" is one: no words, no code, enough disorder. */
export function isToken(value: string, found: SecretValue): boolean {
  if (value.length < 8 || isTemplateText(value) || isPlaceholder(value)) return false;
  if (!found.marked && !found.quoted)
    return value.length >= 16 && /\d/.test(value) && /[a-z]/i.test(value) && entropyOf(value) >= 3;
  if (!found.quoted && (code.test(value) || typeName.test(value))) return false;
  if (/^(?:https?:|file:|\/|\.\/|[a-z]:\\|arn:|urn:)/i.test(value) || /\s/.test(value))
    return /\s/.test(value) && isJumble(value);
  if (
    /\.(?:pem|key|crt|cer|p12|jks|json|ya?ml|txt|xml|js|ts|py|go|html?|com|org|net|io)$/i.test(
      value,
    )
  )
    return false;
  if (/^[A-Za-z]+(?:[-_ .][A-Za-z]+)*$/.test(value) && !/[a-z][A-Z].*[A-Z]/.test(value))
    return false;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)) return false;
  if (/abcdefgh|01234567.*89ab|ABCDEFGH/.test(value)) return false;
  if (/^\d{14,}$/.test(value) || isBasic(value)) return true;
  return entropyOf(value) >= Math.min(3, Math.log2(value.length) - 1.05);
}

/** Base64 of "user:password", as `_auth` holds it. */
function isBasic(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(value) || value.length % 4 !== 0) return false;
  return /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(atob(value));
}

/** Words with blanks between them are a sentence; marks and digits with blanks are a key. */
function isJumble(value: string): boolean {
  return value.length >= 32 && (value.match(/[^\w\s]/g)?.length ?? 0) >= 8;
}

function isTemplateText(value: string): boolean {
  return /^(?:\$\{?\w*\}?$|\$\(|\{\{|<[^>]*>?$|%[\w{(]|\[[\w -]+\]$|\*+$|x+$|\.+$|\{\w*\}$|%s|#\{)/i.test(
    value,
  );
}
