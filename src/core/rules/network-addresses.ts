import { isWordAt } from "../text/chars.ts";
import { pageOf } from "../text/page.ts";
import { matchAt } from "../text/search.ts";
import type { Rule, RuleSpan } from "./contract.ts";

const v4 =
  /(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}(?:\/(?:[12]?\d|3[0-2]))?/y;
const v6 =
  /(?<![\w:.])(?:[0-9a-fA-F]{0,4}:){2,7}(?:[0-9a-fA-F]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?:%[\w.-]{1,20})?(?:\/\d{1,3})?(?![\w:])/y;
const mac =
  /(?<![\w:.-])(?:[0-9a-fA-F]{2}([:-])(?:[0-9a-fA-F]{2}\1){4}[0-9a-fA-F]{2}(?:\1[0-9a-fA-F]{2}\1[0-9a-fA-F]{2})?|[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}\.[0-9a-fA-F]{4})(?![\w:-]|\.\w)/y;
const versionBefore =
  /(?:\bv|version|ver|release|build|section|chapter|§|python|node|chrome|safari|firefox|edge|opera|webkit|applewebkit|gecko|mozilla|java|\w\/)[ .:#]{0,2}$/i;

/** RFC 4291 section 2.2: eight groups, or fewer with one "::", the last two possibly as IPv4. */
function isV6(written: string): boolean {
  const [address = ""] = written.split(/[%/]/);
  if ((address.match(/::/g)?.length ?? 0) > 1 || address.includes(":::")) return false;
  const groups = address.split(":").filter((group) => group !== "");
  const size = groups.reduce((sum, group) => sum + (group.includes(".") ? 2 : 1), 0);
  if (groups.some((group) => group.includes(".") && matchAt(v4, group, 0)?.[0] !== group))
    return false;
  if (!address.includes("::")) return size === 8;
  // "a::b" is a path in many languages; an address has a digit or more than two groups.
  return size < 8 && (size > 2 || /\d/.test(address));
}

function isHex(code: number): boolean {
  return (code > 47 && code < 58) || ((code | 32) > 96 && (code | 32) < 103);
}

/** Places of a mark that comes again after `least` to `most` hexadecimal digits. */
function* pairsOf(text: string, mark: string, least: number, most: number): Generator<number> {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    let gap = 0;
    while (gap < most && isHex(text.charCodeAt(at + 1 + gap))) gap += 1;
    if (gap >= least && text.charAt(at + 1 + gap) === mark) yield at;
  }
}

/** The address begins with the group of hexadecimal digits before its first colon. */
function* findV6(text: string): Generator<RuleSpan> {
  let done = 0;
  for (const colon of pairsOf(text, ":", 0, 4)) {
    let start = colon;
    while (colon - start < 4 && isHex(text.charCodeAt(start - 1))) start -= 1;
    const match = start < done ? undefined : matchAt(v6, text, start);
    if (!match) continue;
    const end = start + match[0].length;
    done = end;
    if (!isTime(match[0]) && isV6(match[0])) yield { start, end, type: "IP", certain: true };
  }
}

function* findMac(text: string): Generator<RuleSpan> {
  let done = 0;
  for (const [mark, size] of [
    [":", 2],
    ["-", 2],
    [".", 4],
  ] as const) {
    for (const at of pairsOf(text, mark, size, size)) {
      const match = at - size < done ? undefined : matchAt(mac, text, at - size);
      if (!match) continue;
      done = at - size + match[0].length;
      yield { start: at - size, end: done, type: "MAC", certain: true };
    }
    done = 0;
  }
}

/** Times like 12:30:45 look like short groups. */
function isTime(written: string): boolean {
  return /^\d{1,2}(?::\d{2}){1,2}$/.test(written);
}

/** One to three digits and a dot: most numbers of a text are none of an address. */
function hasDotSoon(text: string, start: number): boolean {
  const dot = 46;
  return (
    text.charCodeAt(start + 1) === dot ||
    text.charCodeAt(start + 2) === dot ||
    text.charCodeAt(start + 3) === dot
  );
}

function* findV4(text: string, starts: readonly number[]): Generator<RuleSpan> {
  let done = 0;
  for (const start of starts) {
    if (start < done || !hasDotSoon(text, start)) continue;
    const match = matchAt(v4, text, start);
    if (!match) continue;
    const end = start + match[0].length;
    if (
      isWordAt(text, start - 1) ||
      isWordAt(text, end) ||
      (text.charAt(end) === "-" && isWordAt(text, end + 1))
    )
      continue;
    const before = text.slice(Math.max(0, start - 14), start);
    if (/\d\.$|[:][0-9a-f]*$/i.test(before) && !/\s$|[a-z]{3,}:$/i.test(before)) continue;
    if (versionBefore.test(before)) continue;
    done = end;
    yield { start, end, type: "IP", certain: true };
  }
}

export const networkAddresses: Rule = {
  label: "IP and MAC addresses",
  level: "moderate",
  replacement: "[network address]",
  *find(text, page) {
    yield* findV4(text, pageOf(text, page).digits);
    yield* findV6(text);
    yield* findMac(text);
  },
  examples: {
    caught: ["host 203.0.113.77 is down", "fe80::1ff:fe23:4567:890a", "00:1B:44:11:3A:B7"],
    spared: ["v1.2.3.4", "at 12:30:45", "std::vector<int>", "300.1.2.3"],
  },
};
