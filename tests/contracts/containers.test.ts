import { describe, expect, test } from "vitest";
import type { Container, ExportFile } from "../../src/core/containers/contract.ts";
import * as shelf from "../../src/core/containers/registry.ts";
import { toFailure } from "../../src/core/failure.ts";
import type { Bytes } from "../../src/core/formats/contract.ts";
import { collectBlob, collectBytes } from "../../src/core/zip/byte-streams.ts";

const key = { passphrase: "correct horse battery staple" };
const text = (content: string): Bytes => new TextEncoder().encode(content);

function stream(bytes: Bytes, piece = bytes.byteLength): ReadableStream<Bytes> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.byteLength) controller.enqueue(bytes.slice(at, at + piece));
      at += piece;
      if (at >= bytes.byteLength) controller.close();
    },
  });
}

interface Given {
  readonly name: string;
  readonly bytes: Bytes;
}
async function* filesOf(given: readonly Given[], piece?: number): AsyncGenerator<ExportFile> {
  await Promise.resolve();
  for (const { name, bytes } of given) yield { name, bytes: stream(bytes, piece) };
}

const two: readonly Given[] = [
  { name: "data/applications.json", bytes: text('[{"company":"Zoë & Søn"}]') },
  { name: "documents/d1.pdf", bytes: Uint8Array.from({ length: 9000 }, (_, i) => (i * 37) & 255) },
];
const given = (container: Container): readonly Given[] =>
  container.single === true ? two.slice(0, 1) : two;

async function unpacked(container: Container, archive: Blob, passphrase?: string) {
  const found: Given[] = [];
  for await (const file of container.unpack(archive, passphrase)) {
    found.push({ name: file.name, bytes: await collectBytes(file.bytes) });
  }
  return found;
}
const pack = (container: Container, files: AsyncIterable<ExportFile>): Promise<Blob> =>
  collectBlob(container.pack(files, container.encrypts ? key : undefined));
const phrase = (container: Container) => (container.encrypts ? key.passphrase : undefined);
const code = (work: Promise<unknown>) =>
  work.then(
    () => "no failure",
    (error: unknown) => toFailure(error).code,
  );

describe.each(Object.entries(shelf))("the container %s", (id, container) => {
  test("gives back the files it was given", async () => {
    const files = given(container);
    const archive = await pack(container, filesOf(files));
    const back = await unpacked(container, archive, phrase(container));
    expect(back.map((file) => file.bytes)).toEqual(files.map((file) => file.bytes));
    if (container.single !== true)
      expect(back.map((f) => f.name)).toEqual(files.map((f) => f.name));
  });

  test("is the same fed one byte at a time", async () => {
    const archive = await pack(container, filesOf(given(container), 1));
    const back = await unpacked(container, archive, phrase(container));
    expect(back.map((file) => file.bytes)).toEqual(given(container).map((file) => file.bytes));
  });

  test("recognises its own first bytes, and no other container does", async () => {
    expect(container.recognises(text("{}"))).toBe(false);
    if (container.single === true) return;
    const archive = await pack(container, filesOf(two));
    const head = new Uint8Array(await archive.slice(0, 65_536).arrayBuffer());
    const mine = Object.entries(shelf).filter(([, one]) => one.recognises(head));
    expect(mine.map(([name]) => name)).toEqual([id]);
  });

  test("holds no file when it is given none", async () => {
    const archive = await pack(container, filesOf([]));
    const back = await unpacked(container, archive, phrase(container));
    if (container.single !== true) expect(back).toEqual([]);
  });

  test("carries an empty file and one of several pieces", async () => {
    if (container.single === true) return;
    const big = Uint8Array.from({ length: 5_000_000 }, (_, i) => (i * i + (i >> 7) * 31) & 255);
    const files = [
      { name: "empty.txt", bytes: text("") },
      { name: "big.bin", bytes: big },
    ];
    const archive = await pack(container, filesOf(files, 70_000));
    const back = await unpacked(container, archive, phrase(container));
    expect(back.map((file) => file.bytes.byteLength)).toEqual([0, big.byteLength]);
    expect(Buffer.compare(back[1]?.bytes ?? text(""), big)).toBe(0);
  });

  test("passes on the error of a file that cannot be read", async () => {
    const broken: ExportFile = {
      name: "a.json",
      bytes: new ReadableStream({ start: (controller) => controller.error(new Error("gone")) }),
    };
    const files = (async function* () {
      await Promise.resolve();
      yield broken;
    })();
    await expect(pack(container, files)).rejects.toThrow("gone");
  });
});

const sealing = Object.entries(shelf).filter(([, container]) => container.encrypts);
describe.each(sealing)("the sealing container %s", (_, container) => {
  test("writes nothing without a passphrase", () => {
    expect(() => container.pack(filesOf(two))).toThrow("passphrase-missing");
    expect(() => container.pack(filesOf(two), { passphrase: " \n" })).toThrow("passphrase-missing");
  });

  test("says so when the passphrase is another one, or missing", async () => {
    const archive = await pack(container, filesOf(two));
    expect(await code(unpacked(container, archive, "another phrase"))).toBe("wrong-passphrase");
    expect(await code(unpacked(container, archive))).toBe("passphrase-missing");
  });

  test("shows no name and no content", async () => {
    const archive = await pack(container, filesOf(two));
    const raw = Buffer.from(await archive.arrayBuffer()).toString("latin1");
    expect(raw).not.toMatch(/company|Zoë|applications\.json|documents\/d1/);
  });
});

const packing = Object.entries(shelf).filter(([, container]) => container.single !== true);
describe.each(packing)("the archive %s", (_, container) => {
  test("is refused when it is cut off anywhere", async () => {
    const archive = await pack(container, filesOf(two));
    for (const share of [0.02, 0.3, 0.7, 0.95, 0.999]) {
      const cut = archive.slice(0, Math.floor(archive.size * share));
      expect(await code(unpacked(container, cut, phrase(container)))).not.toBe("no failure");
    }
  });

  test("never gives other bytes when one byte was flipped", { timeout: 120_000 }, async () => {
    const archive = await pack(container, filesOf(two));
    const bytes = new Uint8Array(await archive.arrayBuffer());
    for (let at = 0; at < bytes.byteLength; at += Math.ceil(bytes.byteLength / 24)) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x40;
      const back = await unpacked(container, new Blob([flipped]), phrase(container)).catch(
        () => [],
      );
      for (const [index, file] of back.entries()) expect(file.bytes).toEqual(two[index]?.bytes);
    }
  });
});
