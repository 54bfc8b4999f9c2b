import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { listEntries } from "../../../src/core/capsule/list-entries.ts";
import { maxVaultBytes, payloadCloses, payloadOpens } from "../../../src/core/capsule/layout.ts";
import { vaultInside } from "../../../src/core/capsule/read-capsule.ts";
import { writeCapsule } from "../../../src/core/capsule/write-capsule.ts";
import { capsule } from "../../../src/core/containers/capsule.ts";
import type { ExportFile } from "../../../src/core/containers/contract.ts";
import { toFailure } from "../../../src/core/failure.ts";
import type { Bytes } from "../../../src/core/formats/contract.ts";
import { findFiles } from "../../../src/core/restore/find-files.ts";
import { readVault } from "../../../src/core/vault/read-vault.ts";
import { collectBlob, collectBytes, streamOf } from "../../../src/core/zip/byte-streams.ts";

const passphrase = "ember velvet nickel raven nectar tulip";
const hostile = '</script><img src=x onerror="alert(1)">';
const made = new Date(2026, 10, 25);
async function* files(): AsyncGenerator<ExportFile> {
  await Promise.resolve();
  yield { name: "data.json", bytes: streamOf(new Blob([hostile.repeat(5000)])) };
  yield { name: "cv.pdf", bytes: streamOf(new Blob(["%PDF-1.7"])), stored: true };
}

let page: Blob;
let text = "";
beforeAll(async () => {
  page = await collectBlob(capsule.pack(files(), { passphrase }, made));
  text = await page.text();
});
const code = (work: Promise<unknown>) =>
  work.then(
    () => "no failure",
    (error: unknown) => toFailure(error).code,
  );
const altered = (from: string, to: string): Blob => new Blob([text.replace(from, to)]);
const payload = (): string =>
  text.slice(text.indexOf(payloadOpens) + payloadOpens.length).split(payloadCloses)[0] ?? "";

describe("a capsule", () => {
  test("lets only the script and the style act whose digests its policy names", () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? "";
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^ ;]+'; style-src 'sha256-/);
    for (const [tag, directive] of [
      ["script", "script-src"],
      ["style", "style-src"],
    ] as const) {
      const content = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(text)?.[1] ?? "";
      const digest = createHash("sha256").update(content).digest("base64");
      expect(policy).toContain(`${directive} 'sha256-${digest}'`);
    }
    expect(text).not.toMatch(/ on\w+=| style=|https?:\/\/(?!www\.w3\.org)/);
  });

  test("never touches innerHTML, eval, storage or the network in its script", () => {
    const script = /<script>([^]*?)<\/script>/.exec(text)?.[1] ?? "";
    expect(script.length).toBeGreaterThan(5000);
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|fetch\(|XMLHttp|WebSocket|localStorage|indexedDB|sendBeacon/,
    );
  });

  test("says when it was made, and nothing of what is inside", () => {
    expect(text).toContain("Made on 25 November 2026");
    expect(text).not.toMatch(/onerror|data\.json|cv\.pdf/);
  });

  test("holds the vault in base64 that any program decodes, line by line", async () => {
    expect(payload()).toMatch(/^(?:[A-Za-z0-9+/]{76}\n)*[A-Za-z0-9+/]{1,76}={0,2}\n$/);
    const sealed = new Blob([Buffer.from(payload(), "base64")]);
    const plain = await collectBlob(await readVault(sealed, { passphrase }));
    const entries = await listEntries(plain);
    expect(entries.map(({ name, size }) => [name, size])).toEqual([
      ["data.json", hostile.length * 5000],
      ["cv.pdf", 8],
    ]);
    expect(await (await entries[0]?.read())?.text()).toBe(hostile.repeat(5000));
    expect(await (await entries[1]?.read())?.text()).toBe("%PDF-1.7");
  });

  test("is opened by Restore, which looks at the content and not at the name", async () => {
    const found = await findFiles(page, "anything.txt", passphrase);
    expect(found.wrapping).toBe("capsule");
    expect(found.files.map(({ name }) => name)).toEqual(["data.json", "cv.pdf"]);
    expect(await code(findFiles(page, "a.html"))).toBe("passphrase-missing");
    expect(await code(findFiles(page, "a.html", "another"))).toBe("wrong-passphrase");
  });

  test("is refused when one sign of the sealed file was altered, dropped or cut", async () => {
    const line = payload().split("\n")[20] ?? "";
    const other = line.startsWith("A") ? "B" : "A";
    const changed = altered(line, other + line.slice(1));
    expect(await code(findFiles(changed, "a.html", passphrase))).toBe("archive-damaged");
    expect(await code(vaultInside(altered(line, line.slice(1))))).toBe("archive-damaged");
    expect(await code(vaultInside(altered(line, `?${line.slice(1)}`)))).toBe("archive-damaged");
    expect(await code(vaultInside(page.slice(0, Math.floor(page.size / 2))))).toBe(
      "archive-damaged",
    );
    expect(await code(vaultInside(altered(payloadOpens, "")))).toBe("archive-damaged");
  });

  test("of a newer version is refused by name, and another web page is none", async () => {
    const newer = altered('data-job-tracker-capsule="1"', 'data-job-tracker-capsule="2"');
    expect(await code(vaultInside(newer))).toBe("newer-archive");
    expect(await code(vaultInside(new Blob(["<!doctype html>"])))).toBe("not-an-archive");
  });

  test("is refused before it is read where it is too large to be one", async () => {
    const mark = await page.slice(0, 200).arrayBuffer();
    const large = new Blob([mark, new Uint8Array(68_000_000)]);
    expect(await code(vaultInside(large))).toBe("limit-exceeded");
  });

  test("is not written beyond what a page can carry", async () => {
    async function* endless(): AsyncGenerator<Bytes> {
      for (;;) {
        await Promise.resolve();
        yield new Uint8Array(1_000_000);
      }
    }
    let written = 0;
    const drain = async () => {
      for await (const part of writeCapsule(endless(), { script: "", style: "" })) {
        written += part.byteLength;
      }
    };
    expect(await code(drain())).toBe("limit-exceeded");
    expect(written).toBeLessThan(maxVaultBytes * 1.4);
  });

  test("refuses a directory that states another length than the file has", async () => {
    const sealed = await vaultInside(page);
    const zip = await collectBytes(await readVault(sealed, { passphrase }));
    const view = new DataView(zip.buffer);
    const directory = view.getUint32(zip.byteLength - 6, true);
    view.setUint32(directory + 24, 1, true);
    const [first] = await listEntries(new Blob([zip]));
    expect(await code(first?.read() ?? Promise.resolve())).toBe("archive-damaged");
  });

  test("carries the script that the sources make today", async () => {
    const { buildCapsulePage } = await import("../../../tools/build-capsule.mjs");
    const { script, style } = await buildCapsulePage();
    expect(text.includes(script) && text.includes(style)).toBe(true);
  });
});
