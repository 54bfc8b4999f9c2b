import { writeVault } from "../../src/core/vault/write-vault.ts";
import { readVault } from "../../src/core/vault/read-vault.ts";
import { collectBlob } from "../../src/core/zip/byte-streams.ts";

const chunk = 2 ** 18;
const passphrase = "ember velvet nickel raven nectar tulip";

/**
 * Sealing against raw AES-GCM of the same chunk size, turn by turn in one run, and what a stream of one
 * gigabyte adds to the memory.
 */
export async function measureSpeed(print: (row: unknown) => void): Promise<void> {
  const megabytes = 256;
  const rounds: { readonly raw: number; readonly sealed: number }[] = [];
  for (let round = 0; round < 5; round += 1) {
    const sealed = writeVault(zeros(megabytes), { passphrase });
    rounds.push({
      raw: await rate(megabytes, raw(megabytes)),
      sealed: await rate(megabytes, sealed),
    });
  }
  const shares = rounds.map(({ raw: one, sealed }) => sealed / one).sort((a, b) => a - b);
  print({ megabytes, rounds, medianShare: shares[2] });
  const small = await collectBlob(writeVault(zeros(64), { passphrase }));
  print({ opened: await rate(64, await readVault(small, { passphrase })) });
  const before = process.memoryUsage().rss;
  let peak = before;
  for await (const part of writeVault(zeros(1024), { passphrase })) {
    if (part.byteLength > 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  print({ gigabyteGrowsMiB: Math.round((peak - before) / 2 ** 20) });
}

/** Megabytes a second from the first part on: before the header comes the derivation, the price of a guess. */
async function rate(megabytes: number, parts: AsyncIterable<Uint8Array>): Promise<number> {
  const iterator = parts[Symbol.asyncIterator]();
  await iterator.next();
  const start = performance.now();
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next());
  return Math.round(megabytes / ((performance.now() - start) / 1000));
}

async function* zeros(megabytes: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  await Promise.resolve();
  const piece = new Uint8Array(2 ** 16);
  for (let at = 0; at < megabytes * 16; at += 1) yield piece;
}

async function* raw(megabytes: number): AsyncGenerator<Uint8Array> {
  const algorithm = { name: "AES-GCM", length: 256 };
  const key = await crypto.subtle.generateKey(algorithm, false, ["encrypt"]);
  const plain = new Uint8Array(chunk);
  yield plain;
  for (let at = 0; at < megabytes * 4; at += 1) {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setUint32(7, at);
    yield new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain));
  }
}
