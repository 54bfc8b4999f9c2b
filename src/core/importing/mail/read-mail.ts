import { htmlToText } from "../html-text.ts";
import {
  bytesOfLatin,
  decodeBytes,
  decodeHeader,
  fromBase64Letters,
  fromQuoted,
  mailInstant,
} from "./mail-words.ts";

export interface Mail {
  readonly id: string;
  /** Message ids this one answers, oldest first. */
  readonly answers: readonly string[];
  readonly subject: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly at?: string;
  readonly text: string;
  /** Names of attached files; their bytes are not taken. */
  readonly attachments: readonly string[];
}

const deepest = 8;
const mostParts = 200;
type Headers = ReadonlyMap<string, string>;

/** One message (RFC 5322, MIME), its bytes read as one letter each. */
export function readMail(source: string): Mail {
  const { headers, body } = cut(source);
  const parts = textOf(headers, body, 0, { left: mostParts });
  const at = mailInstant(headers.get("date") ?? "");
  return {
    id: headers.get("message-id")?.trim() ?? "",
    answers: idsIn(`${headers.get("references") ?? ""} ${headers.get("in-reply-to") ?? ""}`),
    subject: decodeHeader(headers.get("subject") ?? "").trim(),
    from: decodeHeader(headers.get("from") ?? "").trim(),
    to: decodeHeader(headers.get("to") ?? "")
      .split(/,\s*(?=[^,]*@)/)
      .map((one) => one.trim())
      .filter((one) => one !== ""),
    ...(at === undefined ? {} : { at }),
    text: parts.text.trim(),
    attachments: parts.attachments,
  };
}

const idsIn = (text: string): readonly string[] => text.match(/<[^<>\s]{1,500}>/g) ?? [];

/** The address in `Eva Stone <eva@example.com>`, in small letters. */
export const addressOf = (person: string): string =>
  (/<([^<>]+)>/.exec(person)?.[1] ?? person).trim().toLowerCase();

function cut(source: string): { readonly headers: Headers; readonly body: string } {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end === null ? source : source.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? "" : source.slice(end.index + end[0].length) };
}

interface Parts {
  readonly text: string;
  readonly attachments: readonly string[];
}

function parameter(value: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\*?=(?:"([^"]{0,500})"|([^;\\s]{1,500}))`, "i").exec(value);
  return found?.[1] ?? found?.[2];
}

/** The plain words of a part; of alternatives the plain one, else the page without its markup. */
function textOf(headers: Headers, body: string, depth: number, budget: { left: number }): Parts {
  budget.left -= 1;
  const type = headers.get("content-type") ?? "text/plain";
  const disposition = headers.get("content-disposition") ?? "";
  const file = parameter(disposition, "filename") ?? parameter(type, "name");
  const boundary = parameter(type, "boundary");
  if (/^multipart\//i.test(type) && boundary !== undefined && depth < deepest) {
    const parts = body
      .split(`--${boundary}`)
      .slice(1, 1 + Math.max(0, budget.left))
      .filter((part) => !part.startsWith("--"))
      .map((part) => {
        const inner = cut(part.replace(/^\r?\n/, ""));
        return { ...textOf(inner.headers, inner.body, depth + 1, budget), headers: inner.headers };
      });
    const isPage = (part: { readonly headers: Headers }): boolean =>
      /^text\/html/i.test(part.headers.get("content-type") ?? "");
    const plain = parts.filter((part) => part.text !== "" && !isPage(part));
    const chosen = plain.length > 0 ? plain : parts.filter(isPage).slice(0, 1);
    return {
      text: chosen.map(({ text }) => text.trim()).join("\n\n"),
      attachments: parts.flatMap(({ attachments }) => attachments),
    };
  }
  if (/^\s*attachment/i.test(disposition) || !/^text\//i.test(type)) {
    return { text: "", attachments: file === undefined ? [] : [decodeHeader(file)] };
  }
  const words = decodeBody(headers, body, parameter(type, "charset"));
  return { text: /^text\/html/i.test(type) ? htmlToText(words) : words, attachments: [] };
}

function decodeBody(headers: Headers, body: string, charset: string | undefined): string {
  const form = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  const letters = form.includes("quoted-printable")
    ? fromQuoted(body)
    : form.includes("base64")
      ? fromBase64Letters(body)
      : body;
  return decodeBytes(bytesOfLatin(letters), charset).replace(/\r\n?/g, "\n");
}
