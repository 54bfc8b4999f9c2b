import type { HostileCase } from "./case.ts";
import { text } from "./case.ts";
import { rawZip } from "./raw-zip.ts";

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`;
const rels = (target: string, kind: string, more = ""): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>${more}</Relationships>`;
const stringsRel = `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>`;
const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
const workbook = `<?xml version="1.0"?><workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Jobs" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const strings = (...list: readonly string[]): string =>
  `<?xml version="1.0"?><sst ${main} count="${String(list.length)}" uniqueCount="${String(list.length)}">${list.map((one) => `<si><t>${one}</t></si>`).join("")}</sst>`;
const usual = strings("Company", "Job Title", "Status", "Northwind", "Analyst", "Applied");
const head = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>`;
const one = `<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c><c r="C2" t="s"><v>5</v></c></row>`;
const sheet = (rows: string, before = "", after = ""): string =>
  `<?xml version="1.0"?><worksheet ${main}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

interface Parts {
  readonly sheet?: string | Uint8Array;
  readonly strings?: string;
  readonly workbook?: string;
  readonly more?: readonly { readonly name: string; readonly content: string | Uint8Array }[];
  readonly without?: string;
}
function book(parts: Parts = {}): Uint8Array<ArrayBuffer> {
  const files = [
    { name: "[Content_Types].xml", content: types },
    { name: "_rels/.rels", content: rels("xl/workbook.xml", "officeDocument") },
    { name: "xl/workbook.xml", content: parts.workbook ?? workbook },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: rels("worksheets/sheet1.xml", "worksheet", stringsRel),
    },
    { name: "xl/sharedStrings.xml", content: parts.strings ?? usual },
    { name: "xl/worksheets/sheet1.xml", content: parts.sheet ?? sheet(head + one) },
    ...(parts.more ?? []),
  ];
  return rawZip(files.filter(({ name }) => name !== parts.without));
}
const xlsx = (
  name: string,
  parts: Parts,
  expect: HostileCase["expect"],
  more: Pick<HostileCase, "says" | "records"> = {},
): HostileCase => ({ name: `xlsx/${name}.xlsx`, bytes: book(parts), expect, ...more });

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${String(at)} "${"&a;".repeat(10)}">`).join("")}]>`;
const utf16 = (content: string): Uint8Array =>
  new Uint8Array(Buffer.from(`\ufeff${content}`, "utf16le"));
const cells = (attributes: string): string =>
  sheet(`${head}<row r="2"><c ${attributes}></c></row>`);

export const hostileWorkbooks = (): readonly HostileCase[] => [
  xlsx("good", {}, "accept", { records: 1 }),
  xlsx("entities", { sheet: sheet(head + one).replace("?>", `?>${laughs}`) }, "refuse", {
    says: /document type/,
  }),
  xlsx("entities-in-strings", { strings: usual.replace("?>", `?>${laughs}`) }, "refuse", {
    says: /document type.*sharedStrings/,
  }),
  xlsx(
    "entities-in-utf16",
    { sheet: utf16(sheet(head + one).replace("?>", `?>${laughs}`)) },
    "refuse",
    { says: /document type/ },
  ),
  xlsx(
    "outside-entity",
    { workbook: workbook.replace("?>", `?><!DOCTYPE x SYSTEM "file:///etc/passwd">`) },
    "refuse",
    { says: /document type.*workbook/ },
  ),
  xlsx(
    "no-string",
    { sheet: sheet(`${head}<row r="2"><c r="A2" t="s"><v>99</v></c></row>`) },
    "refuse",
    { says: /text 99.*A2/ },
  ),
  xlsx(
    "string-below-zero",
    { sheet: sheet(`${head}<row r="2"><c r="A2" t="s"><v>-1</v></c></row>`) },
    "refuse",
    { says: /A2/ },
  ),
  xlsx(
    "string-is-a-word",
    { sheet: sheet(`${head}<row r="2"><c r="A2" t="s"><v>toString</v></c></row>`) },
    "refuse",
    { says: /A2/ },
  ),
  xlsx("no-strings-part", { without: "xl/sharedStrings.xml" }, "refuse", { says: /text 0/ }),
  xlsx("no-sheet-part", { without: "xl/worksheets/sheet1.xml" }, "refuse"),
  xlsx("far-row", { sheet: cells(`r="A9999999"`) }, "refuse", {
    says: /Rows.*9,?999,?999.*1,?000,?000/,
  }),
  xlsx("far-column", { sheet: cells(`r="XFD2"`) }, "refuse", { says: /Columns.*16,?384.*1,?000/ }),
  xlsx("far-cell-in-single-quotes", { sheet: cells(`r='XFD9999999'`) }, "refuse", {
    says: /limit/,
  }),
  xlsx("far-row-without-cells", { sheet: sheet(`${head}<row r="1048576"/>${one}`) }, "any"),
  xlsx(
    "row-of-a-billion",
    { sheet: sheet(`${head}<row r="1000000000"><c t="inlineStr"><is><t>x</t></is></c></row>`) },
    "refuse",
    { says: /limit/ },
  ),
  xlsx("row-is-negative", { sheet: sheet(`${head}<row r="-5"><c r="A-5"/></row>`) }, "any"),
  xlsx(
    "cells-without-names",
    { sheet: sheet(`${head}<row r="2">${"<c><v>1</v></c>".repeat(200_000)}</row>`) },
    "refuse",
    { says: /limit/ },
  ),
  xlsx(
    "dimension-lies",
    { sheet: sheet(head + one, `<dimension ref="A1:XFD1048576"/>`) },
    "accept",
    { records: 1 },
  ),
  xlsx(
    "columns-without-end",
    { sheet: sheet(head + one, `<cols><col min="1" max="16384000" width="9"/></cols>`) },
    "any",
  ),
  xlsx(
    "merged-everywhere",
    { sheet: sheet(head + one, "", `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`) },
    "any",
  ),
  xlsx(
    "merged-often",
    {
      sheet: sheet(
        head + one,
        "",
        `<mergeCells>${`<mergeCell ref="A1:C1048576"/>`.repeat(2_000)}</mergeCells>`,
      ),
    },
    "any",
  ),
  xlsx(
    "deep",
    { sheet: `<?xml version="1.0"?>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}` },
    "refuse",
  ),
  xlsx("not-xml", { sheet: "hello" }, "refuse"),
  xlsx("cut-xml", { sheet: sheet(head + one).slice(0, -80) }, "any"),
  xlsx(
    "formula",
    {
      sheet: sheet(
        `${head}<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://evil.example","x")</f><v>Northwind</v></c><c r="B2" t="s"><v>4</v></c></row>`,
      ),
    },
    "accept",
    { records: 1, says: /Formulas: 1/ },
  ),
  xlsx(
    "error-cell",
    {
      sheet: sheet(
        `${head}<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="e"><v>#REF!</v></c></row>`,
      ),
    },
    "accept",
    { records: 1 },
  ),
  xlsx(
    "number-not-finite",
    {
      sheet: sheet(
        `${head}<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2"><v>1e999</v></c></row>`,
      ),
    },
    "any",
  ),
  xlsx(
    "outside-links",
    {
      more: [
        {
          name: "xl/externalLinks/externalLink1.xml",
          content: `<externalLink ${main}><externalBook/></externalLink>`,
        },
        {
          name: "xl/externalLinks/_rels/externalLink1.xml.rels",
          content: rels("file:///c:/secret.xlsx", "externalLinkPath"),
        },
      ],
    },
    "accept",
    { records: 1 },
  ),
  xlsx("macros", { more: [{ name: "xl/vbaProject.bin", content: "evil" }] }, "accept", {
    records: 1,
  }),
  xlsx("climbing-part", { more: [{ name: "xl/../../evil.xml", content: "<a/>" }] }, "refuse", {
    says: /leaves its folder/,
  }),
  xlsx(
    "bomb-in-a-part",
    { more: [{ name: "xl/theme/theme1.xml", content: new Uint8Array(30 * 1024 * 1024) }] },
    "refuse",
    { says: /ratio.*200/ },
  ),
  xlsx(
    "bomb-in-a-picture",
    { more: [{ name: "xl/media/image1.png", content: new Uint8Array(30 * 1024 * 1024) }] },
    "any",
    { says: /ratio.*200|/ },
  ),
  xlsx("proto-header", { strings: usual.replace("Status", "__proto__") }, "accept", { records: 1 }),
  xlsx("empty-sheet", { sheet: sheet("") }, "refuse"),
  xlsx(
    "twenty-thousand-strings",
    {
      strings: strings(
        "Company",
        "Job Title",
        "Status",
        "Northwind",
        "Analyst",
        "Applied",
        ...Array.from({ length: 20_000 }, (_, at) => `s${String(at)}`),
      ),
    },
    "accept",
    { records: 1 },
  ),
  {
    name: "xlsx/in-a-zip.zip",
    bytes: rawZip([{ name: "backup/tracker.xlsx", content: book(), method: 0 }]),
    expect: "accept",
    records: 1,
  },
  {
    name: "xlsx/is-a-docx.docx",
    bytes: rawZip([
      { name: "[Content_Types].xml", content: types },
      { name: "word/document.xml", content: "<w/>" },
    ]),
    expect: "refuse",
    says: /Word|docx/,
  },
  {
    name: "xlsx/is-an-epub.epub",
    bytes: rawZip([{ name: "mimetype", content: "application/epub+zip", method: 0 }]),
    expect: "refuse",
  },
  {
    name: "xlsx/old-office.xls",
    bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    expect: "refuse",
    says: /\.xls/,
  },
  {
    name: "xlsx/xml-table.xml",
    bytes: text(`<?xml version="1.0"?><!DOCTYPE x [${laughs}]><x/>`),
    expect: "refuse",
    says: /XML/,
  },
  ...Array.from({ length: 19 }, (_, at): HostileCase => {
    const whole = book();
    return {
      name: `xlsx/cut-at-${String((at + 1) * 5)}-percent.xlsx`,
      bytes: whole.slice(0, Math.floor((whole.length * (at + 1)) / 20)),
      expect: "refuse",
    };
  }),
];
