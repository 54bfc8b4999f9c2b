import type { ExportFile } from "../containers/contract.ts";
import type { ExportInfo } from "../formats/contract.ts";
import { byteStream } from "../pipeline/byte-stream.ts";
import { payloadFolder, type ManifestFile } from "./manifest.ts";

/**
 * What makes a package a bag (BagIt 1.0, RFC 8493): the declaration, facts about it, and the checksums of
 * its payload. Asked for when the payload has been written.
 */
export function bagFiles(
  exportInfo: ExportInfo,
  written: readonly ManifestFile[],
): readonly ExportFile[] {
  const payload = written.filter(isPayload);
  return [
    file("bagit.txt", ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"]),
    file("bag-info.txt", infoLines(exportInfo, payload)),
    file("manifest-sha256.txt", payload.map(checksumLine)),
  ];
}

/** Checksums of everything that is no payload; the last file of a bag. */
export function tagManifest(written: readonly ManifestFile[]): ExportFile {
  const tags = written.filter((one) => !isPayload(one));
  return file("tagmanifest-sha256.txt", tags.map(checksumLine));
}

function isPayload({ name }: ManifestFile): boolean {
  return name.startsWith(payloadFolder);
}

function infoLines(exportInfo: ExportInfo, payload: readonly ManifestFile[]): readonly string[] {
  const bytes = payload.reduce((sum, one) => sum + one.bytes, 0);
  return [
    `Bagging-Date: ${exportInfo.timestamp.slice(0, 10)}`,
    `Bag-Software-Agent: Job Tracker Pro ${exportInfo.app_version}`,
    `External-Identifier: ${exportInfo.export_id}`,
    "External-Description: Copy of personal data under Articles 15 and 20 of the GDPR",
    `Payload-Oxum: ${String(bytes)}.${String(payload.length)}`,
  ];
}

/** A line end or a percent sign in a name would break the list (RFC 8493, 2.1.3). */
function checksumLine({ sha256, name }: ManifestFile): string {
  const safe = name.replaceAll("%", "%25").replaceAll("\n", "%0A").replaceAll("\r", "%0D");
  return `${sha256}  ${safe}`;
}

function file(name: string, lines: readonly string[]): ExportFile {
  return { name, bytes: byteStream(once(lines.map((line) => `${line}\n`).join(""))) };
}

async function* once(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  if (text !== "") yield text;
}
