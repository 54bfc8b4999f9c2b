import { takeHead } from "../importing/own-parts.ts";
import { ownHead } from "../importing/own-head.ts";
import { readEnvelope } from "../reading/read-envelope.ts";
import { ownLabel } from "../restore/own-label.ts";
import type { Importer } from "./contract.ts";

/** Our JSON, in every version that was ever released. */
export const ownJson: Importer = {
  label: "JSON of Job Tracker Pro",
  recognises: ([file, ...more]) =>
    file !== undefined && more.length === 0 && ownHead(file) === "json" ? 1 : 0,
  async read([file]) {
    const stream = file === undefined ? new Blob().stream() : file.open();
    const parts = await takeHead(readEnvelope(stream));
    return { ...parts, label: ownLabel(parts.madeAt), skipped: [] };
  },
};
