import { storedKindIds } from "../../records/any-kind.ts";

/** What of a text could be taken, written anew so that it can be read, and the places of what could not. */
export interface Salvaged {
  readonly text: string;
  readonly kept: number;
  readonly lost: readonly string[];
}

const mostDepth = 64;
/** Letters of one record; a quote that lost its end would else run to the end of the file. */
const longestRecord = 4 * 1024 * 1024;
/** A file may be walked this often before the rest is given up: no damage makes it take the square. */
const mostWalks = 12;
const mostNamed = 20;
const headWithoutTime = '{"format":"json","version":"1.0"}';

const section = new RegExp(`"(${storedKindIds.join("|")})"\\s*:\\s*([[{])`, "g");
const settingStart = /"((?:[^"\\]|\\.){1,200})"\s*:\s*(?=\{)/g;
const recordStart = /\{\s*"id"\s*:/g;
const elementStart = /(?<=[[,]\s*)\{/g;

/** Records of our JSON, one by one; a broken one costs itself only. Undefined where it is another JSON. */
export function salvageEnvelope(text: string): Salvaged | undefined {
  if (!/"export_info"\s*:/.test(text.slice(0, 4096))) return undefined;
  const walk = new Walk(text);
  const info = /"export_info"\s*:\s*(?=\{)/.exec(text);
  const infoText = info === null ? undefined : walk.objectAt(info.index + info[0].length);
  const kinds = new Map<string, string[]>();
  let at = infoText === undefined ? 0 : (info?.index ?? 0) + infoText.length;
  for (;;) {
    section.lastIndex = at;
    const found = section.exec(text);
    const [all = "", kind = "", opener] = found ?? [];
    if (found === null) break;
    const from = found.index + all.length;
    const records = kinds.get(kind) ?? [];
    kinds.set(kind, records);
    const starts = opener === "{" ? settingStart : recordStart;
    at = walk.section(kind, from, opener === "{", starts, (record) => records.push(record));
  }
  const head = infoText?.includes('"version"') === true ? infoText : headWithoutTime;
  const parts = [...kinds].map(([kind, records]) =>
    kind === "settings"
      ? `"settings":{${records.join(",")}}`
      : `"${kind}":[${records.join(",\n")}]`,
  );
  return walk.done(`{"export_info":${head},\n"data":{${parts.join(",\n")}}}`);
}

/** Elements of a list, as other apps write them. Undefined where the text is no list of objects. */
export function salvageList(text: string): Salvaged | undefined {
  if (!/^\s*\[\s*\{/.test(text)) return undefined;
  const walk = new Walk(text);
  const elements: string[] = [];
  walk.section("element", text.indexOf("[") + 1, false, elementStart, (one) => elements.push(one));
  return walk.done(`[${elements.join(",\n")}]`);
}

class Walk {
  readonly #text: string;
  readonly #lost: string[] = [];
  #lostMore = 0;
  #kept = 0;
  #budget: number;

  constructor(text: string) {
    this.#text = text;
    this.#budget = mostWalks * text.length + longestRecord;
  }

  /** Takes records from `at` until the section closes or nothing more begins; returns where it ended. */
  section(
    what: string,
    at: number,
    named: boolean,
    starts: RegExp,
    take: (record: string) => void,
  ): number {
    const text = this.#text;
    let number = 0;
    let other = firstAfter(section, text, at);
    for (;;) {
      at += /^[\s,]*/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
      const name = named ? nameAt(text, at) : "";
      const from = name === undefined ? -1 : at + name.length;
      const record = from < 0 ? undefined : this.objectAt(from);
      if (record !== undefined) {
        take(`${name ?? ""}${record}`);
        this.#kept += 1;
        number += 1;
        at = from + record.length;
        continue;
      }
      if (text[at] === (named ? "}" : "]")) return at + 1;
      this.#lose(`${what} ${String(number + 1)} at character ${String(at)}`);
      number += 1;
      const next = firstAfter(starts, text, at + 1);
      if (other !== undefined && other <= at) other = firstAfter(section, text, at + 1);
      if (next === undefined || (other !== undefined && other < next)) return other ?? text.length;
      at = next;
    }
  }

  /** The whole object that begins here, or undefined where it is broken. */
  objectAt(from: number): string | undefined {
    if (this.#text[from] !== "{") return undefined;
    const end = this.#endOf(from);
    if (end === undefined) return undefined;
    const object = this.#text.slice(from, end);
    try {
      JSON.parse(object);
      return object;
    } catch {
      return undefined;
    }
  }

  #endOf(from: number): number | undefined {
    let depth = 0;
    let quoted = false;
    const last = Math.min(this.#text.length, from + Math.min(longestRecord, this.#budget));
    for (let at = from; at < last; at += 1) {
      const sign = this.#text.charCodeAt(at);
      if (quoted) {
        if (sign === 0x5c) at += 1;
        else if (sign === 0x22) quoted = false;
        continue;
      }
      if (sign === 0x22) quoted = true;
      else if (sign === 0x7b || sign === 0x5b) depth += 1;
      else if (sign === 0x7d || sign === 0x5d) depth -= 1;
      if (depth > mostDepth) return undefined;
      if (depth > 0) continue;
      this.#budget -= at - from;
      return at + 1;
    }
    this.#budget -= last - from;
    return undefined;
  }

  #lose(where: string): void {
    if (this.#lost.length < mostNamed) this.#lost.push(where);
    else this.#lostMore += 1;
  }

  done(text: string): Salvaged {
    const more = this.#lostMore === 0 ? [] : [`and ${String(this.#lostMore)} more`];
    return { text, kept: this.#kept, lost: [...this.#lost, ...more] };
  }
}

function nameAt(text: string, at: number): string | undefined {
  return /^"(?:[^"\\]|\\.){1,200}"\s*:\s*(?=\{)/.exec(text.slice(at, at + 300))?.[0];
}

function firstAfter(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}
