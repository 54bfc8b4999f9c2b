import type { ExportFile } from "../../containers/contract.ts";
import type { Bytes, ExportDocument } from "../../formats/contract.ts";
import { byteStream } from "../../pipeline/byte-stream.ts";
import { chunksOf } from "../../reading/chunks-of.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { openZip } from "../../zip/open-zip.ts";
import { writeZip } from "../../zip/write-zip.ts";
import { documentHead, privacyWords } from "../document-head.ts";
import { RelationNames } from "../relation-names.ts";
import { hasSpecialLayout, specialBlocks } from "../special-blocks.ts";
import { blockMarkup } from "./block-markup.ts";
import { paragraph, type Run } from "./markup.ts";
import { bodyEnd, bodyStart, corePart, footerPart, pageOf } from "./page.ts";
import {
  contentTypes,
  documentRelations,
  packageRelations,
  settings,
  stylesPart,
} from "./parts.ts";

/** A Word document (ECMA-376), streamed: memory does not grow with the number of records. */
export async function* writeDocx(document: ExportDocument): AsyncGenerator<Bytes> {
  yield* chunksOf(writeZip(partsOf(document)));
}

const bodyName = "word/document.xml";

async function* partsOf(document: ExportDocument): AsyncGenerator<ExportFile> {
  const page = pageOf(document);
  const foot = `${document.title} · ${privacyWords(document.exportInfo.privacy_level)}`;
  yield part("[Content_Types].xml", contentTypes);
  yield part("_rels/.rels", packageRelations);
  yield part("docProps/core.xml", corePart(document));
  yield part("word/_rels/document.xml.rels", documentRelations);
  yield part("word/styles.xml", stylesPart(document.language));
  yield part("word/settings.xml", settings);
  yield part("word/footer1.xml", footerPart(foot, page));
  yield { name: bodyName, bytes: byteStream(bodyOf(document)) };
}

function part(name: string, text: string): ExportFile {
  return { name, bytes: byteStream(once(text)) };
}

async function* once(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}

/** Stands in a body that shows figures instead of records. */
const summaryMark = "<!--summary-->";

async function* bodyOf(document: ExportDocument): AsyncGenerator<string> {
  const { sectionMarkup } = await import("./section-markup.ts");
  const page = pageOf(document);
  const names = new RelationNames();
  yield bodyStart;
  let begun = false;
  for await (const section of document.sections) {
    if (!begun && hasSpecialLayout(document, section)) {
      const rows: CleanRow[] = [];
      for await (const batch of section.batches) rows.push(...batch);
      for (const row of rows) names.learn(row, section);
      yield summaryMark;
      yield specialBlocks(document, rows)
        .map((block) => blockMarkup(block, page))
        .join("");
    } else {
      if (!begun) yield head(document);
      if (document.group?.as === "count") yield summaryMark;
      yield* sectionMarkup(section, document, names, page);
    }
    begun = true;
  }
  if (!begun) yield head(document);
  yield bodyEnd(page);
}

function head(document: ExportDocument): string {
  const lines = documentHead(document).map(({ name, text }) => {
    const runs: readonly Run[] = [{ text: `${name}: `, bold: true }, { text }];
    return paragraph("Quiet", runs);
  });
  return paragraph("Title", document.title) + lines.join("");
}

/** Opens the written file and counts the paragraphs that begin a record; undefined where it shows figures. */
export async function countDocx(bytes: ReadableStream<Bytes>): Promise<number | undefined> {
  const parts: Bytes[] = [];
  for await (const chunk of chunksOf(bytes)) parts.push(chunk);
  const { entries } = await openZip(new Blob(parts), {});
  const body = entries.find(({ name }) => name === bodyName);
  if (body === undefined) return 0;
  const decoder = new TextDecoder();
  let records = 0;
  let rest = "";
  for await (const chunk of chunksOf(body.open())) {
    const text = rest + decoder.decode(chunk, { stream: true });
    if (text.includes(summaryMark)) return undefined;
    const found = [...text.matchAll(/<w:pStyle w:val="Record(?:Heading)?"\/>/g)];
    records += found.length;
    const last = found.at(-1);
    const from = last === undefined ? 0 : last.index + last[0].length;
    rest = text.slice(Math.max(from, text.length - 40));
  }
  return records;
}
