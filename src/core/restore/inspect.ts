import { attempt, fail } from "../failure.ts";
import type { FoundFile, ImportContext, Importer } from "../importers/contract.ts";
import * as shelf from "../importers/registry.ts";
import type { KindId } from "../records/any-kind.ts";
import type { Incoming, Inspection, Skipped } from "./contract.ts";
import type { Found, Wrapping } from "./find-files.ts";
import { findFiles } from "./find-files.ts";
import { nothingRescued } from "./nothing-rescued.ts";
import { seededId } from "./seeded-id.ts";
import { validateIncoming } from "./validate-incoming.ts";
import { whatItIs } from "./what-it-is.ts";

export interface InspectOptions {
  readonly name?: string;
  readonly passphrase?: string;
  /** Companies tracked here: which chats and events belong to the search. */
  readonly companies?: readonly string[];
  readonly now: () => Date;
  /** A mapping of columns that a person changed. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** A damaged file: take whatever can still be read. */
  readonly rescue?: boolean;
  /** Whatever importers there are; tests pass their own. */
  readonly importers?: Readonly<Record<string, Importer>>;
}

/**
 * Says what a dropped file holds. Reads everything, writes nothing.
 * @throws FailureError with the place and, for a limit, the actual value.
 */
export async function inspect(file: Blob, options: InspectOptions): Promise<Inspection> {
  const name = options.name ?? "The file";
  if (options.rescue === true) {
    const { rescueFiles } = await import("./rescue/rescue-files.ts");
    const rescued = await rescueFiles(file, name, options.passphrase);
    const read = await attempt(() => readFound({ ...rescued, warnings: [] }, name, options));
    return read.ok
      ? { ...read.value, rescued: rescued.pieces }
      : nothingRescued(name, rescued.pieces);
  }
  return readFound(await findFiles(file, name, options.passphrase), name, options);
}

async function readFound(found: Found, name: string, options: InspectOptions): Promise<Inspection> {
  const importers = options.importers ?? shelf;
  const [source, importer] = await chooseImporter(importers, found.files, name);
  const context: ImportContext = {
    now: options.now,
    newId: seededId,
    companies: options.companies ?? [],
    ...(options.mapping === undefined ? {} : { mapping: options.mapping }),
  };
  const read = await importer.read(found.files, context);
  const stamp = options.now().toISOString();
  const validated = await validateIncoming(read.records, { stamp });
  const bytes = new Map([...(read.bytes ?? []), ...validated.bytes]);
  const skipped: readonly Skipped[] = [...read.skipped, ...validated.skipped];
  return {
    name,
    source: sourceOf(source, found.wrapping),
    label: read.label,
    kinds: countKinds(validated.incoming),
    skipped,
    refused: validated.refused,
    refusedMore: validated.refusedMore,
    warnings: [...found.warnings, ...read.warnings, ...validated.warnings],
    incoming: validated.incoming,
    bytes,
    tombstones: read.tombstones ?? [],
    ...(read.madeAt === undefined ? {} : { madeAt: read.madeAt }),
    ...(read.version === undefined ? {} : { version: read.version }),
    ...(read.exportId === undefined ? {} : { exportId: read.exportId }),
    ...(read.chain === undefined ? {} : { chain: read.chain }),
    ...(read.mapping === undefined ? {} : { mapping: read.mapping }),
    ...(read.columns === undefined ? {} : { columns: read.columns }),
  };
}

async function chooseImporter(
  importers: Readonly<Record<string, Importer>>,
  files: readonly FoundFile[],
  name: string,
): Promise<readonly [string, Importer]> {
  const scored = await Promise.all(
    Object.entries(importers).map(async ([id, importer]) => {
      return { id, importer, score: await importer.recognises(files) };
    }),
  );
  const [best] = scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  if (best !== undefined) return [best.id, best.importer];
  const why = whatItIs(files);
  if (why === undefined) return fail({ code: "not-an-archive", name });
  return fail({ code: "archive-refused", where: name, detail: why });
}

/** Our own files are named by how they were packed: `own-vault` is what a person calls a backup. */
function sourceOf(id: string, wrapping: Wrapping): string {
  if (!id.startsWith("own-") || wrapping === "bare" || wrapping === "zip") return id;
  return `own-${wrapping}`;
}

export function countKinds(
  incoming: readonly Incoming[],
): Readonly<Partial<Record<KindId, number>>> {
  const counts: Partial<Record<KindId, number>> = {};
  for (const { kind } of incoming) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
