import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { decodeUtf8 } from "./decode-text.ts";

export type JsonPath = readonly (string | number)[];

/** A path as people read it: `data.applications[0].title`. */
export function describePath(path: JsonPath): string {
  if (path.length === 0) return "the document";
  return path
    .map((part, at) =>
      typeof part === "number" ? `[${String(part)}]` : at === 0 ? part : `.${part}`,
    )
    .join("");
}

export function refuseByte(offset: number, detail: string): never {
  return fail({ code: "archive-damaged", where: `byte ${String(offset)}`, detail });
}

const numberGrammar = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const maxNumberLetters = 1000;

/** @throws FailureError when a number is not JSON, not finite, or would change by being read. */
export function checkNumber(text: string, offset: number, path: JsonPath): void {
  if (text.length > maxNumberLetters || !numberGrammar.test(text)) {
    refuseByte(offset, "A number is not written as JSON asks");
  }
  const value = Number(text);
  // A number that prints as it was written comes back equal, even where its digits are not exact.
  const changes =
    text.length > 15 &&
    /^-?\d+$/.test(text) &&
    String(value) !== text &&
    BigInt(text) !== BigInt(Math.trunc(value));
  if (Number.isFinite(value) && !changes) return;
  const why = changes ? "would change when read" : "is too large";
  fail({
    code: "archive-refused",
    where: describePath(path),
    detail: `The number ${text.slice(0, 40)} ${why}`,
  });
}

const cachedKeys = 512;
const keyCache: { readonly bytes: Bytes; readonly key: string }[] = [];

/** The text of a key from its bytes between the quotes. Keys repeat in every record, so they are kept. */
export function decodeKey(bytes: Bytes, offset: number): string {
  const slot = slotOf(bytes);
  const known = keyCache[slot];
  if (known !== undefined && sameBytes(known.bytes, bytes)) return known.key;
  const key = readKey(bytes, offset);
  if (bytes.length < 64) keyCache[slot] = { bytes: bytes.slice(), key };
  return key;
}

function slotOf(bytes: Bytes): number {
  let hash = bytes.length;
  for (let at = 0; at < bytes.length && at < 64; at += 1) hash = (hash * 31 + (bytes[at] ?? 0)) | 0;
  return (hash >>> 0) % cachedKeys;
}

function sameBytes(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function readKey(bytes: Bytes, offset: number): string {
  const raw = decodeUtf8(bytes, offset);
  if (!raw.includes("\\")) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return refuseByte(offset, "A key holds an escape that JSON does not know");
  }
}

/** The value of bytes that the walker has already checked. */
export function parseValue(bytes: Bytes, offset: number): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes, offset));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return refuseByte(offset, "The text is not the JSON it claims to be");
    }
    throw error;
  }
}

/** Bytes as one letter each. */
export function latinText(bytes: Bytes, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, to)));
  }
  return text;
}

/** Letters that a JSON number is made of: `+ - . 0-9 e E`. */
export function isNumberByte(byte: number): boolean {
  return (byte >= 0x2b && byte <= 0x39 && byte !== 0x2c && byte !== 0x2f) || (byte | 0x20) === 0x65;
}
