import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SealingKey } from "../../../src/core/containers/contract.ts";
import type { Bytes } from "../../../src/core/formats/contract.ts";
import { makeIdentity } from "../../../src/core/vault/identity.ts";
import { writeVault } from "../../../src/core/vault/write-vault.ts";
import { collectBytes } from "../../../src/core/zip/byte-streams.ts";

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
  ["node", "read-vault.mjs"],
  ...(hasPython() ? [["python3", "read-vault.py"]] : []),
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

describe.each(readers)("the reader in %s, %s", (program = "", script = "") => {
  test("has fewer than 60 lines", () => {
    const lines = readFileSync(join(tools, script), "utf8").trimEnd().split("\n");
    expect(lines.length).toBeLessThan(60);
  });

  test("opens what the app sealed under a passphrase, and under the identity of a schedule", async () => {
    const byPhrase = await sealed({ passphrase });
    expect(Buffer.compare(read(program, script, byPhrase, passphrase), content)).toBe(0);
    const identity = await makeIdentity(passphrase);
    const bySchedule = await sealed({ identity });
    expect(Buffer.compare(read(program, script, bySchedule, passphrase), content)).toBe(0);
  });

  test("opens nothing with another passphrase", async () => {
    const path = await sealed({ passphrase });
    expect(() => read(program, script, path, "another")).toThrow();
  });
});
