import { describe, expect, test } from "vitest";
import { toFailure } from "../../../src/core/failure.ts";
import type { Bytes } from "../../../src/core/formats/contract.ts";
import { makeIdentity } from "../../../src/core/vault/identity.ts";
import { readVault } from "../../../src/core/vault/read-vault.ts";
import { writeVault } from "../../../src/core/vault/write-vault.ts";
import { collectBlob, collectBytes, joinBytes } from "../../../src/core/zip/byte-streams.ts";

const passphrase = "ember velvet nickel raven nectar tulip";
async function* plain(size: number, piece = 65_000): AsyncGenerator<Bytes> {
  await Promise.resolve();
  for (let at = 0; at < size; at += piece) {
    yield new Uint8Array(Math.min(piece, size - at)).fill(at & 255);
  }
}
const chunk = 2 ** 18;

describe("a sealed stream", () => {
  test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])(
    "of %i bytes opens to the same bytes",
    async (size) => {
      const archive = await collectBlob(writeVault(plain(size), { passphrase }));
      const back = await collectBytes(await readVault(archive, { passphrase }));
      const parts: Bytes[] = [];
      for await (const part of plain(size)) parts.push(part);
      const whole = joinBytes(parts);
      expect(Buffer.compare(back, whole)).toBe(0);
    },
  );

  test("opens with the recovery code too", async () => {
    const recoveryCode = "916TE-K84EV-ZTZ74-QE4T9-6B8C7-Y*";
    const archive = await collectBlob(writeVault(plain(10), { passphrase, recoveryCode }));
    const opened = await readVault(archive, { passphrase: recoveryCode });
    expect((await collectBytes(opened)).byteLength).toBe(10);
  });

  test("of a schedule opens with the passphrase alone, and cannot be opened by the device", async () => {
    const identity = await makeIdentity(passphrase);
    const archive = await collectBlob(writeVault(plain(chunk + 5), { identity }));
    const counter = { derivations: 0 };
    const opened = await readVault(archive, { passphrase }, counter);
    expect((await collectBytes(opened)).byteLength).toBe(chunk + 5);
    expect(counter.derivations).toBe(1);
    expect(identity.signKey.extractable).toBe(false);
    const other = readVault(archive, { passphrase: "another" });
    await expect(other).rejects.toThrow("wrong-passphrase");
  });

  test("is read only as fast as it is asked for", async () => {
    let produced = 0;
    async function* endless(): AsyncGenerator<Bytes> {
      for (;;) {
        await Promise.resolve();
        produced += 1;
        yield new Uint8Array(chunk);
      }
    }
    const reader = writeVault(endless(), { passphrase }).getReader();
    await reader.read();
    await reader.read();
    expect(produced).toBeLessThan(6);
    await reader.cancel();
  });

  test("swapped, doubled or dropped chunks are refused", async () => {
    const archive = await collectBlob(writeVault(plain(4 * chunk), { passphrase }));
    const header = archive.size - 4 * (chunk + 16);
    const part = (index: number): Blob =>
      archive.slice(header + index * (chunk + 16), header + (index + 1) * (chunk + 16));
    for (const order of [
      [1, 0, 2, 3],
      [0, 0, 1, 2, 3],
      [0, 2, 3],
      [0, 1, 2],
      [0, 1, 2, 3, 3],
    ]) {
      const forged = new Blob([archive.slice(0, header), ...order.map(part)]);
      const failure = await readVault(forged, { passphrase })
        .then(collectBytes)
        .then(() => undefined, toFailure);
      expect(failure?.code).toBe("archive-damaged");
    }
  });
});
