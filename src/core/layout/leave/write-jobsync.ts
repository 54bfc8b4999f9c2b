import type { ExportFile } from "../../containers/contract.ts";
import type { Bytes, ExportDocument } from "../../formats/contract.ts";
import { chunksOf } from "../../reading/chunks-of.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { jobsyncEntities } from "./jobsync-entities.ts";
import { openPack, packFile, rowsByKind, zipOf } from "./pack.ts";

/** A backup that JobSync restores (format version 1, import-sources C5): manifest and entities by id. */
export async function* writeJobsync(document: ExportDocument): AsyncGenerator<Bytes> {
  yield* zipOf(filesOf(document));
}

async function* filesOf(document: ExportDocument): AsyncGenerator<ExportFile> {
  const kinds = await rowsByKind(document);
  const rowsOf = (id: string): readonly CleanRow[] =>
    kinds.find(({ kind }) => kind.id === id)?.rows ?? [];
  const at = new Date(document.exportInfo.timestamp).toISOString();
  const entities = jobsyncEntities(
    {
      applications: rowsOf("applications"),
      interviews: rowsOf("interviews"),
      contacts: rowsOf("contacts"),
    },
    at,
  );
  const counts = Object.fromEntries(
    Object.entries(entities).map(([name, list]) => [name, list.length]),
  );
  const manifest = {
    formatVersion: 1,
    appVersion: `job-tracker-pro ${document.exportInfo.app_version}`,
    exportedAt: at,
    sourceEmail: "",
    counts,
  };
  yield packFile("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  yield packFile("data.json", `${JSON.stringify(entities)}\n`);
}

/** Jobs, interviews and contacts in a written backup, read from its entities and not from its manifest. */
export async function countJobsync(bytes: ReadableStream<Bytes>): Promise<number> {
  const { entries } = await openPack(bytes);
  const entry = entries.find(({ name }) => name === "data.json");
  if (entry === undefined) return 0;
  const parts: Bytes[] = [];
  for await (const chunk of chunksOf(entry.open())) parts.push(chunk);
  const value: unknown = JSON.parse(await new Blob(parts).text());
  const lists = value as Readonly<Record<string, unknown>>;
  return ["Job", "Interview", "Contact"].reduce((sum, name) => {
    const list = lists[name];
    return sum + (Array.isArray(list) ? list.length : 0);
  }, 0);
}
