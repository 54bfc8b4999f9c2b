import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createHash } from "node:crypto";
import type { FailureCode } from "../../src/core/failure.ts";
import { toFailure } from "../../src/core/failure.ts";
import type { Credential } from "../../src/core/vault/open-slot.ts";
import { readVault } from "../../src/core/vault/read-vault.ts";
import { measureSpeed } from "./vault-speed.ts";

interface Case {
  readonly name: string;
  readonly file: string;
  readonly passphrase?: string;
  readonly secret_hex?: string;
}

/** Our codes, in the words of the vectors. */
const reasons: Partial<Record<FailureCode, string>> = {
  "not-an-archive": "not-a-vault",
  "newer-archive": "unsupported",
  "archive-refused": "malformed",
  "wrong-passphrase": "cannot-open",
  "archive-damaged": "damaged",
};

/** `--cases FILE`: opens every case of a vectors file, one verdict a line. `--speed`: what a byte costs. */
export async function run(args: readonly string[], print: (row: unknown) => void): Promise<number> {
  if (args.includes("--speed")) {
    await measureSpeed(print);
    return 0;
  }
  const path = args[args.indexOf("--cases") + 1];
  if (!args.includes("--cases") || path === undefined) return 2;
  const { vectors } = JSON.parse(await readFile(path, "utf8")) as { vectors: readonly Case[] };
  for (const one of vectors) {
    try {
      print(await judge(one, dirname(path)));
    } catch (error) {
      print({ name: one.name, error: String(error) });
    }
  }
  return 0;
}

async function judge(one: Case, folder: string): Promise<unknown> {
  const archive = new Blob([await readFile(join(folder, one.file))]);
  const counter = { derivations: 0 };
  const credential: Credential =
    one.secret_hex === undefined
      ? { passphrase: one.passphrase ?? "" }
      : { secret: Uint8Array.from(Buffer.from(one.secret_hex, "hex")) };
  const start = performance.now();
  const verdict = await readVault(archive, credential, counter)
    .then(digest)
    .catch((error: unknown) => {
      const failure = toFailure(error);
      return { verdict: "refused", reason: reasons[failure.code] ?? failure.code };
    });
  const ms = Math.round((performance.now() - start) * 1000) / 1000;
  return { name: one.name, ...verdict, derivations: counter.derivations, ms };
}

async function digest(plain: ReadableStream<Uint8Array>) {
  const hash = createHash("sha256");
  let size = 0;
  for await (const part of plain) {
    hash.update(part);
    size += part.byteLength;
  }
  return { verdict: "plain", size, sha256: hash.digest("hex") };
}
