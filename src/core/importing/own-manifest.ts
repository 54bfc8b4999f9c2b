import { fail } from "../failure.ts";
import type { FoundFile } from "../importers/contract.ts";
import { checkArchiveVersion } from "../reading/archive-version.ts";
import { parseCheckedJson } from "../reading/check-json.ts";
import type { KindId } from "../records/any-kind.ts";
import { isKindId } from "../records/any-kind.ts";
import { isInstant } from "../records/record-schema.ts";
import type { Tombstone } from "../restore/contract.ts";
import { collectBytes } from "../zip/byte-streams.ts";
import { readPlace, type OwnPlace } from "./own-place.ts";

type JsonObject = Readonly<Record<string, unknown>>;

export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly records?: number;
  readonly kind?: KindId;
  readonly documentId?: string;
}
export interface ReadManifest extends OwnPlace {
  readonly version: string;
  readonly madeAt?: string;
  readonly files: readonly ListedFile[];
  readonly tombstones: readonly Tombstone[];
}

export const manifestFormat = "job-tracker-pro-archive";
const name = "manifest.json";

/** The manifest among the files, wherever the package was unpacked and packed again. */
export function findManifest(files: readonly FoundFile[]): FoundFile | undefined {
  return (
    files.find((file) => file.name === name) ?? files.find((file) => file.name.endsWith(`/${name}`))
  );
}

/**
 * Reads the manifest strictly: every field that the proof needs has to be there.
 * @throws FailureError `archive-damaged`, `newer-archive`.
 */
export async function readManifest(file: FoundFile): Promise<ReadManifest | undefined> {
  const value = parseCheckedJson(await collectBytes(file.open()));
  if (!isObject(value) || value["format"] !== manifestFormat) return undefined;
  const version = checkArchiveVersion(value);
  const info = value["export_info"];
  const madeAt = isObject(info) ? info["timestamp"] : undefined;
  return {
    version,
    ...(typeof madeAt === "string" ? { madeAt } : {}),
    ...readPlace(info),
    files: listOf(value, "files").map((one, index) => toListed(one, `files[${String(index)}]`)),
    tombstones: listOf(value, "tombstones").flatMap((one) => toTombstone(one)),
  };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const damaged = (where: string, detail: string): never =>
  fail({ code: "archive-damaged", where: `${name}, ${where}`, detail });

function listOf(manifest: JsonObject, key: string): readonly unknown[] {
  const list = manifest[key] ?? [];
  return Array.isArray(list) ? list : damaged(key, "It is not a list");
}

function toListed(value: unknown, where: string): ListedFile {
  if (!isObject(value)) return damaged(where, "It is not a file");
  const { name: fileName, bytes, sha256, records, kind, document_id: documentId } = value;
  if (typeof fileName !== "string" || typeof bytes !== "number") {
    return damaged(where, "A file has no name or size");
  }
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) {
    return damaged(where, "A file has no SHA-256");
  }
  return {
    name: fileName,
    bytes,
    sha256,
    ...(typeof records === "number" ? { records } : {}),
    ...(typeof kind === "string" && isKindId(kind) ? { kind } : {}),
    ...(typeof documentId === "string" ? { documentId } : {}),
  };
}

/** A tombstone that cannot be read is left out: it would only delete less. */
function toTombstone(value: unknown): readonly Tombstone[] {
  if (!isObject(value)) return [];
  const { kind, id, deletedAt } = value;
  if (typeof kind !== "string" || !isKindId(kind)) return [];
  if (typeof id !== "string" || typeof deletedAt !== "string" || !isInstant(deletedAt)) return [];
  return [{ kind, id, deletedAt }];
}
