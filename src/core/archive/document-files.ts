import type { AnyRecord } from "../records/stored-record.ts";

const byMediaType: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "application/msword": "doc",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/rtf": "rtf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "text/plain": "txt",
  "text/markdown": "md",
  "text/html": "html",
};
/** Compressed already: deflating them again costs time and saves nothing. */
const compressed = new Set(
  "pdf docx xlsx pptx odt ods zip gz 7z png jpg jpeg webp gif mp4".split(" "),
);

/**
 * Name of a document's bytes in a package: `documents/<id>.<extension>`. An id that is no safe file name
 * (imported from elsewhere) gives way to a number; the manifest keeps the id.
 */
export function documentFileName(document: AnyRecord, index: number): string {
  const safe = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(document.id);
  return `documents/${safe ? document.id : `document-${String(index + 1)}`}.${extensionOf(document)}`;
}

export function isCompressed(fileName: string): boolean {
  return compressed.has(fileName.slice(fileName.lastIndexOf(".") + 1));
}

function extensionOf(document: AnyRecord): string {
  const name = typeof document["name"] === "string" ? document["name"] : "";
  const own = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  const type = typeof document["media_type"] === "string" ? document["media_type"] : "";
  return own ?? byMediaType[type.split(";")[0]?.trim() ?? ""] ?? "bin";
}
