import type { HostileCase } from "./case.ts";
import { text } from "./case.ts";
import { join } from "./raw-zip.ts";

const job = `{"id":"a1","company":"Northwind","title":"Analyst","status":"applied","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}`;
const head = `{"export_info":{"format":"json","version":"1.0","timestamp":"2026-01-01T00:00:00Z"},`;
const envelope = (records: string, version = "1.0"): string =>
  `${head.replace('"version":"1.0"', `"version":${JSON.stringify(version)}`)}"data":{"applications":[${records}]}}`;
const withField = (field: string): string => envelope(job.replace("}", `,${field}}`));
const json = (
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  expect: HostileCase["expect"] = "refuse",
  says?: RegExp,
): HostileCase => ({
  name: `json/${name}.json`,
  bytes: typeof content === "string" ? text(content) : content,
  expect,
  ...(says === undefined ? {} : { says }),
});
const utf16 = (content: string, little: boolean): Uint8Array<ArrayBuffer> => {
  const bytes = Buffer.from(`\ufeff${content}`, "utf16le");
  return new Uint8Array(little ? bytes : bytes.swap16());
};
const whole = envelope(`${job},${job.replace("a1", "a2")}`);

const forms: readonly HostileCase[] = [
  json("mark", `\ufeff${whole}`, "accept"),
  json("utf-16-le", utf16(whole, true), "accept"),
  json("utf-16-be", utf16(whole, false), "accept"),
  json("utf-16-half", utf16(whole, true).slice(0, -1)),
  json("not-utf-8", join(text(head), new Uint8Array([0xff])), "refuse", /byte \d+/),
  json(
    "overlong",
    join(text(`${head}"x":"`), new Uint8Array([0xc0, 0x80]), text(`"}`)),
    "refuse",
    /byte \d+/,
  ),
  json(
    "surrogate-in-utf-8",
    join(text(`${head}"x":"`), new Uint8Array([0xed, 0xa0, 0x80]), text(`"}`)),
    "refuse",
    /byte \d+/,
  ),
  json("two-marks", `\ufeff\ufeff${whole}`),
  json("only-mark", "\ufeff"),
  json("only-blanks", "  \n\t "),
  json("nul-bytes", new Uint8Array(4096)),
  json("crlf", whole.replaceAll(",", ",\r\n"), "accept"),
];

const grammar: readonly (readonly [string, string])[] = [
  ["nan", withField(`"rating":NaN`)],
  ["infinity", withField(`"rating":-Infinity`)],
  ["hex", withField(`"rating":0x10`)],
  ["leading-zero", withField(`"rating":01`)],
  ["plus", withField(`"rating":+1`)],
  ["bare-point", withField(`"rating":1.`)],
  ["comment", withField(`/* x */"rating":1`)],
  ["trailing-comma", whole.replace("]}", ",]}")],
  ["single-quotes", whole.replaceAll('"', "'")],
  ["bare-key", withField(`rating:1`)],
  ["control-in-text", withField(`"notes":"a\u0001b"`)],
  ["bad-escape", withField(`"notes":"\\x41"`)],
  ["half-escape", withField(`"notes":"\\u12"`)],
  ["tail", `${whole}]`],
  ["two-documents", `${whole}${whole}`],
  ["unclosed-text", withField(`"notes":"abc`)],
  ["huge-exponent", withField(`"rating":1e999`)],
  ["beyond-safe-integer", withField(`"rating":9007199254740993`)],
  ["number-of-2000-digits", withField(`"rating":${"9".repeat(2000)}`)],
  ["number-of-a-megabyte", withField(`"rating":${"9".repeat(1_000_000)}`)],
  ["same-key-twice", withField(`"company":"Other"`)],
  ["same-key-escaped", withField(`"\\u0063ompany":"Other"`)],
  ["proto", withField(`"__proto__":{"polluted":true}`)],
  ["proto-escaped", withField(`"__pr\\u006fto__":{"polluted":true}`)],
  ["newer-major", envelope(job, "2.0")],
  ["long-text", withField(`"notes":"${"x".repeat(1024 * 1024 + 1)}"`)],
  ["long-key", withField(`"${"k".repeat(1024 * 1024 + 1)}":1`)],
];
const says: Readonly<Record<string, RegExp>> = {
  "same-key-twice": /twice.*company/,
  proto: /__proto__/,
  "proto-escaped": /__proto__/,
  "long-text": /1,?048,?577.*the limit is 1,?048,?576/,
  "long-key": /1,?048,?577.*the limit is 1,?048,?576/,
  nan: /byte \d+/,
  "trailing-comma": /byte \d+/,
};

const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const sizes = (): readonly HostileCase[] => [
  json(
    "depth-100000",
    withField(`"extra":${deep(100_000)}`),
    "refuse",
    /65.*the limit is 64|the limit is 64/,
  ),
  json("bare-depth-100000", deep(100_000)),
  json("depth-of-objects", `{"a":`.repeat(50_000) + "1" + "}".repeat(50_000)),
  json(
    "unknown-fields",
    withField(Array.from({ length: 80_000 }, (_, at) => `"k${String(at)}":1`).join(",")),
    "any",
    /the limit is 100|80,?00\d/,
  ),
  json("big-unknown-field", withField(`"odd":"${"x".repeat(70_000)}"`), "any", /65,?536/),
  json("many-empty-lists", `[${"[],".repeat(500_000)}[]]`),
];

const values: readonly HostileCase[] = [
  json("half-a-character", withField(`"notes":"a\\ud800b"`), "accept", /half a character/),
  json(
    "constructor",
    withField(`"constructor":{"prototype":{"polluted":true}}`),
    "refuse",
    /constructor/,
  ),
  json("negative-zero", withField(`"rating":-0`), "any"),
  json("list-for-text", envelope(job.replace('"Northwind"', '["Northwind"]')), "accept", /company/),
  json("record-is-null", envelope(`null,${job}`), "accept", /applications\[0\]/),
  json("records-are-no-list", whole.replace(/\[.*\]/, "7"), "any"),
  json("same-id-twice", envelope(`${job},${job}`), "accept", /same id/),
  json("impossible-day", withField(`"applied_on":"2026-02-30"`), "accept", /applied_on/),
  json(
    "unknown-kind",
    `${head}"data":{"applications":[${job}],"spaceships":[{"id":"x"}]}}`,
    "accept",
    /spaceships/,
  ),
  json("newer-minor", envelope(job, "1.99"), "accept", /newer version/),
  json("version-is-words", envelope(job, "one"), "any"),
  json("version-is-huge", envelope(job, "99999999999999999999.0")),
  json("text-alone", `"hello"`),
  json("number-alone", `42`),
  json("null-alone", `null`),
  json("empty-object", `{}`),
  json("empty-list", `[]`),
  json("list-of-numbers", `[1,2,3]`),
  json("page-saved-as-json", `<!doctype html><title>Sign in</title>`, "refuse", /web page/),
  json("package-json", `{"name":"x","version":"1.0.0","dependencies":{"a":"1"}}`),
];

const cut: readonly HostileCase[] = Array.from({ length: 19 }, (_, at) =>
  json(
    `cut-at-${String((at + 1) * 5)}-percent`,
    whole.slice(0, Math.floor((whole.length * (at + 1)) / 20)),
  ),
);

export const hostileJsons = (): readonly HostileCase[] => [
  ...forms,
  ...grammar.map(([name, content]) => json(name, content, "refuse", says[name])),
  ...sizes(),
  ...values,
  ...cut,
  ...cut.map(({ name, bytes }) => {
    const lines = text(
      `{"export_info":{"format":"job-tracker-pro","version":"1.0"}}\n{"kind":"applications","record":${job}}\n`,
    );
    return {
      name: name.replace(/^json\/(.*)json$/, "ndjson/$1ndjson"),
      bytes: lines.slice(0, Math.floor(lines.length * (bytes.length / whole.length))),
      expect: "any" as const,
    };
  }),
];
