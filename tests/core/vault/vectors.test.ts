import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { FailureCode } from "../../../src/core/failure.ts";
import { toFailure } from "../../../src/core/failure.ts";
import { readVault } from "../../../src/core/vault/read-vault.ts";
import { collectBytes } from "../../../src/core/zip/byte-streams.ts";

const folder = new URL("../../fixtures/vault/", import.meta.url);
interface Vector {
  readonly name: string;
  readonly file: string;
  readonly passphrase?: string;
  readonly secret_hex?: string;
  readonly expect: "plain" | "refused";
  readonly size?: number;
  readonly sha256?: string;
  readonly reason?: string;
  readonly before_kdf?: boolean;
  readonly about: string;
}
const { vectors } = JSON.parse(readFileSync(new URL("vectors.json", folder), "utf8")) as {
  readonly vectors: readonly Vector[];
};
const codes: Readonly<Record<string, FailureCode>> = {
  "not-a-vault": "not-an-archive",
  unsupported: "newer-archive",
  malformed: "archive-refused",
  "cannot-open": "wrong-passphrase",
  damaged: "archive-damaged",
};

function open(vector: Vector, counter: { derivations: number }) {
  const archive = new Blob([readFileSync(new URL(vector.file, folder))]);
  const credential =
    vector.secret_hex === undefined
      ? { passphrase: vector.passphrase ?? "" }
      : { secret: Uint8Array.from(Buffer.from(vector.secret_hex, "hex")) };
  return readVault(archive, credential, counter).then(collectBytes);
}

describe("a vault vector", () => {
  test.each(vectors.filter((vector) => vector.expect === "plain"))(
    "opens: $name, $about",
    async (vector) => {
      const plain = await open(vector, { derivations: 0 });
      expect(plain.byteLength).toBe(vector.size);
      expect(createHash("sha256").update(plain).digest("hex")).toBe(vector.sha256);
    },
  );

  test.each(vectors.filter((vector) => vector.expect === "refused"))(
    "is refused: $name, $about",
    async (vector) => {
      const counter = { derivations: 0 };
      const failure = await open(vector, counter).then(
        () => undefined,
        (error: unknown) => toFailure(error),
      );
      expect(failure?.code).toBe(codes[vector.reason ?? ""]);
      if (vector.before_kdf === true) expect(counter.derivations).toBe(0);
    },
  );
});
