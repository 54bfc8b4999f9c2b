import type { ExportFile } from "../containers/contract.ts";
import { openZip, type OpenZipOptions } from "./open-zip.ts";

/** Every file of a ZIP, in its order. @throws FailureError as `openZip`. */
export async function* readEntries(
  archive: Blob,
  options: OpenZipOptions = {},
): AsyncGenerator<ExportFile> {
  const opened = await openZip(archive, options);
  for (const entry of opened.entries) yield { name: entry.name, bytes: entry.open() };
}
