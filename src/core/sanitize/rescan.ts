import {
  emails,
  ibans,
  jsonWebTokens,
  paymentCards,
  phones,
  privateKeys,
  providerTokens,
  urlCredentials,
} from "../rules/registry.ts";
import { Page } from "../text/page.ts";
import type { Rule } from "../rules/contract.ts";
import { runRule, type Finder } from "./find-personal.ts";
import { isKeptSomewhere } from "./own-rules.ts";
import { piiOf } from "./pii-types.ts";
import { LiteralSearch } from "./literal-search.ts";
import { reaches } from "./sanitization.ts";

/** Something in a finished file that should not be there. The value itself is never told. */
export interface RescanHit {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** The rule that saw it, or "original" with the form it was written in. */
  readonly found: string;
}

/** Rules whose finds do not depend on what stands around them: a file's own layout cannot fool them. */
const independent: Readonly<Record<string, Rule>> = {
  providerTokens,
  jsonWebTokens,
  privateKeys,
  urlCredentials,
  emails,
  phones,
  paymentCards,
  ibans,
};

/** Our own stand-ins are no finds. */
const standIn = /^(?:person|mail)\d+@example\.invalid$|^\+00[ \d]+$/;

/** Looks at decoded text of a finished file once more. */
export function rescanText(
  text: string,
  finder: Finder,
  originals: ReadonlySet<string>,
): RescanHit[] {
  const page = new Page(text, finder.language);
  const hits: RescanHit[] = [];
  for (const [id, rule] of Object.entries(independent)) {
    if (!reaches(finder.level, rule.level)) continue;
    for (const find of runRule(id, rule, page)) {
      if (!find.certain && find.strength !== "proved") continue;
      const value = text.slice(find.start, find.end);
      if (standIn.test(value) || isKeptSomewhere(value, finder.sanitization)) continue;
      if (finder.sanitization.keep?.includes(piiOf(find.type)) === true) continue;
      hits.push({ start: find.start, end: find.end, type: find.type, found: id });
    }
  }
  hits.push(...findKnown(text, finder));
  return [...hits, ...findOriginals(text, originals)].sort((a, b) => a.start - b.start);
}

/**
 * Full names of people and companies that the person knows, at strict: written with one blank between
 * their words, because cells of a table stand beside each other by chance.
 */
function findKnown(text: string, finder: Finder): RescanHit[] {
  const { level, matcher, sanitization } = finder;
  if (!reaches(level, "strict") || matcher.isEmpty) return [];
  return matcher.find(text).flatMap(({ start, end, type, strong }) => {
    const value = text.slice(start, end);
    const kept =
      sanitization.keep?.includes(piiOf(type)) === true || isKeptSomewhere(value, sanitization);
    const full = strong && /^[\p{L}\p{M}'’-]{2,}(?: [\p{L}\p{M}'’-]{2,})+$/u.test(value);
    return full && !kept ? [{ start, end, type, found: "known" }] : [];
  });
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The ways one value can stand in a file: raw, percent-encoded, HTML- and JSON-escaped, base64, UTF-16. */
export function formsOf(value: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const add = (name: string, form: string): void => {
    if (form !== "" && ![...forms.values()].includes(form)) forms.set(name, form);
  };
  add("raw", value);
  add("percent-encoded", encodeURIComponent(value.toWellFormed()));
  add(
    "HTML-escaped",
    value.replace(/[&<>"']/g, (char) => escapes[char] ?? char),
  );
  add("JSON-escaped", JSON.stringify(value).slice(1, -1));
  add(
    "JSON-escaped ASCII",
    value.replace(
      /[^\x20-\x7e]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );
  for (const [name, form] of base64Forms(value)) add(name, form);
  add("UTF-16", value.split("").join("\u0000"));
  return forms;
}

/** Base64 of a value inside a longer text begins at one of three phases: the stable middle of each. */
function base64Forms(value: string): [string, string][] {
  const bytes = new TextEncoder().encode(value);
  if (bytes.length < 8) return [];
  return [0, 1, 2].map((phase) => {
    const padded = String.fromCharCode(...new Uint8Array(phase), ...bytes.slice(0, 600));
    const whole = btoa(padded).replace(/=+$/, "");
    const cut = phase === 0 ? 0 : phase + 1;
    return [
      `base64, phase ${String(phase)}`,
      whole.slice(cut, whole.length - ((bytes.length + phase) % 3 === 0 ? 0 : 1)),
    ];
  });
}

/** Every form of every original, built once and added to as more values are replaced. */
const searches = new WeakMap<
  ReadonlySet<string>,
  { readonly search: LiteralSearch<string>; added: number }
>();

function searchFor(originals: ReadonlySet<string>): LiteralSearch<string> {
  const known = searches.get(originals) ?? { search: new LiteralSearch<string>(), added: 0 };
  searches.set(originals, known);
  if (known.added === originals.size) return known.search;
  for (const original of [...originals].slice(known.added)) {
    for (const [name, form] of formsOf(original)) known.search.add(form, `original, ${name}`);
  }
  known.added = originals.size;
  return known.search;
}

function findOriginals(text: string, originals: ReadonlySet<string>): RescanHit[] {
  return Array.from(searchFor(originals).find(text), ({ start, end, value }) => ({
    start,
    end,
    type: "ORIGINAL",
    found: value,
  }));
}
