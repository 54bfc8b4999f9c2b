import type { Bytes } from "../../formats/contract.ts";
import { chunksOf, joinBytes } from "../../reading/chunks-of.ts";

/**
 * Counts the records that a written PDF shows: every table row and conversation stands behind a
 * marked-content point (ISO 32000-1, 14.6) in the content of its page. A report sums records up instead
 * of listing them and cannot be counted: undefined.
 */
export async function countPdfRecords(bytes: ReadableStream<Bytes>): Promise<number | undefined> {
  let records = 0;
  for (const content of (await readObjects(bytes)).pages) {
    if (/^\/Summary MP$/m.test(content)) return undefined;
    records += content.match(/^\/Record MP$/gm)?.length ?? 0;
  }
  return records;
}

/** The text of each page of a written PDF, line by line as it stands in the content. */
export async function* readPdfText(bytes: ReadableStream<Bytes>): AsyncGenerator<string> {
  const { pages, fonts } = await readObjects(bytes);
  for (const content of pages) yield pageText(content, fonts);
}

type GlyphTexts = readonly string[];
interface PdfObjects {
  /** Contents of pages, inflated. */
  readonly pages: readonly string[];
  /** What the glyphs of a font stand for, by the name its pages use. */
  readonly fonts: ReadonlyMap<string, GlyphTexts>;
}

async function readObjects(stream: ReadableStream<Bytes>): Promise<PdfObjects> {
  const parts: Bytes[] = [];
  for await (const chunk of chunksOf(stream)) parts.push(chunk);
  const file = joinBytes(parts);
  const text = latin.decode(file);
  const pages: string[] = [];
  const glyphs = new Map<string, GlyphTexts>();
  // Our objects are plain: `12 0 obj << /Length n /Filter /FlateDecode >> stream`.
  const streams =
    /^(\d+) 0 obj\s*<<\s*\/Length (\d+)\s*\/Filter \/FlateDecode\s*>>\s*stream\r?\n/gm;
  for (const found of text.matchAll(streams)) {
    const from = found.index + found[0].length;
    const content = latin.decode(await inflate(file.slice(from, from + Number(found[2]))));
    if (content.includes("beginbfrange")) glyphs.set(found[1] ?? "", readGlyphTexts(content));
    else if (/^BT$/m.test(content)) pages.push(content);
  }
  return { pages, fonts: nameFonts(text, glyphs) };
}

const latin = new TextDecoder("latin1");

async function inflate(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A page calls a font `/F1`, which refers to a font object, which refers to its `ToUnicode` map. */
function nameFonts(
  file: string,
  glyphs: ReadonlyMap<string, GlyphTexts>,
): ReadonlyMap<string, GlyphTexts> {
  const maps = new Map<string, string>();
  const objects =
    /^(\d+) 0 obj\s*<<\s*\/Type \/Font\s*\/Subtype \/Type0[^>]*?\/ToUnicode (\d+) 0 R/gm;
  for (const [, font = "", map = ""] of file.matchAll(objects)) maps.set(font, map);
  const names = new Map<string, GlyphTexts>();
  for (const [, name = "", font = ""] of file.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const texts = glyphs.get(maps.get(font) ?? "");
    if (texts !== undefined) names.set(name, texts);
  }
  return names;
}

/** The map is one list in the order of glyphs: `<0000> <00ff> [<0041> <00660069> …]`. */
function readGlyphTexts(map: string): GlyphTexts {
  const lists = Array.from(map.matchAll(/\[([^\]]*)\]/g), ([, list = ""]) => list);
  return lists.flatMap((list) =>
    Array.from(list.matchAll(/<([0-9a-fA-F ]*)>/g), ([, units = ""]) =>
      String.fromCharCode(
        ...(units.match(/[0-9a-fA-F]{4}/g) ?? []).map((hex) => parseInt(hex, 16)),
      ),
    ),
  );
}

/** Stretches on one baseline form a line; a stretch that begins elsewhere is set off by a blank. */
function pageText(content: string, fonts: ReadonlyMap<string, GlyphTexts>): string {
  let text = "";
  let glyphs: GlyphTexts = [];
  let baseline = "";
  const operators = /\/(F\d+) [\d.]+ Tf|1 0 0 1 [-\d.]+ ([-\d.]+) Tm|\[([^\]]*)\] TJ/g;
  for (const [, font, y, shown] of content.matchAll(operators)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? [];
    else if (y !== undefined) {
      text += y === baseline ? " " : "\n";
      baseline = y;
    } else {
      const codes = (shown ?? "").match(/(?<=<[0-9a-f]*)[0-9a-f]{4}(?=[0-9a-f]*>)/g) ?? [];
      text += codes.map((code) => glyphs[parseInt(code, 16)] ?? "").join("");
    }
  }
  return text.trim();
}
