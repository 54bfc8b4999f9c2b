import { ownHead } from "../importing/own-head.ts";
import { takeHead } from "../importing/own-parts.ts";
import { readRecordLines } from "../reading/read-record-lines.ts";
import { ownLabel } from "../restore/own-label.ts";
import type { Importer } from "./contract.ts";

/** Our NDJSON: one record a line, the head in the first. */
export const ownNdjson: Importer = {
  label: "NDJSON of Job Tracker Pro",
  recognises: ([file, ...more]) =>
    file !== undefined && more.length === 0 && ownHead(file) === "ndjson" ? 1 : 0,
  async read([file]) {
    const stream = file === undefined ? new Blob().stream() : file.open();
    const parts = await takeHead(readRecordLines(stream));
    return { ...parts, label: ownLabel(parts.madeAt), skipped: [] };
  },
};
