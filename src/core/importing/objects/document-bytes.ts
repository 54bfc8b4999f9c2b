import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "../../formats/contract.ts";

/** Size, SHA-256 and bytes of a document that came along. */
export async function describeBytes(
  blob: Blob,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = sha256.create();
  for await (const part of blob.stream() as ReadableStream<Bytes>) hash.update(part);
  return { size: blob.size, sha256: bytesToHex(hash.digest()) };
}

/** What a text in base64 holds, or undefined where it is none. A `data:` head is allowed. */
export function fromBase64(text: string): Blob | undefined {
  const plain = text.replace(/^data:[^,]*,/, "").replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain) || plain.length % 4 === 1) return undefined;
  try {
    const binary = atob(plain);
    return new Blob([Uint8Array.from(binary, (sign) => sign.charCodeAt(0))], {
      type: "application/octet-stream",
    });
  } catch {
    return undefined;
  }
}

/** Resume, letter or other, from what a file is called. */
export function documentType(name: string, hint = ""): string {
  const words = `${name} ${hint}`.toLowerCase();
  if (/cover|letter|anschreiben|motivation/.test(words)) return "cover letter";
  return /\bcv\b|resume|résumé|lebenslauf|curriculum/.test(words) ? "resume" : "other";
}
