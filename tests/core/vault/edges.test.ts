import { describe, expect, test } from "vitest";
import * as containers from "../../../src/core/containers/registry.ts";
import type { ExportFile, OpeningKey } from "../../../src/core/containers/contract.ts";
import { toFailure } from "../../../src/core/failure.ts";
import type { Bytes } from "../../../src/core/formats/contract.ts";
import { iterationsOf, readHeader } from "../../../src/core/vault/header.ts";
import { hintOfPhrase } from "../../../src/core/vault/hint-of-phrase.ts";
import { makeIdentity } from "../../../src/core/vault/identity.ts";
import { readVault } from "../../../src/core/vault/read-vault.ts";
import { measureStrength } from "../../../src/core/vault/strength.ts";
import { writeHeader, writeVault } from "../../../src/core/vault/write-vault.ts";
import { collectBlob, collectBytes, streamOf } from "../../../src/core/zip/byte-streams.ts";

const passphrase = "ember velvet nickel raven nectar tulip";
async function* plain(): AsyncGenerator<Bytes> {
  await Promise.resolve();
  yield Uint8Array.of(1, 2, 3);
}
async function* files(...names: string[]): AsyncGenerator<ExportFile> {
  await Promise.resolve();
  for (const name of names) yield { name, bytes: streamOf(new Blob([name])) };
}
async function failureOf(work: () => unknown) {
  try {
    await work();
    return undefined;
  } catch (error) {
    return toFailure(error);
  }
}
const head = (type: number, body: Bytes): Promise<Bytes> =>
  writeHeader([{ type, body }], new Uint8Array(32), new Uint8Array(32));
function identityBody(sealed: number, more: number): Bytes {
  const body = new Uint8Array(5 + 16 + 2 + sealed + 65 + 65 + 48 + 64 + more);
  const view = new DataView(body.buffer);
  body[0] = 1;
  view.setUint32(1, 1_000_000);
  view.setUint16(21, sealed);
  return body;
}

describe("a malformed header", () => {
  test.each([
    ["a slot of type 1 of another size", 1, new Uint8Array(68)],
    ["a slot of type 2 of another size", 2, new Uint8Array(96)],
    ["a slot of type 3 too short for its parts", 3, new Uint8Array(263)],
    ["a sealed identity that is too short", 3, identityBody(81, 0)],
    ["a slot of type 3 longer than its parts", 3, identityBody(82, 1)],
    ["another key derivation", 1, new Uint8Array(69)],
  ])("with %s is refused within 50 ms", async (_, type, body) => {
    const archive = new Blob([await head(type, body)]);
    const start = performance.now();
    const failure = await failureOf(() => readHeader(archive));
    expect(performance.now() - start).toBeLessThan(50);
    expect(failure?.code).toBe("archive-refused");
  });

  test("is told from a right one by one byte of its slot", async () => {
    const right = await readHeader(new Blob([await head(3, identityBody(82, 0))]));
    expect(right.slots.map(({ type, body }) => [type, iterationsOf(body)])).toEqual([
      [3, 1_000_000],
    ]);
  });

  test("of a payload beyond 2^40 bytes is refused before any derivation", async () => {
    const header = await head(3, identityBody(82, 0));
    const blob = new Blob([header]);
    const endless = (bytes: number) =>
      ({ size: bytes, slice: blob.slice.bind(blob) }) as unknown as Blob;
    const limit = header.byteLength + 2 ** 40;
    expect((await readHeader(endless(limit))).headerBytes).toBe(header.byteLength);
    const failure = await failureOf(() => readHeader(endless(limit + 1)));
    expect(failure).toMatchObject({ code: "archive-refused", detail: "More than 2^40 bytes" });
  });

  test("cut by a cloud client at any byte is refused", async () => {
    const whole = await head(3, identityBody(82, 0));
    for (let bytes = 0; bytes < whole.byteLength; bytes += 7) {
      const failure = await failureOf(() => readHeader(new Blob([whole.slice(0, bytes)])));
      expect(failure?.code).toBe(bytes < 16 ? "not-an-archive" : "archive-refused");
    }
  });
});

describe("a credential", () => {
  test("that no writer accepts costs no derivation and opens nothing", async () => {
    const archive = await collectBlob(writeVault(plain(), { passphrase }));
    for (const typed of ["", " \n", "\ud800"]) {
      const counter = { derivations: 0 };
      const failure = await failureOf(() => readVault(archive, { passphrase: typed }, counter));
      expect([failure?.code, counter.derivations]).toEqual(["wrong-passphrase", 0]);
    }
  });

  test("that is wrong costs one derivation", async () => {
    const archive = await collectBlob(writeVault(plain(), { passphrase }));
    const counter = { derivations: 0 };
    const failure = await failureOf(() => readVault(archive, { passphrase: "other" }, counter));
    expect([failure?.code, counter.derivations]).toEqual(["wrong-passphrase", 1]);
  });

  test("with half a character is refused by the writer before a byte is written", async () => {
    const archive = () => containers.vault.pack(files("a"), { passphrase: "half \ud800" });
    expect((await failureOf(archive))?.code).toBe("passphrase-weak");
  });

  test("of one run proves a schedule's file and is none of its passphrases", async () => {
    const identity = await makeIdentity(passphrase);
    const proof = Uint8Array.from({ length: 32 }, (_, at) => at);
    const archive = await collectBlob(writeVault(plain(), { identity, proof }));
    const opened = await readVault(archive, { secret: proof });
    expect(await collectBytes(opened)).toEqual(Uint8Array.of(1, 2, 3));
    const failure = await failureOf(() => readVault(archive, { secret: new Uint8Array(32) }));
    expect(failure?.code).toBe("wrong-passphrase");
  });
});

describe("a container", () => {
  async function openWith(id: keyof typeof containers, key: OpeningKey) {
    const container = containers[id];
    const archive = await collectBlob(container.pack(files("a"), { passphrase }));
    const names: string[] = [];
    for await (const file of container.unpack(archive, key)) names.push(file.name);
    return names;
  }
  const secret = { secret: new Uint8Array(32) };

  test("takes the secret of a slot where it has slots, and misses a passphrase where it has none", async () => {
    expect((await failureOf(() => openWith("vault", secret)))?.code).toBe("wrong-passphrase");
    expect((await failureOf(() => openWith("capsule", secret)))?.code).toBe("wrong-passphrase");
    expect((await failureOf(() => openWith("encrypted-zip", secret)))?.code).toBe(
      "passphrase-missing",
    );
    expect(await openWith("zip", secret)).toEqual(["a"]);
    expect(await openWith("zip", passphrase)).toEqual(["a"]);
  });

  test("seals to the identity of a schedule, and opens with its passphrase", async () => {
    const identity = await makeIdentity(passphrase);
    for (const container of [containers.vault, containers.capsule]) {
      const archive = await collectBlob(container.pack(files("a"), { identity }));
      const names: string[] = [];
      for await (const { name } of container.unpack(archive, passphrase)) names.push(name);
      expect(names).toEqual(["a"]);
    }
  });

  test("of one file refuses a second one", async () => {
    const failure = await failureOf(() => collectBlob(containers.bare.pack(files("a", "b"))));
    expect(failure?.code).toBe("unsupported");
  });

  test("of an encrypted ZIP refuses letters that programs encode in several ways, and a schedule's seal", async () => {
    const zip = containers["encrypted-zip"];
    const accented = () => zip.pack(files("a"), { passphrase: "crème velvet" });
    expect((await failureOf(accented))?.code).toBe("passphrase-weak");
    const identity = await makeIdentity(passphrase);
    expect((await failureOf(() => zip.pack(files("a"), { identity })))?.code).toBe(
      "passphrase-missing",
    );
  });
});

describe("a passphrase of one's own", () => {
  test("has the floor of a vault in a container that is not known", async () => {
    const { verdict } = await measureStrength("gulf tandem orbit", "another");
    expect(verdict).toBe((await measureStrength("gulf tandem orbit", "vault")).verdict);
  });

  test("for an encrypted ZIP is refused where it is not ASCII, with the reason", async () => {
    const strength = await measureStrength("crème brûlée à la carte 1987", "encrypted-zip");
    expect(strength.verdict).toBe("refused");
    expect(strength.why).toContain("ASCII");
    expect((await measureStrength("crème brûlée à la carte 1987", "vault")).verdict).not.toBe(
      "refused",
    );
  });
});

describe("a hint on a phrase that did not open", () => {
  test.each([
    ["ember velvet nickel", undefined],
    ["  ember velvet\n", undefined],
    ["", undefined],
    ["ember  velvet", "two blanks"],
    ["ember\u00a0velvet", "another kind"],
    ["ember\u200bvelvet", "invisible"],
    ["it\u2019s mine", "typographic"],
    ["емвер велвет", "keyboard layout"],
    ["еmber velvet", "two scripts"],
    ["EMBER VELVET", "Caps Lock"],
    ["Ember velvet", "capital letters"],
    ["crème velvet 9", "accented"],
    ["ember velvet 9", undefined],
    ["1234 5678", undefined],
  ])("%j says %s", (typed, words) => {
    const hint = hintOfPhrase(typed);
    if (words === undefined) expect(hint).toBeUndefined();
    else expect(hint).toContain(words);
  });

  test("is the same however the accents were composed", () => {
    expect(hintOfPhrase("creme\u0300 9")).toBe(hintOfPhrase("crem\u00e8 9"));
  });
});
