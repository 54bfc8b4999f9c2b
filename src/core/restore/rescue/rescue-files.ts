import { vaultInside } from "../../capsule/read-capsule.ts";
import { fail } from "../../failure.ts";
import type { Bytes } from "../../formats/contract.ts";
import type { FoundFile } from "../../importers/contract.ts";
import { findBrokenUtf8 } from "../../reading/decode-text.ts";
import { newBudget } from "../../zip/budget.ts";
import { collectBytes, whole } from "../../zip/byte-streams.ts";
import { writeZip } from "../../zip/write-zip.ts";
import type { Piece } from "../contract.ts";
import type { Wrapping } from "../find-files.ts";
import { limits } from "../limits.ts";
import { encodingOf, sniff } from "../sniff.ts";
import { rescueVault } from "./rescue-vault.ts";
import { rescueZip, type RescuedEntry } from "./rescue-zip.ts";
import { salvageEnvelope, salvageList } from "./salvage-json.ts";
import { salvageCsv, salvageNdjson } from "./salvage-lines.ts";

export interface Rescued {
  readonly files: readonly FoundFile[];
  readonly wrapping: Wrapping;
  readonly pieces: readonly Piece[];
}

const headBytes = 65_536;
const texts = /\.(?:json|ndjson|jsonl|csv|tsv|txt|md|ics|vcf|eml|mbox)$/i;

/**
 * Whatever can still be read of a damaged file: entries by their own headers, chunks by their own seals,
 * records and rows one by one. Texts are written anew from what is whole, so that any importer reads them.
 * The manifest is left out: what it lists is not all there.
 * @throws FailureError `passphrase-missing`, `wrong-passphrase`, `limit-exceeded`, refusals of a vault's head.
 */
export async function rescueFiles(file: Blob, name: string, passphrase?: string): Promise<Rescued> {
  if (file.size > limits.rescueBytes) {
    return fail({
      code: "limit-exceeded",
      what: "Size of a damaged file",
      limit: limits.rescueBytes,
      actual: file.size,
      unit: "bytes",
    });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sniffed = sniff(bytes.subarray(0, headBytes));
  if (sniffed === "vault" || sniffed === "capsule") {
    const vault = sniffed === "vault" ? file : await vaultInside(file, name);
    const { plain, pieces } = await rescueVault(vault, passphrase);
    const inside = await rescueZip(plain, undefined, newBudget());
    return { ...fromEntries(inside.entries, [...pieces, ...inside.pieces]), wrapping: sniffed };
  }
  const zip = await rescueZip(bytes, passphrase, newBudget());
  if (zip.pieces.length === 0) {
    return { ...fromEntries([{ name, bytes, certainty: "doubtful" }], []), wrapping: "bare" };
  }
  if (zip.entries.some((entry) => entry.name === "xl/workbook.xml")) {
    return { files: [await workbookOf(name, zip.entries)], wrapping: "bare", pieces: zip.pieces };
  }
  const sealed = zip.pieces.some(({ what }) => what === "export.zip");
  return { ...fromEntries(zip.entries, zip.pieces), wrapping: sealed ? "encrypted-zip" : "zip" };
}

function fromEntries(entries: readonly RescuedEntry[], found: readonly Piece[]) {
  const pieces = [...found];
  const files = entries
    .filter(({ name }) => !/(?:^|\/)manifest\.json$/.test(name))
    .map(({ name, bytes, certainty }) => {
      if (certainty === "proved") return toFile(name, bytes);
      const salvaged = texts.test(name) || entries.length === 1 ? salvageText(bytes) : undefined;
      if (salvaged === undefined) return toFile(name, bytes);
      pieces.push(...piecesOf(name, salvaged, bytes));
      return toFile(name, new TextEncoder().encode(salvaged.text));
    });
  return { files, pieces };
}

function salvageText(bytes: Bytes) {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return salvageNdjson(text) ?? salvageEnvelope(text) ?? salvageList(text) ?? salvageCsv(text);
}

function piecesOf(
  name: string,
  { kept, lost }: NonNullable<ReturnType<typeof salvageText>>,
  bytes: Bytes,
): readonly Piece[] {
  const broken = findBrokenUtf8(bytes);
  const odd =
    broken === undefined || encodingOf(bytes) !== "utf-8"
      ? ""
      : `; not text at byte ${String(broken)}`;
  const certainty = odd === "" ? "whole" : "doubtful";
  return [
    { what: `Records of ${name}`, certainty, why: `${String(kept)} can be read${odd}` },
    ...lost.map((where): Piece => ({
      what: where,
      certainty: "lost",
      why: `It is broken, in ${name}`,
    })),
  ];
}

function toFile(name: string, bytes: Uint8Array): FoundFile {
  const content = whole(bytes);
  return {
    name,
    size: content.byteLength,
    open: () => new Blob([content]).stream(),
    head: content.slice(0, headBytes),
  };
}

/** A workbook is one file to its reader: its parts are packed again. */
async function workbookOf(name: string, entries: readonly RescuedEntry[]): Promise<FoundFile> {
  async function* parts() {
    for (const { name: part, bytes } of entries) {
      yield await Promise.resolve({ name: part, bytes: new Blob([bytes]).stream() });
    }
  }
  return toFile(name, await collectBytes(writeZip(parts())));
}
