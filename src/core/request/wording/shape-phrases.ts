import type { FieldName, SaidRequest } from "../request.ts";
import type { PhraseBook } from "./phrase-book.ts";

/** Phrases for how it looks, who reads it and where it goes. */

function fieldName(field: FieldName, book: PhraseBook): string {
  return typeof field === "string" ? book.say("field", field) : `"${field.custom}"`;
}

/** Names alone, for the place where "as" stands already. */
export function nameFormats({ formats = [] }: SaidRequest, book: PhraseBook): string[] {
  return formats.length === 0
    ? []
    : [book.and(formats.map((format) => book.say("format", format)))];
}

export function sayFormats({ formats }: SaidRequest, book: PhraseBook): string[] {
  if (formats === undefined) return [];
  const list = book.and(formats.map((format) => book.say("format", format)));
  return [book.say("formats", "", { list })];
}

export function sayFields({ fields }: SaidRequest, book: PhraseBook): string[] {
  if (fields === undefined) return [];
  const custom = fields.names.filter((name) => typeof name !== "string");
  const plain = fields.names.filter((name) => typeof name === "string");
  const out: string[] = [];
  if (plain.length > 0) {
    const list = book.and(plain.map((name) => fieldName(name, book)));
    out.push(book.say("fields", fields.mode, { list }));
  }
  for (const name of custom) {
    out.push(book.say("fields", `${fields.mode}.custom`, { list: fieldName(name, book) }));
  }
  return out;
}

export function saySort({ sort = [] }: SaidRequest, book: PhraseBook): string[] {
  const keys = sort.map(({ field, dir }, i) => {
    const phrase = book.say("sort", i === 0 ? "first" : "next", { field: fieldName(field, book) });
    return dir === "desc" ? `${phrase} ${book.say("sort", "desc")}` : phrase;
  });
  return keys.length === 0 ? [] : [keys.join(book.find("join", "comma") ?? ", ")];
}

export function sayGroup({ group }: SaidRequest, book: PhraseBook): string[] {
  if (group === undefined) return [];
  const field = group.by === "entity" ? book.say("group", "entity") : fieldName(group.by, book);
  return [book.say("group", group.as, { field })];
}

export function sayPrivacy({ privacy }: SaidRequest, book: PhraseBook): string[] {
  const { level, hide = [], keep = [], pseudonyms } = privacy ?? {};
  const list = (kinds: readonly string[]): string =>
    book.and(kinds.map((kind) => book.say("pii", kind)));
  // A lone "passwords" would mean the basic level; in a list it comes last.
  const hidden = [...hide].sort((a, b) => Number(a === "secret") - Number(b === "secret"));
  return [
    ...(level === undefined ? [] : [book.say("level", level)]),
    ...(hidden.length === 0 ? [] : [book.say("hide", "", { list: list(hidden) })]),
    ...(keep.length === 0 ? [] : [book.say("keep", "", { list: list(keep) })]),
    ...(pseudonyms === true ? [book.say("pseudonyms", "")] : []),
  ].filter((phrase) => phrase !== "");
}

export function sayEncryption({ encryption }: SaidRequest, book: PhraseBook): string[] {
  if (encryption === undefined) return [];
  const key = encryption.on ? (encryption.method ?? "on") : "off";
  return [book.say("encryption", key)];
}

export function sayTemplate({ template, intent }: SaidRequest, book: PhraseBook): string[] {
  if (template === undefined || intent === "template") return [];
  return typeof template === "string"
    ? [book.say("template", template)]
    : [book.say("template", "name", { name: template.name })];
}

export function sayAudience({ audience }: SaidRequest, book: PhraseBook): string[] {
  if (audience === undefined) return [];
  const who = book.say("audience", audience.who);
  return [audience.name === undefined ? who : `${who} ${audience.name}`];
}

export function sayDestination({ destination }: SaidRequest, book: PhraseBook): string[] {
  if (destination === undefined) return [];
  const { kind, detail } = destination;
  return [
    detail === undefined
      ? book.say("destination", kind)
      : book.say("destination", `${kind}.named`, { detail }),
  ];
}

export function sayFileName({ fileName }: SaidRequest, book: PhraseBook): string[] {
  return fileName === undefined ? [] : [book.say("fileName", "", { name: fileName })];
}

export function sayBaseline({ baseline, intent }: SaidRequest, book: PhraseBook): string[] {
  if (baseline === undefined) return [];
  return [book.say("baseline", intent === "diff" ? "diff" : "incremental")];
}
