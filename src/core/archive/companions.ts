import type { ExportFile } from "../containers/contract.ts";
import type { ExportInfo } from "../formats/contract.ts";
import { byteStream } from "../pipeline/byte-stream.ts";
import type { Tables } from "./data-package.ts";
import type { ManifestFile } from "./manifest.ts";

/** What explains the record files of a package to other programs: asked for when these have been written. */
export function companionFiles(
  exportInfo: ExportInfo,
  written: readonly ManifestFile[],
  tables: Tables,
): readonly ExportFile[] {
  const has = (format: string): boolean => written.some((file) => file.format === format);
  return [
    ...(has("xml") ? [{ name: "export.xsd", bytes: byteStream(xmlSchema()) }] : []),
    ...(has("csv")
      ? [
          {
            name: "datapackage.json",
            bytes: byteStream(dataPackage(exportInfo, written, tables)),
          },
        ]
      : []),
  ];
}

async function* xmlSchema(): AsyncGenerator<string> {
  const { exportXmlSchema } = await import("./xml-schema.ts");
  yield exportXmlSchema();
}

async function* dataPackage(
  exportInfo: ExportInfo,
  written: readonly ManifestFile[],
  tables: Tables,
): AsyncGenerator<string> {
  const { dataPackageJson } = await import("./data-package.ts");
  yield dataPackageJson(exportInfo, written, tables);
}
