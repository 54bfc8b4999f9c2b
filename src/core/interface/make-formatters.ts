import type { ExportFormatters, FormatEntry } from "../job-tracker.ts";
import type { Shelves } from "../pipeline/shelves.ts";
import type { Parts } from "./parts.ts";

/** What can be written: every format, and every container that holds several files. */
export function makeFormatters(parts: Parts): ExportFormatters {
  return { list: () => listEntries(parts.now.shelves) };
}

function listEntries({ formats, containers }: Shelves): readonly FormatEntry[] {
  return [
    ...Object.entries(formats).map(([id, { label, extension, mediaType, lossless }]) => ({
      id,
      label,
      extension,
      mediaType,
      lossless,
      encrypts: false,
    })),
    ...Object.entries(containers).flatMap(([id, { label, extension, mediaType, encrypts }]) =>
      extension === undefined
        ? []
        : [
            {
              id,
              label,
              extension,
              mediaType: mediaType ?? "application/octet-stream",
              lossless: true,
              encrypts,
            },
          ],
    ),
  ];
}
