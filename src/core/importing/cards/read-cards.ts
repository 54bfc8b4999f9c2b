import { cutComponents } from "../content-lines.ts";

export interface CardValue {
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
}
export interface Card {
  readonly line: number;
  /** Property name in capitals → values, in the order of the file. */
  readonly properties: ReadonlyMap<string, readonly CardValue[]>;
}

/** The vCards of a file, versions 2.1 to 4.0 (RFC 2426, RFC 6350). */
export function readCards(text: string): {
  readonly cards: readonly Card[];
  readonly cutOff: number;
} {
  const { parts, cutOff } = cutComponents(text, ["VCARD"]);
  return {
    cards: parts.map(({ text: card, line }) => ({ line, properties: propertiesOf(card) })),
    cutOff,
  };
}

function propertiesOf(card: string): ReadonlyMap<string, readonly CardValue[]> {
  const properties = new Map<string, CardValue[]>();
  for (const line of unfold(card)) {
    const [, name = "", rawParameters = "", value = ""] =
      /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/s.exec(line) ?? [];
    if (name === "" || /^(?:BEGIN|END)$/i.test(name)) continue;
    const parameters = parametersOf(rawParameters);
    const plain = /quoted-printable/i.test(rawParameters)
      ? decodeQuoted(value, parameters["CHARSET"])
      : value;
    const key = name.toUpperCase();
    const values = properties.get(key);
    if (values === undefined) properties.set(key, [{ value: plain, parameters }]);
    else values.push({ value: plain, parameters });
  }
  return properties;
}

/** Joins folded lines; a soft line break of quoted-printable is folding, too. */
function unfold(card: string): readonly string[] {
  const lines: string[][] = [];
  for (const line of card.split("\r\n")) {
    const parts = lines.at(-1);
    const last = parts?.at(-1) ?? "";
    const soft = last.endsWith("=") && /quoted-printable/i.test(parts?.[0] ?? "");
    if (parts !== undefined && soft) parts.splice(-1, 1, last.slice(0, -1), line);
    else if (parts !== undefined && /^[ \t]/.test(line)) parts.push(line.slice(1));
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(""));
}

function parametersOf(text: string): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const [, name = "", quoted, plain] of text.matchAll(
    /;([A-Za-z0-9-]+)(?:=(?:"([^"]*)"|([^;]*)))?/g,
  )) {
    const key = name.toUpperCase();
    const value = (quoted ?? plain ?? name).toLowerCase();
    found.set(key, found.has(key) ? `${found.get(key) ?? ""},${value}` : value);
  }
  return Object.fromEntries(found);
}

function decodeQuoted(value: string, charset = "utf-8"): string {
  const bytes: number[] = [];
  for (const part of value.split(/(=[0-9A-Fa-f]{2})/)) {
    if (/^=[0-9A-Fa-f]{2}$/.test(part)) bytes.push(Number.parseInt(part.slice(1), 16));
    else for (const byte of new TextEncoder().encode(part)) bytes.push(byte);
  }
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(bytes));
  } catch {
    return new TextDecoder().decode(Uint8Array.from(bytes));
  }
}

/** A text value without its escapes. */
export const unescapeText = (text: string): string =>
  text.replace(/\\([nN])|\\(.)/g, (_, line: string | undefined, sign: string | undefined) =>
    line === undefined ? (sign ?? "") : "\n",
  );

/** The parts of a structured value (N, ORG), cut at semicolons that are not escaped. */
export const structured = (text: string): readonly string[] =>
  text.split(/(?<!\\);/).map((part) => unescapeText(part).trim());

/** The value that is preferred: PREF=1 of version 4, TYPE=PREF of version 3, else the first. */
export function preferred(values: readonly CardValue[] | undefined): string | undefined {
  const rank = ({ parameters }: CardValue): number => {
    const pref = Number(parameters["PREF"]);
    if (Number.isFinite(pref) && pref > 0) return pref;
    return /\bpref\b/.test(parameters["TYPE"] ?? "") || parameters["PREF"] === "pref" ? 0 : 101;
  };
  return [...(values ?? [])].sort((one, other) => rank(one) - rank(other))[0]?.value;
}
