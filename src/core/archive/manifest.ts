import type { ExportInfo } from "../formats/contract.ts";
import type { KindId } from "../records/any-kind.ts";
import type { Tombstone } from "../restore/contract.ts";

/** One file of a package, as the manifest lists it. The manifest itself is the last file and not listed. */
export interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex of the file as it stands in the package, unpacked. */
  readonly sha256: string;
  readonly records?: number;
  /** Set on a file that holds one kind. */
  readonly kind?: KindId;
  readonly format?: string;
  /** Set on the bytes of a document. */
  readonly document_id?: string;
}

export interface Manifest {
  readonly format: "job-tracker-pro-archive";
  readonly version: "1.0";
  readonly export_info: ExportInfo;
  readonly files: readonly ManifestFile[];
  /** What was deleted here, so that a merge elsewhere does not bring it back. */
  readonly tombstones: readonly Tombstone[];
}

export const manifestName = "manifest.json";

/** Where the payload of a bag lies (RFC 8493, 2.1.2). */
export const payloadFolder = "data/";

/** Name of a file of records or of a document inside a bag. */
export function payloadName(name: string): string {
  return name.startsWith(payloadFolder) ? name : `${payloadFolder}${name}`;
}

export function makeManifest(
  exportInfo: ExportInfo,
  files: readonly ManifestFile[],
  tombstones: readonly Tombstone[],
): Manifest {
  return {
    format: "job-tracker-pro-archive",
    version: "1.0",
    export_info: exportInfo,
    files,
    tombstones,
  };
}
