import type { HostileCase } from "./case.ts";
import { text } from "./case.ts";
import type { RawEntry } from "./raw-zip.ts";
import { fields, join, rawZip } from "./raw-zip.ts";

const table = "Company,Job Title,Status\nNorthwind,Analyst,Applied\n";
const good: RawEntry = { name: "jobs.csv", content: table };
const named = (name: string | Uint8Array, more: Partial<RawEntry> = {}): RawEntry => ({
  name,
  content: "x",
  ...more,
});
const zip = (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  says?: RegExp,
  expect: HostileCase["expect"] = "refuse",
): HostileCase => ({
  name: `zip/${name}.zip`,
  bytes,
  expect,
  ...(says === undefined ? {} : { says }),
});
const whole = rawZip([good, { name: "notes.txt", content: "Bring a pen" }]);

/** Names that are harmless only while nobody takes them for a path. */
const badNames: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ["dotdot", "../../evil.csv", /leaves its folder/],
  ["dotdot-inside", "a/../../evil.csv", /leaves its folder/],
  ["root", "/etc/passwd", /root/],
  ["drive", "C:/evil.csv", /colon/],
  ["backslash", "a\\..\\evil.csv", /device/],
  ["unc", "\\\\server\\share.csv", /device/],
  ["stream", "jobs.csv:hidden", /colon/],
  ["nul", "jobs.csv\u0000.exe", /control/],
  ["newline", "jobs\n.csv", /control/],
  ["right-to-left", "jobs\u202evsc.exe", /control/],
  ["reserved", "con.csv", /device of Windows/],
  ["reserved-in-folder", "a/LPT1", /device of Windows/],
  ["trailing-point", "jobs.csv.", /ends with/],
  ["trailing-blank", "folder /jobs.csv", /ends with/],
  ["empty", "", /empty/],
  ["empty-folder", "a//jobs.csv", /empty/],
  ["proto", "__proto__/jobs.csv", /special/],
  ["constructor", "constructor", /special/],
  ["long", `${"a".repeat(256)}.csv`, /260 bytes|255 bytes/],
  ["deep", `${"a/".repeat(8)}jobs.csv`, /9.*limit is 8/],
  ["bad-utf8", new Uint8Array([0x61, 0xff, 0xfe, 0x62]), /not UTF-8/],
  ["overlong-slash", new Uint8Array([0x61, 0xc0, 0xaf, 0x62]), /not UTF-8/],
];

const lies: readonly HostileCase[] = [
  zip("size-too-small", rawZip([{ ...good, size: 3 }])),
  zip("size-too-large", rawZip([{ ...good, size: 4000 }])),
  zip("size-4-gib", rawZip([{ ...good, size: 0xfffffff0 }])),
  zip("packed-too-large", rawZip([{ ...good, packed: 999_999 }])),
  zip("packed-too-small", rawZip([{ ...good, packed: 4 }])),
  zip("wrong-checksum", rawZip([{ ...good, crc: 1 }])),
  zip("other-local-name", rawZip([{ ...good, localName: "jobs.exe" }])),
  zip("counts-fewer", rawZip([good, named("b.csv")], { entries: 1 })),
  zip("counts-more", rawZip([good], { entries: 3 })),
  zip("counts-none", rawZip([good], { entries: 0 })),
  zip("directory-elsewhere", rawZip([good], { directoryAt: 5 })),
  zip("directory-beyond-the-end", rawZip([good], { directoryAt: 0x7fffffff })),
  zip("directory-of-no-size", rawZip([good], { directoryBytes: 0 })),
  zip("offset-beyond-the-end", rawZip([{ ...good, offset: 0x7fffff00 }])),
  zip("offset-into-another", rawZip([good, { ...named("b.csv"), offset: 10 }])),
  zip("descriptor-lies", rawZip([{ ...good, descriptor: "lying" }])),
  zip("encrypted-flag-only", rawZip([{ ...good, flags: 0x0801 }]), /./),
  zip("strong-encryption", rawZip([{ ...good, flags: 0x0841 }])),
  zip("many-disks", rawZip([good], { disk: 3 })),
  zip("patched", rawZip([{ ...good, flags: 0x0820 }]), undefined, "any"),
];

const zip64: readonly HostileCase[] = [
  zip("zip64-endless-entries", rawZip([good], { entries: 0xffff, zip64: { entries: 2n ** 63n } })),
  zip(
    "zip64-billion-entries",
    rawZip([good], { entries: 0xffff, zip64: { entries: 10n ** 9n } }),
    /1,?000,?000,?000/,
  ),
  zip("zip64-far-directory", rawZip([good], { directoryAt: 0xffffffff, zip64: { at: 2n ** 53n } })),
  zip("zip64-negative", rawZip([good], { directoryBytes: 0xffffffff, zip64: { bytes: -1n } })),
  zip("zip64-record-missing", rawZip([good], { directoryAt: 0xffffffff })),
  zip("zip64-other-count", rawZip([good], { zip64: { entries: 2n } })),
  zip(
    "zip64-extra-lies",
    rawZip([{ ...good, size: 0xffffffff, extra: fields([2, 1], [2, 8], [8, 2n ** 60n]) }]),
  ),
  zip(
    "zip64-extra-cut",
    rawZip([{ ...good, size: 0xffffffff, extra: fields([2, 1], [2, 8], [4, 1]) }]),
  ),
];

function bombs(): readonly HostileCase[] {
  const big = text(table + "Northwind,Analyst,Applied\n".repeat(1_200_000));
  const inner = rawZip([{ name: "inner.zip", content: rawZip([good]), method: 0 }]);
  const ratio = /ratio.*the limit is 200/;
  return [
    zip("ratio", rawZip([{ name: "jobs.csv", content: big }]), ratio),
    zip(
      "ratio-with-descriptor",
      rawZip([{ name: "jobs.csv", content: big, descriptor: "signed" }]),
      ratio,
    ),
    zip("ratio-said-smaller", rawZip([{ name: "jobs.csv", content: big, size: 10 }])),
    zip(
      "ratio-one-level-down",
      rawZip([{ name: "p.zip", content: rawZip([{ name: "jobs.csv", content: big }]), method: 0 }]),
      ratio,
    ),
    zip("same-bytes-often", rawZip([{ ...good, times: 500 }]), /jobs\.csv/),
    zip(
      "three-deep",
      rawZip([{ name: "a.zip", content: inner, method: 0 }]),
      /one level is the limit/,
    ),
    zip(
      "ten-thousand-and-one",
      rawZip(Array.from({ length: 10_001 }, (_, at) => named(`${String(at)}.txt`, { method: 0 }))),
      /10,?001.*10,?000/,
    ),
    zip("huge-comment", rawZip([good], { comment: "x".repeat(65_535) }), undefined, "any"),
    zip(
      "comment-is-an-archive",
      rawZip([good], { comment: Buffer.from(whole).toString("latin1") }),
      undefined,
      "any",
    ),
  ];
}

const types: readonly HostileCase[] = [
  zip("link", rawZip([named("a.csv", { attributes: 0xa1ff0000 })]), /link/),
  zip("device", rawZip([named("a.csv", { attributes: 0x21ff0000 })]), /device/),
  zip("pipe", rawZip([named("a.csv", { attributes: 0x11ff0000 })]), /link or a device/),
  zip(
    "link-made-on-a-mac",
    rawZip([named("a.csv", { attributes: 0xa1ff0000, madeBy: 0x1314 })]),
    /link/,
  ),
  zip("deflate64", rawZip([{ ...good, method: 9 }]), /method 9/),
  zip("lzma", rawZip([{ ...good, method: 14 }]), /method 14/),
  zip("zstd", rawZip([{ ...good, method: 93 }]), /method 93/),
  zip("twice", rawZip([good, good]), /jobs\.csv/),
  zip("twice-in-another-case", rawZip([good, { ...good, name: "JOBS.CSV" }]), /same name/),
  zip(
    "twice-in-another-composition",
    rawZip([named("\u00e9.csv"), named("e\u0301.csv")]),
    /same name/,
  ),
  zip("file-is-folder", rawZip([named("a"), named("a/b.csv")]), /also a folder/),
  zip(
    "not-deflated",
    rawZip([{ name: "jobs.csv", content: text(table), method: 0 }]),
    undefined,
    "accept",
  ),
  zip("folders-only", rawZip([named("a/", { content: "", method: 0 })])),
  zip("with-descriptors", rawZip([{ ...good, descriptor: "signed" }]), undefined, "accept"),
  zip("with-bare-descriptors", rawZip([{ ...good, descriptor: "plain" }]), undefined, "any"),
  zip(
    "names-of-dos",
    rawZip([
      {
        ...good,
        name: new Uint8Array([0x81, 0x62, 0x2e, 0x63, 0x73, 0x76]),
        flags: 0,
        madeBy: 20,
        attributes: 0,
      },
    ]),
    undefined,
    "accept",
  ),
  zip(
    "noise-of-a-mac",
    rawZip([good, named("__MACOSX/._jobs.csv"), named(".DS_Store")]),
    undefined,
    "accept",
  ),
  zip("tail", join(whole, text("junk")), /after the end/),
  zip("head", join(text("junk"), whole)),
  zip("two-archives", join(whole, whole)),
];

const cut: readonly HostileCase[] = Array.from({ length: 19 }, (_, at) => {
  const bytes = whole.slice(0, Math.floor((whole.byteLength * (at + 1)) / 20));
  return zip(
    `cut-at-${String((at + 1) * 5)}-percent`,
    bytes,
    /cut off|end record|end of the archive|damaged/i,
  );
});

export const hostileZips = (): readonly HostileCase[] => [
  ...badNames.map(([name, raw, says]) => zip(`name-${name}`, rawZip([good, named(raw)]), says)),
  ...lies,
  ...zip64,
  ...bombs(),
  ...types,
  ...cut,
];
