import { privatePlace } from "../../core/pipeline/ports.ts";
import type { TargetRef } from "../../core/pipeline/export-job.ts";
import { openPrivateFile } from "../private-file.ts";
import type { Sink } from "./contract.ts";

/** Kept in this browser, under the id of the export, until it is cleaned up. */
export const privateStorage: Sink<Extract<TargetRef, { kind: "private" }>> = {
  label: "This browser's private storage",
  open: (_target, file, root) => openPrivateFile(file, root, privatePlace),
};
