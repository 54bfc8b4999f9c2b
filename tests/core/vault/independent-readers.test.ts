import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { vaultInside } from "../../../src/core/capsule/read-capsule.ts";
import { capsule } from "../../../src/core/containers/capsule.ts";
import type { ExportFile, SealingKey } from "../../../src/core/containers/contract.ts";
import type { Bytes } from "../../../src/core/formats/contract.ts";
import { makeIdentity } from "../../../src/core/vault/identity.ts";
import { writeVault } from "../../../src/core/vault/write-vault.ts";
import { collectBlob, collectBytes, streamOf } from "../../../src/core/zip/byte-streams.ts";

const passphrase = "crème velvet nickel raven nectar tulip";
const content = Uint8Array.from({ length: 600_000 }, (_, i) => (i * i) & 255);
const tools = new URL("../../../tools/", import.meta.url).pathname;

const hasPython = (): boolean => {
  try {
    execFileSync("python3", ["-c", "import cryptography"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const readers = [
  { program: "node", script: "read-vault.mjs", missing: false },
  // Counted as skipped where Python lacks its package "cryptography".
  { program: "python3", script: "read-vault.py", missing: !hasPython() },
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vault-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function sealed(key: SealingKey): Promise<string> {
  async function* plain(): AsyncGenerator<Bytes> {
    await Promise.resolve();
    yield content;
  }
  const path = join(folder, "a.jtb");
  writeFileSync(path, await collectBytes(writeVault(plain(), key)));
  return path;
}
function read(program: string, script: string, path: string, phrase: string): Buffer {
  const out = join(folder, "out.bin");
  execFileSync(program, [join(tools, script), path, out], { input: `${phrase}\n`, stdio: "pipe" });
  return readFileSync(out);
}

describe.each(readers)("the reader in $program, $script", ({ program, script, missing }) => {
  test("has fewer than 60 lines", () => {
    const lines = readFileSync(join(tools, script), "utf8").trimEnd().split("\n");
    expect(lines.length).toBeLessThan(60);
  });

  test.skipIf(missing)(
    "opens what the app sealed under a passphrase, and under the identity of a schedule",
    async () => {
      const byPhrase = await sealed({ passphrase });
      expect(Buffer.compare(read(program, script, byPhrase, passphrase), content)).toBe(0);
      const identity = await makeIdentity(passphrase);
      const bySchedule = await sealed({ identity });
      expect(Buffer.compare(read(program, script, bySchedule, passphrase), content)).toBe(0);
    },
  );

  test.skipIf(missing)("opens what a capsule carries", async () => {
    const file = { name: "a.bin", bytes: streamOf(new Blob([content])), stored: true };
    async function* files(): AsyncGenerator<ExportFile> {
      await Promise.resolve();
      yield file;
    }
    const page = await collectBlob(capsule.pack(files(), { passphrase }));
    const path = join(folder, "b.jtb");
    writeFileSync(path, await collectBytes(streamOf(await vaultInside(page))));
    const zip = read(program, script, path, passphrase);
    expect(zip.subarray(0, 2).toString()).toBe("PK");
    expect(zip.includes(Buffer.from(content))).toBe(true);
  });

  test.skipIf(missing)("opens nothing with another passphrase", async () => {
    const path = await sealed({ passphrase });
    expect(() => read(program, script, path, "another")).toThrow();
  });
});

const hasOpenssl3 = (): boolean => {
  try {
    return execFileSync("openssl", ["version"], { encoding: "utf8" }).startsWith("OpenSSL 3");
  } catch {
    return false;
  }
};

describe.skipIf(!hasOpenssl3())("the steps for OpenSSL in the format's page", () => {
  const page = readFileSync(new URL("../../../docs/formats/vault.md", import.meta.url), "utf8");
  const steps = /```sh\n([^]*?)```/.exec(page)?.[1] ?? "exit 1";
  const open = (path: string, phrase: string): void => {
    const env = { ...process.env, FILE: path, PHRASE: phrase };
    execFileSync("sh", ["-c", steps], { env, stdio: "pipe" });
  };

  test("open what the app sealed under a passphrase", async () => {
    const path = await sealed({ passphrase });
    open(path, passphrase);
    expect(Buffer.compare(readFileSync(`${path}.zip`), content)).toBe(0);
  });

  test("refuse another passphrase by the MAC of the header", async () => {
    const path = await sealed({ passphrase });
    expect(() => {
      open(path, "another");
    }).toThrow("wrong passphrase or damaged header");
  });
});
