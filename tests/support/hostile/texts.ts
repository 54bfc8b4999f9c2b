import type { HostileCase } from "./case.ts";
import { text } from "./case.ts";
import { rawZip } from "./raw-zip.ts";

const of = (
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  expect: HostileCase["expect"],
  more: Pick<HostileCase, "says" | "records"> = {},
): HostileCase => ({
  name,
  bytes: typeof content === "string" ? text(content) : content,
  expect,
  ...more,
});

const event = (...lines: readonly string[]): string =>
  [
    "BEGIN:VEVENT",
    "UID:1@example.com",
    "DTSTAMP:20260101T000000Z",
    "SUMMARY:Interview at Northwind",
    ...lines,
    "END:VEVENT",
  ].join("\r\n");
const calendar = (...events: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", ...events, "END:VCALENDAR", ""].join(
    "\r\n",
  );
const at = "DTSTART:20260305T100000Z";

const calendars = (): readonly HostileCase[] => [
  of("ics/by-seconds.ics", calendar(event(at, "RRULE:FREQ=SECONDLY")), "accept", {
    says: /without end/,
  }),
  of(
    "ics/a-million-times.ics",
    calendar(event(at, "RRULE:FREQ=MINUTELY;COUNT=1000000")),
    "accept",
    { says: /by the hour/ },
  ),
  of(
    "ics/until-the-year-9999.ics",
    calendar(event(at, "RRULE:FREQ=DAILY;UNTIL=99991231T000000Z")),
    "accept",
    { says: /more than 200 times/ },
  ),
  of(
    "ics/never-matches.ics",
    calendar(event(at, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-by-seconds.ics",
    calendar(event(at, "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-by-day.ics",
    calendar(event(at, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-by-week.ics",
    calendar(event(at, "RRULE:FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-by-month.ics",
    calendar(event(at, "RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-by-year-day.ics",
    calendar(event(at, "RRULE:FREQ=YEARLY;BYYEARDAY=400;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-by-week-number.ics",
    calendar(event(at, "RRULE:FREQ=YEARLY;BYWEEKNO=60;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-by-position.ics",
    calendar(event(at, "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-by-fifth-monday.ics",
    calendar(event(at, "RRULE:FREQ=MONTHLY;BYDAY=9MO;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-by-far-interval.ics",
    calendar(event(at, "RRULE:FREQ=YEARLY;INTERVAL=999999999;COUNT=5")),
    "accept",
  ),
  of(
    "ics/never-matches-until-before.ics",
    calendar(event(at, "RRULE:FREQ=DAILY;UNTIL=19000101")),
    "accept",
  ),
  of(
    "ics/never-matches-by-seventh-day.ics",
    calendar(event(at, "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO;COUNT=5")),
    "accept",
  ),
  of(
    "ics/working-days.ics",
    calendar(event(at, "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=5")),
    "accept",
    { records: 5 },
  ),
  of("ics/bad-rule.ics", calendar(event(at, "RRULE:FREQ=SOMETIMES;BYDAY=XX")), "accept"),
  of("ics/rule-of-zero.ics", calendar(event(at, "RRULE:FREQ=DAILY;INTERVAL=0")), "accept"),
  of(
    "ics/many-exceptions.ics",
    calendar(
      event(
        at,
        "RRULE:FREQ=DAILY;COUNT=10",
        `EXDATE:${"20260305T100000Z,".repeat(50_000)}20260306T100000Z`,
      ),
    ),
    "accept",
  ),
  of("ics/year-0.ics", calendar(event("DTSTART:00000000T000000Z")), "accept"),
  of("ics/no-start.ics", calendar(event()), "accept"),
  of(
    "ics/unknown-zone.ics",
    calendar(event("DTSTART;TZID=Mars/Olympus:20260305T100000")),
    "accept",
  ),
  of(
    "ics/folded-everywhere.ics",
    calendar(event(at).replaceAll(/(.)/g, "$1\r\n ").replaceAll("\r\n \r\n", "\r\n")),
    "any",
  ),
  of(
    "ics/ten-thousand.ics",
    calendar(
      ...Array.from({ length: 10_000 }, (_, n) => event(at).replace("UID:1@", `UID:${String(n)}@`)),
    ),
    "accept",
    { records: 10_000 },
  ),
  of(
    "ics/line-of-a-megabyte.ics",
    calendar(event(at, `DESCRIPTION:${"x".repeat(1024 * 1024)}`)),
    "any",
  ),
  of("ics/nested.ics", calendar("BEGIN:VEVENT\r\n".repeat(20_000)), "any"),
  of("ics/duration-lies.ics", calendar(event(at, "DURATION:-P99999999999D")), "accept"),
  of(
    "ics/alarm-inside.ics",
    calendar(event(at, "BEGIN:VALARM", "TRIGGER:-PT15M", "SUMMARY:Beep", "END:VALARM")),
    "accept",
    { records: 1 },
  ),
  of("ics/cut.ics", calendar(event(at), event(at)).slice(0, -60), "accept", { says: /cut off/ }),
  of("ics/not-one.ics", "BEGIN:VCALENDAR\r\n", "any"),
  of("ics/lower-case.ics", calendar(event(at)).toLowerCase(), "any"),
];

const card = (...lines: readonly string[]): string =>
  ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
const cards = (): readonly HostileCase[] => [
  of("vcf/no-name.vcf", card("N:;;;;"), "accept", { says: /without a name/ }),
  of(
    "vcf/quoted-printable.vcf",
    card(
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Eva",
      "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Eva M=C3=BCller",
    ),
    "accept",
    { records: 1 },
  ),
  of(
    "vcf/photo-of-a-megabyte.vcf",
    card("FN:Eva", `PHOTO;ENCODING=b:${"QUJD".repeat(300_000)}`),
    "accept",
    { records: 1 },
  ),
  of(
    "vcf/ten-thousand.vcf",
    Array.from({ length: 10_000 }, (_, n) => card(`FN:Person ${String(n)}`)).join(""),
    "accept",
    { records: 10_000 },
  ),
  of("vcf/cut.vcf", `${card("FN:Eva")}BEGIN:VCARD\r\nFN:Bo`, "accept", {
    records: 1,
    says: /cut off/,
  }),
  of("vcf/nested.vcf", "BEGIN:VCARD\r\n".repeat(20_000), "any"),
  of("vcf/semicolons.vcf", card(`N:${";".repeat(100_000)}`, "FN:Eva"), "accept", { records: 1 }),
  of("vcf/proto.vcf", card("__PROTO__:x", "FN:Eva", "CONSTRUCTOR:y"), "accept", { records: 1 }),
  of(
    "vcf/apple-groups.vcf",
    card("FN:Eva", "item1.EMAIL;type=INTERNET:eva@example.com", "item1.X-ABLabel:_$!<Work>!$_"),
    "accept",
    { records: 1 },
  ),
];

const yaml = (): readonly HostileCase[] => [
  of(
    "yaml/anchors.yaml",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 20 }, (_, n) => `${String.fromCharCode(98 + n)}: &${String.fromCharCode(98 + n)} [${`*${String.fromCharCode(97 + n)},`.repeat(9)}1]`).join("\n")}\n`,
    "refuse",
    { says: /YAML/ },
  ),
  of("yaml/tag.yaml", "--- !!js/function 'function(){}'\n", "refuse", { says: /YAML/ }),
  of("yaml/merge.yaml", "a: &a {x: 1}\nb: {<<: *a}\n", "refuse", { says: /YAML/ }),
  of("yaml/ours.yaml", `applications:\n  - id: "1"\n    company: "Northwind"\n`, "refuse", {
    says: /YAML/,
  }),
  of("yaml/deep.yaml", `a: ${"[".repeat(50_000)}\n`, "refuse"),
];

const markup = (): readonly HostileCase[] => [
  of("xml/laughs.xml", `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">]><l>&a;</l>`, "refuse", {
    says: /XML/,
  }),
  of("xml/no-declaration.xml", `<jobs><job><company>Northwind</company></job></jobs>`, "refuse", {
    says: /XML|markup/i,
  }),
  of("xml/picture.svg", `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`, "refuse"),
  of("html/sign-in.html", `<!-- saved --><html><title>Sign in</title></html>`, "refuse", {
    says: /web page/,
  }),
  of("html/marked.html", `\ufeff<!DOCTYPE html><html></html>`, "refuse", { says: /web page/ }),
  of("other/words.txt", "Hello", "refuse"),
  of("other/letter.rtf", "{\\rtf1\\ansi Hello}", "refuse", { says: /RTF|rich text/i }),
  of("other/book.pdf", "%PDF-1.7\n", "refuse", { says: /PDF/ }),
  of(
    "other/tar.tar",
    new Uint8Array(
      Buffer.concat([
        Buffer.from("jobs.csv"),
        Buffer.alloc(249),
        Buffer.from("ustar\u000000"),
        Buffer.alloc(500),
      ]),
    ),
    "refuse",
    { says: /TAR/i },
  ),
  of("other/bzip2.bz2", text("BZh91AY&SY"), "refuse", { says: /bzip2/i }),
  of("other/xz.xz", new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4]), "refuse", {
    says: /xz/i,
  }),
  of("other/zstd.zst", new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0, 1, 2, 3]), "refuse", {
    says: /zstd/i,
  }),
  of("other/gzip.json.gz", new Uint8Array([0x1f, 0x8b, 8, 0]), "refuse", { says: /gzip/ }),
  of("other/sevenzip.7z", new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), "refuse", {
    says: /7-Zip/,
  }),
  of(
    "other/shortcut.webloc",
    `<?xml version="1.0"?><plist><dict><key>URL</key></dict></plist>`,
    "refuse",
  ),
  of("other/vault-head-only.jtb", text("JTBV"), "refuse"),
];

const chatFiles = (): readonly HostileCase[] => {
  const node = (id: string, parent: string | null, children: readonly string[]): string =>
    `"${id}":{"id":"${id}","message":{"id":"${id}","author":{"role":"user"},"create_time":1,"content":{"content_type":"text","parts":["hi"]}},"parent":${JSON.stringify(parent)},"children":${JSON.stringify(children)}}`;
  const chat = (mapping: string, current: string): string =>
    `[{"title":"t","create_time":1,"update_time":2,"current_node":"${current}","mapping":{${mapping}}}]`;
  const chain = Array.from({ length: 20_000 }, (_, n) =>
    node(`n${String(n)}`, n === 0 ? null : `n${String(n - 1)}`, []),
  ).join(",");
  return [
    of(
      "chats/circle.json",
      chat(`${node("a", "b", ["b"])},${node("b", "a", ["a"])}`, "a"),
      "accept",
    ),
    of("chats/own-parent.json", chat(node("a", "a", ["a"]), "a"), "accept"),
    of("chats/no-parent.json", chat(node("a", "zzz", []), "a"), "accept"),
    of("chats/no-current.json", chat(node("a", null, []), "zzz"), "accept"),
    of("chats/long-chain.json", chat(chain, "n19999"), "accept"),
    of(
      "chats/parts-of-anything.json",
      chat(node("a", null, []).replace(`["hi"]`, `[null,1,{"x":[]},["y"]]`), "a"),
      "accept",
    ),
    of(
      "chats/time-is-words.json",
      chat(node("a", null, []).replace(`"create_time":1`, `"create_time":"soon"`), "a"),
      "accept",
    ),
    of(
      "chats/claude-odd.json",
      `[{"uuid":"u","name":null,"created_at":"x","chat_messages":[{"sender":"robot","text":5},null,7]}]`,
      "accept",
    ),
    {
      name: "chats/one-shard-broken.zip",
      bytes: rawZip([
        { name: "conversations-000.json", content: chat(node("a", null, []), "a") },
        { name: "conversations-001.json", content: chat(node("b", null, []), "b").slice(0, -9) },
      ]),
      expect: "accept",
      says: /conversations-001/,
    },
  ];
};

export const hostileTexts = (): readonly HostileCase[] => [
  ...calendars(),
  ...cards(),
  ...yaml(),
  ...markup(),
  ...chatFiles(),
];
