import { fail } from "../failure.ts";
import { eachRecord } from "../importing/each-record.ts";
import type { JsonObject } from "../importing/json-items.ts";
import { isObject, jsonItems, textOf } from "../importing/json-items.ts";
import { describeBytes, documentType, fromBase64 } from "../importing/objects/document-bytes.ts";
import { objectTable } from "../importing/objects/object-table.ts";
import { chosenTarget, mappingFor } from "../importing/table/choose-mapping.ts";
import { readApplications } from "../importing/table/table-applications.ts";
import { headText } from "../restore/sniff.ts";
import type { FoundFile, ImportContext, Importer, ReadRecord } from "./contract.ts";

const isOffline = ({ head }: FoundFile): boolean => {
  const text = headText(head).trimStart();
  return text.startsWith("{") && /"stores"\s*:\s*\{/.test(text) && /"version"\s*:\s*\d/.test(text);
};

/** The file of OfflineCV: stores of jobs, resumes, letters and files. Names inside them are a guess. */
export const offlinecv: Importer = {
  label: "OfflineCV",
  recognises: ([file, ...more]) =>
    file !== undefined && more.length === 0 && isOffline(file) ? 0.9 : 0,
  async read([file], context) {
    const stores = new Map<string, JsonObject[]>();
    let version: unknown;
    let deleted = 0;
    const isWanted = (path: readonly (string | number)[]): boolean =>
      (path.length === 3 && path[0] === "stores" && typeof path[2] === "number") ||
      (path.length === 1 && path[0] === "version");
    for await (const { value, path } of jsonItems(file?.open() ?? new Blob().stream(), isWanted)) {
      if (path.length === 1) version = value;
      else if (isObject(value)) {
        if (textOf(value["deletedAt"]) !== undefined) deleted += 1;
        else stores.set(String(path[1]), [...(stores.get(String(path[1])) ?? []), value]);
      }
    }
    if (typeof version === "number" && version > 2)
      fail({ code: "newer-archive", version: `OfflineCV ${String(version)}` });
    const bytes = new Map<string, Blob>();
    const jobs = jobRecords(stores.get("jobs") ?? stores.get("applications") ?? [], context);
    const documents: ReadRecord[] = [];
    for (const [store, list] of stores) {
      if (store === "jobs" || store === "applications") continue;
      for (const value of list) documents.push(await toDocument(value, store, context, bytes));
    }
    const skipped =
      deleted === 0
        ? []
        : [
            {
              what: `Deletion marks: ${String(deleted)}`,
              why: "What was deleted there is not taken",
            },
          ];
    const warnings = [
      "The names of the fields are a guess: look at the mapping.",
      ...jobs.warnings,
    ];
    return {
      label: "OfflineCV",
      records: eachRecord([...jobs.records, ...documents]),
      skipped: [...skipped, ...jobs.skipped],
      warnings,
      bytes,
      mapping: jobs.mapping,
      ...(jobs.columns === undefined ? {} : { columns: jobs.columns }),
    };
  },
};

function jobRecords(list: readonly JsonObject[], context: ImportContext) {
  const table = objectTable(list);
  const targets = mappingFor(table, context.mapping).map((target, at) => {
    const name = table.head[at] ?? "";
    if (chosenTarget(context.mapping, name) !== undefined) return target;
    return /^(?:id|deletedAt|updatedAt)$/.test(name) ? "skip" : target;
  });
  return readApplications(table, targets, context, { seed: "offlinecv" });
}

async function toDocument(
  value: JsonObject,
  store: string,
  context: ImportContext,
  bytes: Map<string, Blob>,
): Promise<ReadRecord> {
  const id = context.newId(`offlinecv ${store} ${String(value["id"])}`);
  const name = textOf(value["name"]) ?? textOf(value["title"]) ?? store;
  const base64 = textOf(value["base64"]) ?? textOf(value["data"]) ?? textOf(value["blob"]);
  const blob = base64 === undefined ? undefined : fromBase64(base64);
  if (blob !== undefined) bytes.set(id, blob);
  const text =
    textOf(value["body"]) ??
    textOf(value["text"]) ??
    (isObject(value["data"]) ? JSON.stringify(value["data"]) : undefined);
  const mediaType = textOf(value["type"]) ?? textOf(value["mimeType"]);
  const record = {
    id,
    name,
    document_type: documentType(name, store),
    ...(mediaType === undefined ? {} : { media_type: mediaType }),
    ...(blob === undefined ? {} : await describeBytes(blob)),
    ...(text === undefined ? {} : { text }),
  };
  return { kindId: "documents", value: record, where: `stores.${store}` };
}
