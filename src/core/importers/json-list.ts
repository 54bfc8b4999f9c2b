import { eachRecord } from "../importing/each-record.ts";
import type { JsonObject } from "../importing/json-items.ts";
import { isObject, jsonItems } from "../importing/json-items.ts";
import { objectTable } from "../importing/objects/object-table.ts";
import { readHeader } from "../importing/table/column-words.ts";
import { mappingFor } from "../importing/table/choose-mapping.ts";
import { readApplications } from "../importing/table/table-applications.ts";
import { headText } from "../restore/sniff.ts";
import type { JsonPath } from "../reading/json-atoms.ts";
import type { FoundFile, Importer } from "./contract.ts";

/** A list of applications in JSON that somebody's own tool wrote: keys are read like the header of a table. */
export const jsonList: Importer = {
  label: "List in JSON",
  recognises: ([file, ...more]) =>
    file !== undefined && more.length === 0 && looksLikeList(file) ? 0.3 : 0,
  async read(files, context) {
    const [file] = files;
    const objects: JsonObject[] = [];
    if (file !== undefined) {
      for await (const { value } of jsonItems(file.open(), isListEntry))
        if (isObject(value)) objects.push(value);
    }
    const table = objectTable(objects);
    const reading = readApplications(table, mappingFor(table, context.mapping), context, {
      seed: "json",
    });
    return {
      ...reading,
      label: "List of applications in JSON",
      records: eachRecord(reading.records),
    };
  },
};

/** The entries of the file, or of one list inside it: `{"jobs": […]}`. */
const isListEntry = (path: JsonPath): boolean =>
  (path.length === 1 && typeof path[0] === "number") ||
  (path.length === 2 && typeof path[1] === "number");

function looksLikeList({ head }: FoundFile): boolean {
  const text = headText(head).trimStart();
  if (!/^(?:\[\s*\{|\{\s*"[^"]{1,60}"\s*:\s*\[\s*\{)/.test(text)) return false;
  const keys = new Set(
    [...text.slice(0, 8_192).matchAll(/"([A-Za-z_ ]{2,30})"\s*:/g)].map(([, key]) => key ?? ""),
  );
  const known = new Set(
    [...keys].map((key) => readHeader(key)?.target).filter((target) => target !== undefined),
  );
  return (
    known.size >= 3 &&
    (known.has("company") || known.has("url")) &&
    (known.has("title") || known.has("status"))
  );
}
