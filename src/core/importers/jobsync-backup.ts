import { fail } from "../failure.ts";
import { eachRecord } from "../importing/each-record.ts";
import { isObject, textOf } from "../importing/json-items.ts";
import { describeBytes, documentType } from "../importing/objects/document-bytes.ts";
import { Entities, objectsIn } from "../importing/objects/jobsync-entities.ts";
import type { JobSyncIds } from "../importing/objects/jobsync-records.ts";
import {
  activityRecords,
  contactRecords,
  interviewRecords,
  jobRecords,
  jobSyncIds,
} from "../importing/objects/jobsync-records.ts";
import { parseCheckedJson } from "../reading/check-json.ts";
import { headText } from "../restore/sniff.ts";
import type { Skipped } from "../restore/contract.ts";
import { collectBlob, collectBytes } from "../zip/byte-streams.ts";
import type { FoundFile, Importer, ReadRecord } from "./contract.ts";

const taken = new Set(
  "Company JobTitle Location JobSource Tag ActivityType File Resume Job Note Interview Contact Activity _JobToTag jobStatuses Profile user".split(
    " ",
  ),
);
const named = (files: readonly FoundFile[], name: string): FoundFile | undefined =>
  files.find((file) => file.name === name || file.name.endsWith(`/${name}`));

/** The backup of JobSync: entities that refer to each other, and files. Its settings are not taken. */
export const jobsyncBackup: Importer = {
  label: "Backup of JobSync",
  recognises(files) {
    const manifest = named(files, "manifest.json");
    const text = manifest === undefined ? "" : headText(manifest.head);
    return /"formatVersion"\s*:/.test(text) &&
      /"JobTitle"\s*:/.test(text) &&
      named(files, "data.json") !== undefined
      ? 0.95
      : 0;
  },
  async read(files, context) {
    const manifest = await readObject(named(files, "manifest.json"));
    const version = manifest["formatVersion"];
    if (typeof version === "number" && version > 1)
      fail({ code: "newer-archive", version: `JobSync ${String(version)}` });
    const entities = new Entities(
      new Map(
        Object.entries(await readObject(named(files, "data.json"))).map(([name, list]) => [
          name,
          objectsIn(list),
        ]),
      ),
    );
    const ids = jobSyncIds(context);
    const bytes = new Map<string, Blob>();
    const documents = await documentRecords(entities, files, ids, bytes);
    const interviews = interviewRecords(entities, ids);
    const records = [
      ...jobRecords(entities, ids),
      ...interviews,
      ...contactRecords(entities, ids, context),
      ...activityRecords(entities, context),
      ...documents,
    ];
    const undated = interviews.filter(
      ({ value }) => (value as { starts_at?: unknown }).starts_at === undefined,
    ).length;
    const missing = documents.length - bytes.size;
    const skipped: Skipped[] = entities.names
      .filter((name) => !taken.has(name) && entities.list(name).length > 0)
      .map((name) => ({
        what: name,
        why: "Not taken: it has no place here, or is a setting of the other app",
      }));
    const warnings: string[] = [];
    if (missing > 0) warnings.push(`Documents without their file: ${String(missing)}.`);
    if (undated > 0) warnings.push(`Interviews without a date: ${String(undated)}.`);
    const madeAt = textOf(manifest["exportedAt"]);
    return {
      label: "Backup of JobSync",
      ...(madeAt === undefined ? {} : { madeAt }),
      records: eachRecord(records),
      skipped,
      warnings,
      bytes,
    };
  },
};

async function readObject(file: FoundFile | undefined): Promise<Readonly<Record<string, unknown>>> {
  const value = file === undefined ? {} : parseCheckedJson(await collectBytes(file.open()));
  if (isObject(value)) return value;
  return fail({
    code: "archive-damaged",
    where: file?.name ?? "data.json",
    detail: "It is not an object",
  });
}

async function documentRecords(
  entities: Entities,
  files: readonly FoundFile[],
  ids: JobSyncIds,
  bytes: Map<string, Blob>,
): Promise<readonly ReadRecord[]> {
  const records: ReadRecord[] = [];
  for (const [at, file] of entities.list("File").entries()) {
    const id = ids.file(file["id"]);
    const found = files.find(({ name }) => name.includes(`files/${String(file["id"])}/`));
    const blob =
      found === undefined ? undefined : await collectBlob(found.open(), "application/octet-stream");
    if (blob !== undefined) bytes.set(id, blob);
    const name = textOf(file["fileName"]) ?? found?.name.split("/").at(-1) ?? "File";
    const resume = entities.list("Resume").find((one) => one["FileId"] === file["id"]);
    const value = {
      id,
      name,
      document_type: documentType(name, textOf(file["fileType"]) ?? ""),
      ...(blob === undefined ? {} : await describeBytes(blob)),
      ...(textOf(resume?.["title"]) === undefined ? {} : { notes: textOf(resume?.["title"]) }),
      ...(textOf(file["uploadedAt"]) === undefined
        ? {}
        : { created_at: textOf(file["uploadedAt"]) }),
    };
    records.push({ kindId: "documents", value, where: `File[${String(at)}]` });
  }
  return records;
}
