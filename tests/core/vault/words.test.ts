import { describe, expect, test } from "vitest";
import { toFailure } from "../../../src/core/failure.ts";
import type { Bytes } from "../../../src/core/formats/contract.ts";
import { readHeader } from "../../../src/core/vault/header.ts";
import { hintOfPhrase } from "../../../src/core/vault/hint-of-phrase.ts";
import { ephemeral, makeIdentity } from "../../../src/core/vault/identity.ts";
import { headerMac, payloadKey } from "../../../src/core/vault/keys.ts";
import { drawIndex } from "../../../src/core/vault/make-passphrase.ts";
import { passkeyParams } from "../../../src/core/vault/passkey-params.ts";
import { checkPassphrase } from "../../../src/core/vault/passphrase.ts";
import { readVault } from "../../../src/core/vault/read-vault.ts";
import { makeRecoveryCode, readRecoveryCode } from "../../../src/core/vault/recovery-code.ts";
import { measureStrength } from "../../../src/core/vault/strength.ts";
import { writeHeader, writeVault } from "../../../src/core/vault/write-vault.ts";
import { collectBlob, collectBytes } from "../../../src/core/zip/byte-streams.ts";

const thirtyTwo = new Uint8Array(32);
async function failureOf(work: () => unknown) {
  try {
    await work();
    return undefined;
  } catch (error) {
    return toFailure(error);
  }
}
async function* bytes(count: number): AsyncGenerator<Bytes> {
  await Promise.resolve();
  yield new Uint8Array(count).fill(7);
}
async function changed(change: (view: DataView) => void, more = 0): Promise<Blob> {
  const good = await writeHeader([{ type: 9, body: new Uint8Array(40) }], thirtyTwo, thirtyTwo);
  const copy = new Uint8Array(good.byteLength + more);
  copy.set(good);
  change(new DataView(copy.buffer));
  return new Blob([copy]);
}
function slot(size: number, iterations = 1_000_000, sealed?: number): Bytes {
  const body = new Uint8Array(size);
  const view = new DataView(body.buffer);
  body[0] = 1;
  if (size > 5) view.setUint32(1, iterations);
  if (sealed !== undefined) view.setUint16(21, sealed);
  return body;
}
const withSlots = async (slots: readonly (readonly [number, Bytes])[]): Promise<Blob> => {
  const made = slots.map(([type, body]) => ({ type, body }));
  return new Blob([await writeHeader(made, thirtyTwo, thirtyTwo)]);
};

describe("a refusal says what it met", () => {
  const cases: readonly (readonly [string, () => Promise<Blob>])[] = [
    ["Chunk size 2^23", () => changed((view) => view.setUint8(10, 23))],
    ["0 slots", () => changed((view) => view.setUint8(11, 0))],
    ["16385 bytes of header", () => changed((view) => view.setUint32(12, 16_385))],
    ["The header is cut off", () => changed((view) => view.setUint32(12, 16_384))],
    ["A slot is cut off", () => changed((view) => view.setUint8(11, 2))],
    ["A slot runs into the checksum", () => changed((view) => view.setUint16(49, 41))],
    ["There are bytes after the last slot", () => changed((view) => view.setUint16(49, 39))],
    ["A slot of type 1 has a wrong size", () => withSlots([[1, slot(70)]])],
    ["A slot of type 2 has a wrong size", () => withSlots([[2, slot(98)]])],
    ["A slot of type 3 has a wrong size", () => withSlots([[3, slot(21)]])],
    ["A slot of type 3 has a wrong size", () => withSlots([[3, slot(265 + 83, 1_000_000, 82)]])],
    ["A sealed identity is too short", () => withSlots([[3, slot(265, 1_000_000, 0)]])],
    ["599999 iterations", () => withSlots([[1, slot(69, 599_999)]])],
    [
      "27000000 iterations in sum",
      () => withSlots([1, 1, 1].map((type) => [type, slot(69, 9_000_000)] as const)),
    ],
  ];
  test.each(cases)("%s", async (words, make) => {
    const failure = await failureOf(async () => readHeader(await make()));
    expect(failure).toEqual({
      code: "archive-refused",
      where: "head of the sealed file",
      detail: words,
    });
  });
  test("another key derivation", async () => {
    const body = slot(69);
    body[0] = 2;
    const failure = await failureOf(async () => readHeader(await withSlots([[1, body]])));
    expect(failure).toMatchObject({ detail: "A slot asks for another key derivation" });
  });
  test("a newer version by its number, and what is no vault by its name", async () => {
    const newer = await changed((view) => view.setUint8(8, 2));
    expect(await failureOf(() => readHeader(newer))).toEqual({
      code: "newer-archive",
      version: "2, suite 1",
    });
    const none = new Blob(["no vault at all, and long enough"]);
    expect(await failureOf(() => readHeader(none))).toEqual({
      code: "not-an-archive",
      name: "This file",
    });
  });
  test("a slot with an empty body is whole", async () => {
    const header = await readHeader(
      await withSlots([
        [9, new Uint8Array(0)],
        [9, slot(20)],
      ]),
    );
    expect(header.slots.map(({ body }) => body.byteLength)).toEqual([0, 20]);
  });
  test("a chunk of a cut file by its number", async () => {
    const passphrase = "ember velvet nickel raven nectar tulip";
    const made = await collectBlob(writeVault(bytes(300_000), { passphrase }));
    const cut = made.slice(0, made.size - 1);
    const failure = await failureOf(async () => collectBytes(await readVault(cut, { passphrase })));
    expect(failure).toEqual({
      code: "archive-damaged",
      where: "chunk 2 of 2",
      detail: "It was changed, cut or put in another order after it was sealed",
    });
    // A cloud client that stops at a whole chunk leaves no trace but the missing last one.
    const { headerBytes } = await readHeader(made);
    const whole = made.slice(0, headerBytes + 2 ** 18 + 16);
    const short = made.slice(0, headerBytes + 5);
    const none = made.slice(0, headerBytes);
    for (const file of [whole, short, none]) {
      const met = await failureOf(async () => collectBytes(await readVault(file, { passphrase })));
      expect(met).toMatchObject({ code: "archive-damaged", where: "chunk 1 of 1" });
    }
  });
});

describe("keys", () => {
  test("cannot be taken out again", async () => {
    const pair = await ephemeral();
    const { signKey } = await makeIdentity("ember velvet nickel");
    const mac = await headerMac(thirtyTwo, thirtyTwo, "sign");
    const payload = await payloadKey(thirtyTwo, thirtyTwo, "encrypt");
    expect([signKey, mac, payload].map(({ extractable }) => extractable)).toEqual([
      false,
      false,
      false,
    ]);
    expect(pair.publicKey.extractable).toBe(true);
  });
  test("a passphrase no reader could type is refused in words, an empty one as missing", async () => {
    expect(await failureOf(() => checkPassphrase(" \t\r\n"))).toEqual({
      code: "passphrase-missing",
    });
    expect(await failureOf(() => checkPassphrase("\ud800"))).toEqual({
      code: "passphrase-weak",
      why: "It holds half a character, which cannot be typed again.",
    });
    expect(await failureOf(() => writeVault(bytes(1), { passphrase: "" }))).toEqual({
      code: "passphrase-missing",
    });
  });
  test("a passkey has a slot beside the passphrase, and its parameter can be read", async () => {
    const param = new Uint8Array(32).fill(3);
    const secret = new Uint8Array(32).fill(4);
    const passkey = { secret, param, hint: new Uint8Array(16).fill(5) };
    const key = { passphrase: "ember velvet nickel", recoveryCode: "CODE", passkey };
    const made = await collectBlob(writeVault(bytes(3), key));
    expect(await passkeyParams(made)).toEqual([param]);
    const credentials = [{ secret }, { passphrase: "CODE" }, { passphrase: key.passphrase }];
    for (const credential of credentials) {
      expect(await collectBytes(await readVault(made, credential))).toEqual(
        new Uint8Array(3).fill(7),
      );
    }
    const plain = await collectBlob(writeVault(bytes(3), { passphrase: key.passphrase }));
    expect(await passkeyParams(plain)).toEqual([]);
  });
  test("the draw throws away exactly what lies beyond the last whole multiple", () => {
    // 65,536 is 8 × 7,776 and 3,328 more: 62,208 is the first draw without an equal chance.
    const draws = [
      [62_208 >> 8, 62_208 & 255],
      [62_207 >> 8, 62_207 & 255],
    ];
    const random = () => Uint8Array.from(draws.shift() ?? []);
    expect(drawIndex(7776, random)).toBe(7775);
    expect(draws).toEqual([]);
  });
});

describe("a recovery code", () => {
  const code = makeRecoveryCode((count) => new Uint8Array(count).fill(1));
  const zeros = makeRecoveryCode((count) => new Uint8Array(count).fill(0));
  test("forgives case, blanks, dashes, and letters that look like digits", () => {
    expect(readRecoveryCode(` ${code.toLowerCase().replaceAll("-", " -- ")}\n`)).toBe(code);
    expect(readRecoveryCode(code.replaceAll("1", "l"))).toBe(code);
    expect(readRecoveryCode(zeros.replaceAll("0", "o").replace(/o$/, "0"))).toBe(zeros);
  });
  test("is none with a symbol too few, too many, or of another alphabet", () => {
    expect(readRecoveryCode(code.slice(1))).toBeUndefined();
    expect(readRecoveryCode("")).toBeUndefined();
    expect(readRecoveryCode(`${code}0`)).toBeUndefined();
    for (const at of [0, 30]) {
      const odd = `${zeros.slice(0, at)}U${zeros.slice(at + 1)}`;
      expect(readRecoveryCode(odd)).toBeUndefined();
    }
  });
});

describe("a judgement of strength", () => {
  test("refuses, calls fair and calls good by the floors of the kind of file", async () => {
    const phrases = ["password1", "mural cinch dragon", "mural cinch dragonfly septum outfit"];
    const judge = (container: "vault" | "capsule" | "encrypted-zip") =>
      Promise.all(phrases.map(async (one) => measureStrength(one, container)));
    for (const [container, refused, good] of [
      ["vault", 12, 16],
      ["capsule", 12, 16],
      ["encrypted-zip", 16, 20],
    ] as const) {
      for (const { verdict, guessesLog10 } of await judge(container)) {
        const expected = guessesLog10 < refused ? "refused" : guessesLog10 < good ? "fair" : "good";
        expect(verdict).toBe(expected);
      }
    }
    expect((await judge("vault")).map(({ verdict }) => verdict)).toEqual([
      "refused",
      "fair",
      "good",
    ]);
    expect((await judge("encrypted-zip")).map(({ verdict }) => verdict)).toEqual([
      "refused",
      "refused",
      "good",
    ]);
  });
  test("says why where something is weak, and nothing where not", async () => {
    const weak = await measureStrength("password1", "vault");
    expect(weak.why).toEqual(expect.stringMatching(/\w/));
    const strong = await measureStrength("mural cinch dragonfly septum outfit", "vault");
    expect("why" in strong).toBe(false);
  });
});

describe("a hint", () => {
  test.each([
    ["", undefined],
    ["  ember\t", undefined],
    ["ember", undefined],
    ["ember velvet nickel", undefined],
    ["\t\n  EMBER VELVET \n ", /Caps Lock/],
    ["Ember velvet", /capital letters/],
    ["1234 5678", undefined],
    ["пароль", /keyboard layout/],
    ["pаssword", /two scripts/],
    ["straße9", /accented letters/],
  ])("of %j", (typed, words) => {
    if (words === undefined) expect(hintOfPhrase(typed)).toBeUndefined();
    else expect(hintOfPhrase(typed)).toMatch(words);
  });
});
