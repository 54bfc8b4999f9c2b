import { fail } from "../failure.ts";
import { vaultInside } from "../capsule/read-capsule.ts";
import type { Bytes } from "../formats/contract.ts";
import type { FoundFile } from "../importers/contract.ts";
import { readVault } from "../vault/read-vault.ts";
import type { Budget } from "../zip/budget.ts";
import { newBudget } from "../zip/budget.ts";
import { collectBlob, joinBytes, streamOf } from "../zip/byte-streams.ts";
import type { OpenedZip, ZipEntry } from "../zip/open-zip.ts";
import { openZip } from "../zip/open-zip.ts";
import { sealedName } from "../zip/sealed-zip.ts";
import { limits } from "./limits.ts";
import { sniff } from "./sniff.ts";

/** How a file was packed: part of its name as a source, and of its label. */
export type Wrapping = "bare" | "zip" | "encrypted-zip" | "vault" | "capsule";
export interface Found {
  readonly files: readonly FoundFile[];
  readonly wrapping: Wrapping;
  readonly warnings: readonly string[];
}

const headBytes = 65_536;
/** Entries that are never a table or a text; their first bytes are not looked at. */
const binary = /\.(?:png|jpe?g|gif|webp|heic|pdf|docx?|mp[34]|m4a|mov|wav|webm|ttf|woff2?|zip)$/i;
const ignored = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/**
 * Takes a dropped file out of its wrapping: sealed or not, one archive inside another at most.
 * @throws FailureError `passphrase-missing`, `wrong-passphrase`, and every refusal of an archive.
 */
export async function findFiles(file: Blob, name: string, passphrase?: string): Promise<Found> {
  if (file.size === 0) {
    return fail({ code: "archive-refused", where: name, detail: "The file is empty" });
  }
  if (file.size > limits.fileBytes) {
    return fail({
      code: "limit-exceeded",
      what: "Size of the file",
      limit: limits.fileBytes,
      actual: file.size,
      unit: "bytes",
    });
  }
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const sniffed = sniff(head);
  if (sniffed === "vault" || sniffed === "capsule") {
    if (passphrase === undefined) return fail({ code: "passphrase-missing" });
    const sealed = sniffed === "vault" ? file : await vaultInside(file, name);
    const plain = await collectBlob(await readVault(sealed, { passphrase }));
    return { ...(await findInZip(plain, name)), wrapping: sniffed };
  }
  if (sniffed === "zip") return findInZip(file, name, passphrase);
  if (typeof sniffed === "object") {
    return fail({ code: "archive-refused", where: name, detail: `It is ${sniffed.not}` });
  }
  const bare = { name, size: file.size, open: () => streamOf(file), head };
  return { files: [bare], wrapping: "bare", warnings: [] };
}

async function findInZip(file: Blob, name: string, passphrase?: string): Promise<Found> {
  const budget = newBudget();
  const outer = await openZip(file, {
    budget,
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  if (isWorkbook(outer.entries))
    return { files: [workbook(file, name)], wrapping: "bare", warnings: [] };
  const [only] = outer.entries;
  if (outer.locked && outer.entries.length === 1 && only?.name === sealedName) {
    const inner = await openZip(await collectBlob(only.open()), { budget });
    return { files: await toFiles(inner), wrapping: "encrypted-zip", warnings: outer.warnings };
  }
  const nested = await openNested(outer, budget);
  const files = [...(await toFiles(outer)), ...nested.flat()];
  return { files, wrapping: "zip", warnings: outer.warnings };
}

const readable = /\.(?:csv|tsv|txt|json|ndjson|jsonl|md|ics|vcf|xlsx|ods|eml|mbox)$/i;
const isZip = ({ name }: ZipEntry): boolean => /\.zip$/i.test(name);

/**
 * One level of archives in an archive, as Notion writes them: only where nothing else is to be read, so
 * that an attached archive stays what it is. A third level is refused.
 */
async function openNested(outer: OpenedZip, budget: Budget): Promise<readonly FoundFile[][]> {
  const entries = outer.entries.filter(({ name }) => !ignored.test(name));
  if (entries.some(({ name }) => readable.test(name))) return [];
  const found: FoundFile[][] = [];
  for (const entry of entries.filter(isZip)) {
    const inner = await openZip(await collectBlob(entry.open()), { budget });
    const deeper = inner.entries.find(isZip);
    if (deeper !== undefined && !inner.entries.some(({ name }) => readable.test(name))) {
      fail({
        code: "archive-refused",
        where: `${entry.name}, ${deeper.name}`,
        detail:
          "An archive in an archive in an archive: one level is the limit, this is the second",
      });
    }
    found.push(await toFiles(inner));
  }
  return found;
}

async function toFiles(opened: OpenedZip): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for (const entry of opened.entries) {
    if (!ignored.test(entry.name)) files.push(await toFile(entry));
  }
  return files;
}

async function toFile(entry: ZipEntry): Promise<FoundFile> {
  const head = binary.test(entry.name) ? new Uint8Array(0) : await readHead(entry.open());
  return { name: entry.name, size: entry.size, open: () => entry.open(), head };
}

async function readHead(stream: ReadableStream<Bytes>): Promise<Bytes> {
  const parts: Bytes[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part);
    size += part.byteLength;
    if (size >= headBytes) break;
  }
  return joinBytes(parts).slice(0, headBytes);
}

/** An .xlsx or .ods file is a ZIP to its library, and one table to us. */
function isWorkbook(entries: readonly ZipEntry[]): boolean {
  const names = new Set(entries.map(({ name }) => name));
  return (
    names.has("xl/workbook.xml") || (names.has("content.xml") && names.has("META-INF/manifest.xml"))
  );
}

function workbook(file: Blob, name: string): FoundFile {
  const head = new Uint8Array([0x50, 0x4b, 3, 4]);
  return { name, size: file.size, open: () => streamOf(file), head };
}
