import type { Bytes } from "../../formats/contract.ts";

/** Bytes that were read as one letter each, back as bytes. */
export const bytesOfLatin = (text: string): Bytes =>
  Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);

/** Bytes as text; a charset that nobody knows is read as UTF-8, then as Windows-1252. */
export function decodeBytes(bytes: Bytes, charset = "utf-8"): string {
  for (const label of [charset, "utf-8"]) {
    try {
      return new TextDecoder(label, { fatal: label === "utf-8" }).decode(bytes);
    } catch {
      // The next one is tried.
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

/** Quoted-printable of a body (RFC 2045 6.7): soft line ends join. */
export const fromQuoted = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );

/** Base64 as letters of one byte each; what is no base64 gives nothing. */
export function fromBase64Letters(text: string): string {
  try {
    return atob(text.replace(/[^A-Za-z0-9+/]/g, ""));
  } catch {
    return "";
  }
}

/** `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=` in a header (RFC 2047); blanks between two encoded words go. */
export function decodeHeader(value: string): string {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, "$1");
  const words = joined.replace(
    /=\?([\w-]{2,40})(?:\*[\w-]+)?\?([bq])\?([^?]{0,2000})\?=/gi,
    (_, charset: string, form: string, text: string) => {
      const letters =
        form.toLowerCase() === "b"
          ? fromBase64Letters(text)
          : fromQuoted(text.replaceAll("_", " "));
      return decodeBytes(bytesOfLatin(letters), charset);
    },
  );
  // A header of raw UTF-8 (RFC 6532) came as one letter a byte.
  return words === joined && /[\u0080-\u00ff]/.test(joined)
    ? decodeBytes(bytesOfLatin(joined))
    : words;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const zones: Readonly<Record<string, string>> = {
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/** `Thu, 5 Mar 2026 14:22:11 +0100` (RFC 5322 3.3) as ISO 8601, or undefined. */
export function mailInstant(value: string): string | undefined {
  const [, day = "", month = "", year = "", hour = "", minute = "", second = "00", zone = ""] =
    /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[A-Za-z]{1,3})?/.exec(
      value.slice(0, 200),
    ) ?? [];
  const at = months.indexOf(month.toLowerCase()) + 1;
  if (at === 0) return undefined;
  const pad = (text: string | number): string => String(text).padStart(2, "0");
  const offset = /^[+-]\d{4}$/.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(3)}`
    : (zones[zone.toLowerCase()] ?? "Z");
  const instant = `${year}-${pad(at)}-${pad(day)}T${pad(hour)}:${minute}:${second}${offset}`;
  return Number.isNaN(Date.parse(instant)) ? undefined : instant;
}
