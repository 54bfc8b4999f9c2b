import type { HostileCase } from "./case.ts";
import { text } from "./case.ts";
import { join } from "./raw-zip.ts";

const csv = (
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  expect: HostileCase["expect"],
  more: Pick<HostileCase, "says" | "records"> = {},
): HostileCase => ({
  name: `csv/${name}.csv`,
  bytes: typeof content === "string" ? text(content) : content,
  expect,
  ...more,
});
const head = "Company,Job Title,Status,Date Applied";
const row = "Northwind,Analyst,Applied,2026-03-05";
const two = `${head}\n${row}\nContoso,Tester,Rejected,2026-03-06\n`;
const latin1 = (content: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(content, "latin1"));

const forms: readonly HostileCase[] = [
  csv("semicolons", two.replaceAll(",", ";"), "accept", { records: 2 }),
  csv("tabs", two.replaceAll(",", "\t"), "accept", { records: 2 }),
  csv("bars", two.replaceAll(",", "|"), "accept", { records: 2 }),
  csv("carets", two.replaceAll(",", "^"), "any"),
  csv("colons", two.replaceAll(",", ":"), "any"),
  csv("tildes", two.replaceAll(",", "~"), "any"),
  csv("sep-line", `sep=;\n${two.replaceAll(",", ";")}`, "accept", { records: 2 }),
  csv("sep-line-with-mark", `\ufeffsep=;\r\n${two.replaceAll(",", ";")}`, "accept", { records: 2 }),
  csv("sep-line-of-a-letter", `sep=y\n${two.replaceAll(",", "y")}`, "any"),
  csv("cr-only", two.replaceAll("\n", "\r"), "accept", { records: 2 }),
  csv("mixed-line-ends", `${head}\r\n${row}\rContoso,Tester,Rejected,2026-03-06\n`, "accept", {
    records: 2,
  }),
  csv("line-ends-in-cells", `${head}\n"North\r\nwind","An\ralyst",Applied,2026-03-05\n`, "accept", {
    records: 1,
  }),
  csv("no-end", two.trimEnd(), "accept", { records: 2 }),
  csv("blank-lines", `\n\n${two.replaceAll("\n", "\n\n")}\n\n`, "accept", { records: 2 }),
  csv(
    "all-quoted",
    two.replaceAll(/[^,\n]+/g, (cell) => `"${cell}"`),
    "accept",
    { records: 2 },
  ),
  csv("quotes-in-bare-cells", `${head}\nNorth"wind",Ana"lyst,Applied,2026-03-05\n`, "accept", {
    records: 1,
  }),
  csv("text-behind-quotes", `${head}\n"North" wind,"Analyst"x,Applied,2026-03-05\n`, "accept", {
    records: 1,
  }),
  csv("curly-quotes", `${head}\n“Northwind”,“Analyst”,Applied,2026-03-05\n`, "accept", {
    records: 1,
  }),
  csv("open-quote", `${head}\n${row}\n"Contoso,Tester,Applied,2026-03-06\n`, "refuse", {
    says: /row 3, byte \d+/,
  }),
  csv(
    "open-quote-in-utf16",
    new Uint8Array(Buffer.from(`\ufeff${head}\n"Contoso,Tester`, "utf16le")),
    "refuse",
    { says: /row 2, byte \d+/ },
  ),
  csv("nul-in-cell", two.replace("Analyst", "Ana\u0000lyst"), "accept", { records: 2 }),
  csv("nul-everywhere", two.split("").join("\u0000"), "accept", { records: 2 }),
  csv("only-nuls", new Uint8Array(5000), "refuse"),
  csv("ragged", `${head}\nNorthwind\nContoso,Tester,Applied,2026-03-06,one,two,three\n`, "accept", {
    records: 2,
  }),
  csv(
    "same-header-twice",
    `Company,Company,Job Title,Notes,Notes\nNorthwind,Other,Analyst,a,b\n`,
    "accept",
    { records: 1 },
  ),
  csv(
    "proto-header",
    `Company,Job Title,__proto__,constructor,toString\nNorthwind,Analyst,a,b,c\n`,
    "accept",
    { records: 1 },
  ),
  csv("header-only", `${head}\n`, "any"),
  csv("one-column", `Company\nNorthwind\nContoso\n`, "any"),
  csv(
    "headers-with-blanks",
    `  Company , JOB TITLE,status \nNorthwind,Analyst,applied\n`,
    "accept",
    { records: 1 },
  ),
  csv("formulas", `${head}\n=cmd|' /C calc'!A0,@SUM(1),+1,-1\n`, "accept", { records: 1 }),
  csv(
    "markup",
    `${head}\n<script>alert(1)</script>,<img src=x onerror=alert(1)>,Applied,2026-03-05\n`,
    "accept",
    { says: /code of a page/ },
  ),
  csv(
    "direction-controls",
    `${head}\n\u202eNorthwind,Analyst\u2066,Applied,2026-03-05\n`,
    "accept",
    { records: 1 },
  ),
];

const encodings: readonly HostileCase[] = [
  csv("windows-1252", latin1(`Firma;Stelle;Status\nM\xfcller \x80;B\xfcro;Beworben\n`), "accept", {
    says: /WINDOWS-1252|Windows-1252/,
    records: 1,
  }),
  csv("utf-16-be", new Uint8Array(Buffer.from(`\ufeff${two}`, "utf16le").swap16()), "accept", {
    records: 2,
  }),
  csv(
    "utf-16-odd-byte",
    new Uint8Array(Buffer.from(`\ufeff${two}`, "utf16le")).slice(0, -1),
    "any",
  ),
  csv("utf-8-with-one-bad-byte", join(text(two), new Uint8Array([0xff]), text(",x,y\n")), "accept"),
  csv(
    "late-bad-byte",
    join(text(two.repeat(4000)), new Uint8Array([0xe9]), text(",x,y\n")),
    "accept",
  ),
  csv("half-a-character", join(text(two), new Uint8Array([0xf0, 0x9f])), "any"),
  csv(
    "shift-jis",
    join(
      text("Company,Title\n"),
      ...Array.from(
        { length: 40 },
        () => new Uint8Array([0x93, 0xfa, 0x96, 0x7b, 0x2c, 0x8a, 0x94, 0x8e, 0xae, 0x0a]),
      ),
    ),
    "accept",
  ),
  csv(
    "utf-32",
    new Uint8Array([
      0xff,
      0xfe,
      0,
      0,
      ...Array.from(two).flatMap((sign) => [sign.charCodeAt(0), 0, 0, 0]),
    ]),
    "any",
  ),
];

const sizes = (): readonly HostileCase[] => [
  csv("columns-100000", `${head}${",x".repeat(100_000)}\n${row}\n`, "refuse", {
    says: /Columns in row 1.*1,?001.*the limit is 1,?000/,
  }),
  csv("late-columns-100000", `${two}${"x,".repeat(100_000)}\n`, "refuse", {
    says: /Columns in row 4.*the limit is 1,?000/,
  }),
  csv("columns-1000", `${head}${",x".repeat(996)}\n${row}${",y".repeat(996)}\n`, "accept", {
    records: 1,
  }),
  csv("field-too-long", `${head}\n"${"x".repeat(1024 * 1024 + 1)}",a,b,c\n`, "refuse", {
    says: /A field in row 2: 1,?048,?577/,
  }),
  csv("one-line-of-commas", ",".repeat(3_000_000), "refuse", { says: /Columns in row 1/ }),
  csv("one-line-of-quotes", `${head}\n${'"'.repeat(2_000_001)}`, "refuse", { says: /row 2/ }),
  csv("many-blank-lines", `${head}\n${"\n".repeat(300_000)}${row}\n`, "accept", { records: 1 }),
  csv("many-empty-rows", `${head}\n${",,,\n".repeat(200_000)}${row}\n`, "accept", { records: 1 }),
  csv("same-row-often", `${head}\n${`${row}\n`.repeat(20_000)}`, "accept", { records: 1 }),
  csv(
    "long-status-words",
    `${head}\nNorthwind,Analyst,${"no ".repeat(100_000)},2026-03-05\n`,
    "accept",
    { records: 1 },
  ),
  csv(
    "long-number",
    `Company,Job Title,Salary\nNorthwind,Analyst,${"9".repeat(50_000)}\n`,
    "accept",
    { records: 1 },
  ),
  csv(
    "number-in-thousands",
    `Company,Job Title,Salary\nNorthwind,Analyst,${"1,".repeat(9)}000\n`,
    "accept",
  ),
  csv("slow-date", `${head}\nNorthwind,Analyst,Applied,${"1/".repeat(50_000)}\n`, "accept", {
    records: 1,
  }),
  csv(
    "slow-link",
    `Company,Job Title,Link\nNorthwind,Analyst,${"http://".repeat(20_000)}\n`,
    "accept",
    { records: 1 },
  ),
  csv("brackets", `Company,Job Title,Notes\nNorthwind,Analyst,${"[(".repeat(50_000)}\n`, "accept", {
    records: 1,
  }),
  csv(
    "header-of-brackets",
    `Company,Job Title,${"(".repeat(50_000)}\nNorthwind,Analyst,x\n`,
    "any",
  ),
  csv(
    "header-of-letters",
    `Company,Job Title,${"aB".repeat(50_000)}\nNorthwind,Analyst,x\n`,
    "any",
  ),
  csv(
    "blanks",
    `${head}\n${" ".repeat(200_000)}Northwind,Analyst${" ".repeat(200_000)},Applied,2026-03-05\n`,
    "accept",
    { records: 1 },
  ),
  csv("bars-without-rows", `|${" a |".repeat(30_000)}`, "refuse"),
  {
    name: "md/bars.md",
    bytes: text(`${"|".repeat(60_000)}\n${"|-".repeat(30_000)}|\n`),
    expect: "refuse",
  },
  { name: "md/no-table.md", bytes: text("# Notes\n\nI applied at Northwind."), expect: "refuse" },
  {
    name: "md/many-tables.md",
    bytes: text(`| Company | Title |\n|---|---|\n| A | b |\n\n`.repeat(5_000)),
    expect: "accept",
  },
];

const others: readonly HostileCase[] = [
  csv(
    "is-a-picture",
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    "refuse",
    { says: /picture/ },
  ),
  csv("is-a-page", "<html><body><table><tr><td>Company</td></tr></table></body></html>", "refuse", {
    says: /web page/,
  }),
  csv(
    "is-prose",
    "Dear Ms Gray, thank you, truly, for the talk.\nI am, as said, very interested, and free.\n",
    "refuse",
  ),
  csv(
    "is-source-code",
    "import a, b, c from 'x';\nfunction f(a, b, c) { return a, b; }\n",
    "refuse",
  ),
  csv(
    "is-noise",
    Uint8Array.from({ length: 20_000 }, (_, at) => (at * at * 31 + at * 17) % 251),
    "refuse",
  ),
  csv("prices", "sku,price,stock\n1,2.50,7\n2,3.50,8\n", "refuse"),
];

const cut: readonly HostileCase[] = Array.from({ length: 19 }, (_, at) => {
  const whole = `${head},Notes\n${row},"a, ""b"""\n"Contoso, Inc.",Tester,Rejected,2026-03-06,"long\nnote"\n`;
  const part = whole.slice(0, Math.floor((whole.length * (at + 1)) / 20));
  return csv(`cut-at-${String((at + 1) * 5)}-percent`, part, "any");
});

export const hostileTables = (): readonly HostileCase[] => [
  ...forms,
  ...encodings,
  ...sizes(),
  ...others,
  ...cut,
];
