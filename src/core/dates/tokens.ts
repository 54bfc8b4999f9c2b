/** Words, numbers and signs of a text, folded for look-up, with offsets into the raw text. */

export interface Token {
  /** Lower case, without accents and with straight apostrophes. */
  readonly text: string;
  /** UTF-16 offsets into the raw text. */
  readonly from: number;
  readonly to: number;
  readonly kind: "word" | "digits" | "sign";
  /** A blank stands before the token. */
  readonly spaced: boolean;
  /** The first letter is a capital. */
  readonly capital: boolean;
}

const DASHES = "‐‑‒–—−";

/** Lower case, no combining marks, ß as ss. Pure ASCII takes the short way. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i += 1) {
    if (lower.charCodeAt(i) > 127) return foldMarks(lower);
  }
  return lower;
}

function foldMarks(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, "")
    .replace(/ß/g, "ss")
    .replace(/œ/g, "oe");
}

const LETTER = /[\p{L}\p{M}]/u;

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  // ª and º close ordinals and are signs here.
  return code !== 0xaa && code !== 0xba && LETTER.test(String.fromCharCode(code));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return (
    code <= 32 ||
    code === 160 ||
    code === 0x202f ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f)
  );
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc || code === 0x60 || code === 0xb4;
}

function sign(character: string): string {
  if (DASHES.includes(character)) return "-";
  if (character === "~" || character === "～") return "~";
  return character;
}

/** End of the word that starts at `from`; an elided article keeps its apostrophe ("d'"). */
function wordEnd(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
  const elided =
    end < text.length && isApostrophe(text.charCodeAt(end)) && isElidable(text.charCodeAt(end + 1));
  return elided && !isPossessive(text, end) ? end + 1 : end;
}

/** "l'8" and "d'avril". */
function isElidable(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

function isPossessive(text: string, apostrophe: number): boolean {
  const letter = text.charAt(apostrophe + 1).toLowerCase();
  return letter === "s" && !isLetter(text.charCodeAt(apostrophe + 2));
}

function endOf(text: string, from: number): { end: number; kind: Token["kind"] } {
  const code = text.charCodeAt(from);
  if (isDigit(code)) {
    let end = from + 1;
    while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
    return { end, kind: "digits" };
  }
  if (isLetter(code)) return { end: wordEnd(text, from), kind: "word" };
  if (isApostrophe(code) && isPossessive(text, from)) return { end: from + 2, kind: "word" };
  return { end: from + 1, kind: "sign" };
}

export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  for (let at = 0; at < text.length;) {
    if (isBlank(text.charCodeAt(at))) {
      spaced = true;
      at += 1;
      continue;
    }
    const { end, kind } = endOf(text, at);
    const raw = text.slice(at, end);
    const folded = kind === "sign" ? sign(raw) : kind === "digits" ? raw : fold(raw);
    const code = raw.charCodeAt(0);
    const capital =
      kind === "word" &&
      (code < 128
        ? code <= 90 && code >= 65
        : !folded.startsWith(raw.charAt(0).normalize("NFD").charAt(0)));
    tokens.push({ text: folded.replace(/[’ʼ`´]/g, "'"), from: at, to: end, kind, spaced, capital });
    spaced = false;
    at = end;
  }
  return tokens;
}
