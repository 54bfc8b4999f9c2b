import type { ExportFile } from "../../containers/contract.ts";
import { escapeMarkdown } from "../../escape/markdown.ts";
import { fail } from "../../failure.ts";
import type { Bytes, ExportDocument } from "../../formats/contract.ts";
import { byteStream } from "../../pipeline/byte-stream.ts";
import { chunksOf } from "../../reading/chunks-of.ts";
import type { AnyKind } from "../../records/any-kind.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { openZip } from "../../zip/open-zip.ts";
import { writeZip } from "../../zip/write-zip.ts";
import { documentHead } from "../document-head.ts";
import { linkTo, NoteNames, type NoteName } from "./note-names.ts";
import { noteText } from "./note-text.ts";

/** More notes than that no notebook opens gladly, and links want every name before the first note. */
const mostNotes = 50_000;

export async function* writeNotes(document: ExportDocument): AsyncGenerator<Bytes> {
  yield* chunksOf(writeZip(filesOf(document)));
}

interface Note {
  readonly kind: AnyKind;
  readonly row: CleanRow;
  readonly name: NoteName;
}

async function* filesOf(document: ExportDocument): AsyncGenerator<ExportFile> {
  const names = new NoteNames();
  const notes: Note[] = [];
  for await (const { kind, batches } of document.sections) {
    for await (const batch of batches) {
      for (const row of batch) notes.push({ kind, row, name: names.add(kind, row) });
      if (notes.length > mostNotes) {
        fail({
          code: "limit-exceeded",
          what: "Notes in one folder",
          limit: mostNotes,
          actual: notes.length,
        });
      }
    }
  }
  yield note("Index.md", indexText(document, notes));
  for (const { kind, row, name } of notes) {
    yield note(`${name.path}.md`, noteText(kind, row, name, names));
  }
}

function note(name: string, text: string): ExportFile {
  return { name, bytes: byteStream(once(text)) };
}

async function* once(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}

function indexText(document: ExportDocument, notes: readonly Note[]): string {
  const head = documentHead(document).map(
    ({ name, text }) => `- **${name}:** ${escapeMarkdown(text)}\n`,
  );
  const kinds = new Map<AnyKind, string[]>();
  for (const { kind, name } of notes) {
    const lines = kinds.get(kind) ?? [];
    lines.push(`- ${linkTo(name)}\n`);
    kinds.set(kind, lines);
  }
  const lists = [...kinds].map(([{ label }, lines]) => `\n## ${label}\n\n${lines.join("")}`);
  return `# ${escapeMarkdown(document.title)}\n\n${head.join("")}${lists.join("")}`;
}

/** Notes in the written folder; the index is none. */
export async function countNotes(bytes: ReadableStream<Bytes>): Promise<number> {
  const parts: Bytes[] = [];
  for await (const chunk of chunksOf(bytes)) parts.push(chunk);
  const { entries } = await openZip(new Blob(parts), {});
  return entries.filter(({ name }) => name.includes("/") && name.endsWith(".md")).length;
}
