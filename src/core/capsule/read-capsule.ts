import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { fromBase64 } from "./base64-lines.ts";
import { capsuleVersion, maxFrameBytes, maxVaultBytes, pageEnd, payloadOpens } from "./layout.ts";

/** Base64 with its line ends, and the frame around it. */
const maxCapsuleBytes = Math.ceil(maxVaultBytes / 57) * 77 + maxFrameBytes;

/**
 * The vault in a capsule. Nothing of the page is run or trusted: what a changed page could do, it does
 * in a browser; here only the payload counts, and the vault itself says whether it was changed.
 * @throws FailureError `not-an-archive`, `newer-archive`, `limit-exceeded`, `archive-damaged`.
 */
export async function vaultInside(capsule: Blob, name = "This file"): Promise<Blob> {
  const head = new Uint8Array(await capsule.slice(0, maxFrameBytes).arrayBuffer());
  const version = capsuleVersion(head);
  if (version === undefined) return fail({ code: "not-an-archive", name });
  if (version !== 1) return fail({ code: "newer-archive", version: `capsule ${String(version)}` });
  if (capsule.size > maxCapsuleBytes) {
    return fail({
      code: "limit-exceeded",
      what: "Size of a page that opens itself",
      limit: maxCapsuleBytes,
      actual: capsule.size,
      unit: "bytes",
    });
  }
  const text = new TextDecoder("latin1").decode(head);
  const opens = text.indexOf(payloadOpens);
  if (opens < 0) return damaged("The sealed file inside is missing");
  const rest = await capsule.slice(opens + payloadOpens.length).text();
  const closes = rest.length - pageEnd.length;
  if (closes < 0 || rest.slice(closes) !== pageEnd) return damaged("The page is cut off");
  const bytes: Bytes | undefined = fromBase64(rest.slice(0, closes));
  return bytes === undefined ? damaged("The sealed file inside is no base64") : new Blob([bytes]);
}

function damaged(detail: string): never {
  return fail({ code: "archive-damaged", where: "page around the sealed file", detail });
}
