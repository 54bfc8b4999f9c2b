import type { ExportFormatters, FormatEntry } from "../job-tracker.ts";
import type { Shelves } from "../pipeline/shelves.ts";

/** What can be written: every format, and every container that holds several files. */
export function makeFormatters({ formats, containers }: Shelves): ExportFormatters {
  const entries: FormatEntry[] = [
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
  return { list: () => entries };
}
