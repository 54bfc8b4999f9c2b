import type { TargetRef } from "../../core/pipeline/export-job.ts";
import { openPrivateFile } from "../private-file.ts";
import type { Sink } from "./contract.ts";

/**
 * Written to private storage first, then handed to the browser's downloads by the window. The copy in
 * private storage is proved; what the browser makes of it cannot be read back, and the receipt says so.
 */
export const browserDownload: Sink<Extract<TargetRef, { kind: "download" }>> = {
  label: "Downloads",
  open: (_target, file, root) => openPrivateFile(file, root, "the browser's downloads"),
};
