import type { Bytes } from "../formats/contract.ts";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Text of a part: tags become line ends, so that values of neighbouring cells never run together. */
export function textOfXml(xml: string): string {
  return xml
    .replace(/<(?:w:r|w:rPr|w:t|r|t)(?: [^>]*)?>|<\/(?:w:r|w:t|r|t)>/g, "")
    .replace(/<[^>]{0,2000}>/g, "\n")
    .replace(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
      (_, hex, decimal, name) =>
        typeof name === "string"
          ? (entities[name.toLowerCase()] ?? "")
          : codePoint(typeof hex === "string" ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\n{2,}/g, "\n");
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/**
 * What stands in a finished workbook or Word file (ISO/IEC 29500: a ZIP of XML parts), part by part:
 * cells, paragraphs, titles, properties, links. Only for files of our own making: nothing bounds a bomb.
 */
export async function* textOfPackage(bytes: ReadableStream<Bytes>): AsyncGenerator<string> {
  const { unzipSync } = await import("fflate");
  const whole = new Uint8Array(await new Response(bytes).arrayBuffer());
  const parts = unzipSync(whole, { filter: ({ name }) => /\.(?:xml|rels)$/.test(name) });
  const decoder = new TextDecoder();
  for (const [name, part] of Object.entries(parts)) {
    const xml = decoder.decode(part);
    // Attributes hold link targets and sheet names.
    const attributes = [
      ...xml.matchAll(/ (?:Target|name|tooltip|display|descr|title)="([^"]{1,4000})"/g),
    ];
    yield `${name}\n${attributes.map(([, value = ""]) => textOfXml(value)).join("\n")}\n${textOfXml(xml)}\n`;
  }
}
