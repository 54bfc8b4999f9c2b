import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { toBase64Lines } from "./base64-lines.ts";
import { capsuleMark, maxVaultBytes, pageEnd, payloadOpens } from "./layout.ts";
import { pageBody } from "./page-body.ts";

/** The script and the style of the page, as `tools/build-capsule.mjs` made them. */
export interface CapsulePage {
  readonly script: string;
  readonly style: string;
}

/**
 * A page that carries a sealed stream and opens it. Nothing of what is inside stands outside; only the
 * script and the style whose digests the policy names may act.
 * @throws FailureError `limit-exceeded` when the vault grows beyond what a page can carry.
 */
export async function* writeCapsule(
  vault: AsyncIterable<Bytes>,
  page: CapsulePage,
  madeOn?: string,
): AsyncGenerator<Bytes> {
  const encode = (text: string): Bytes => new TextEncoder().encode(text);
  yield encode(await headOf(page));
  yield encode(`${pageBody(madeOn)}\n${payloadOpens}`);
  for await (const lines of toBase64Lines(counted(vault))) yield encode(lines);
  yield encode(pageEnd);
}

async function* counted(vault: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  let bytes = 0;
  for await (const part of vault) {
    bytes += part.byteLength;
    if (bytes > maxVaultBytes) {
      fail({
        code: "limit-exceeded",
        what: "Size of a page that opens itself (choose the vault for more)",
        limit: maxVaultBytes,
        actual: bytes,
        unit: "bytes",
      });
    }
    yield part;
  }
}

async function headOf({ script, style }: CapsulePage): Promise<string> {
  const policy = [
    "default-src 'none'",
    `script-src '${await sourceOf(script)}'`,
    `style-src '${await sourceOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    capsuleMark,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    "<title>A sealed file</title>",
    `<style>${style}</style>`,
    `<script>${script}</script>`,
    "</head>\n",
  ].join("\n");
}

/** A hash source of the policy (CSP3, 2.3.1). */
async function sourceOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
