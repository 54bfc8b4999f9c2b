import type { Bytes } from "../../formats/contract.ts";
import { chunksOf, joinBytes } from "../../reading/chunks-of.ts";

/**
 * Counts the records that a written PDF shows: every table row and conversation stands behind a
 * marked-content point (ISO 32000-1, 14.6) in the content of its page. A report sums records up instead
 * of listing them and cannot be counted: undefined.
 */
export async function countPdfRecords(bytes: ReadableStream<Bytes>): Promise<number | undefined> {
  let records = 0;
  for await (const content of pageContents(bytes)) {
    if (/^\/Summary MP$/m.test(content)) return undefined;
    records += content.match(/^\/Record MP$/gm)?.length ?? 0;
  }
  return records;
}

async function* pageContents(stream: ReadableStream<Bytes>): AsyncGenerator<string> {
  const parts: Bytes[] = [];
  for await (const chunk of chunksOf(stream)) parts.push(chunk);
  const file = joinBytes(parts);
  const latin = new TextDecoder("latin1");
  const text = latin.decode(file);
  // Our objects are plain: `<< … /Length n /Filter /FlateDecode >> stream`.
  for (const found of text.matchAll(
    /\/Length (\d+)\s*\/Filter \/FlateDecode\s*>>\s*stream\r?\n/g,
  )) {
    const from = found.index + found[0].length;
    const inflated = await inflate(file.slice(from, from + Number(found[1])));
    const content = latin.decode(inflated);
    if (/^BT$/m.test(content)) yield content;
  }
}

async function inflate(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
