const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${word}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${word}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

export const packageRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

export const documentRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="${office}/footer" Target="footer1.xml"/></Relationships>`;

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const settings = `${declaration}<w:settings ${w}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** Sizes in half points, spaces in twentieths. Black and white do: no meaning is in a colour. */
interface StyleLook {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  readonly bold?: true;
  readonly color?: string;
  readonly before?: number;
  readonly after?: number;
  readonly more?: string;
}
const looks: readonly StyleLook[] = [
  { id: "Title", name: "Title", size: 42, bold: true, before: 40, after: 80 },
  {
    id: "Heading1",
    name: "heading 1",
    size: 28,
    bold: true,
    before: 320,
    after: 80,
    more: level(0),
  },
  {
    id: "Heading2",
    name: "heading 2",
    size: 23,
    bold: true,
    before: 240,
    after: 60,
    more: level(1),
  },
  { id: "Quiet", name: "Quiet", size: 17, color: "55565A", after: 40 },
  { id: "Cell", name: "Cell", size: 17, after: 0 },
  { id: "Record", name: "Record", size: 17, after: 0 },
  {
    id: "RecordHeading",
    name: "Record heading",
    size: 21,
    bold: true,
    before: 200,
    after: 40,
    more: "<w:keepNext/>",
  },
  {
    id: "CellHead",
    name: "Cell head",
    size: 16,
    bold: true,
    color: "55565A",
    after: 0,
    more: "<w:keepNext/>",
  },
  {
    id: "CellHeadRight",
    name: "Cell head figure",
    size: 16,
    bold: true,
    color: "55565A",
    after: 0,
    more: '<w:keepNext/><w:jc w:val="right"/>',
  },
  { id: "CellRight", name: "Cell figure", size: 17, after: 0, more: '<w:jc w:val="right"/>' },
  { id: "Footer", name: "footer", size: 16, color: "55565A", after: 0 },
];

function level(at: number): string {
  return `<w:keepNext/><w:outlineLvl w:val="${String(at)}"/>`;
}

function styleMarkup({
  id,
  name,
  size,
  bold,
  color,
  before = 0,
  after = 0,
  more = "",
}: StyleLook): string {
  const [keep, rest] = more.startsWith("<w:keepNext/>")
    ? ["<w:keepNext/>", more.slice(13)]
    : ["", more];
  const run = [
    bold === true ? "<w:b/><w:bCs/>" : "",
    color === undefined ? "" : `<w:color w:val="${color}"/>`,
    size === undefined ? "" : `<w:sz w:val="${String(size)}"/><w:szCs w:val="${String(size)}"/>`,
  ].join("");
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${keep}<w:spacing w:before="${String(before)}" w:after="${String(after)}"/>${rest}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

const border = (side: string): string =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="D5D5D0"/>`;
const tableStyle = `<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Export table"/><w:tblPr><w:tblBorders>${border("top")}${border("bottom")}${border("insideH")}</w:tblBorders><w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

/** `language` is a tag such as `en`. */
export function stylesPart(language: string): string {
  const tag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : "en";
  const fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="${tag}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
  return `${declaration}<w:styles ${w}>${defaults}${normal}${looks.map(styleMarkup).join("")}${tableStyle}</w:styles>`;
}
