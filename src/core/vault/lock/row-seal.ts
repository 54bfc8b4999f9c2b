import { fail } from "../../failure.ts";
import type { Bytes } from "../../formats/contract.ts";
import { joinBytes } from "../../zip/byte-streams.ts";
import { ascii, chunkNonce } from "../keys.ts";
import { tagBytes } from "../layout.ts";
import type { Random } from "../random.ts";
import type { LockKeys } from "./lock-keys.ts";
import { decodeValue, encodeValue } from "./row-codec.ts";

const nonceBytes = 12;
const fileChunk = 2 ** 18;
/** Version of the form of rows: bound to each, so that a later form is not taken for this one. */
const rowVersion = "1";

const boundTo = (table: string, id: string): Bytes => ascii(`${table}\0${id}\0${rowVersion}`);

const damaged = (table: string, id: string): never =>
  fail({
    code: "archive-damaged",
    where: `${table} ${id}`,
    detail: "It was changed on the disk after it was locked",
  });

/** `nonce 12 || AES-256-GCM`, bound to the table and the id, so that no row passes for another. */
export async function sealValue(
  keys: LockKeys,
  random: Random,
  [table, id]: readonly [table: string, id: string],
  value: unknown,
): Promise<Bytes> {
  const iv = random(nonceBytes);
  const algorithm = { name: "AES-GCM", iv, additionalData: boundTo(table, id) };
  const sealed = await crypto.subtle.encrypt(algorithm, keys.row, await encodeValue(value));
  return joinBytes([iv, new Uint8Array(sealed)]);
}

/** @throws FailureError `archive-damaged` for a row that was changed, or put in another's place. */
export async function openValue(
  keys: LockKeys,
  [table, id]: readonly [table: string, id: string],
  box: Bytes,
): Promise<unknown> {
  const algorithm = {
    name: "AES-GCM",
    iv: box.slice(0, nonceBytes),
    additionalData: boundTo(table, id),
  };
  const plain = await crypto.subtle
    .decrypt(algorithm, keys.row, box.subarray(nonceBytes))
    .catch(() => damaged(table, id));
  return decodeValue(new Uint8Array(plain));
}

/** The name of a row that a person gave, as it may stand on the disk. */
export async function hideName(keys: LockKeys, name: string): Promise<string> {
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", keys.name, ascii(name)));
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fileKey(keys: LockKeys, salt: Bytes): Promise<CryptoKey> {
  const from = { name: "HKDF", hash: "SHA-256", salt, info: ascii("jtb/v1 attachment") };
  const aes = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(from, keys.file, aes, false, ["encrypt", "decrypt"]);
}

/** A file in chunks, as the vault has them, under a key of its own. */
export async function sealFile(keys: LockKeys, salt: Bytes, file: Blob): Promise<Blob> {
  const key = await fileKey(keys, salt);
  const parts: Blob[] = [];
  const last = Math.max(0, Math.ceil(file.size / fileChunk) - 1);
  for (let index = 0; index <= last; index += 1) {
    const piece = await file.slice(index * fileChunk, (index + 1) * fileChunk).arrayBuffer();
    const algorithm = { name: "AES-GCM", iv: chunkNonce(index, index === last) };
    parts.push(new Blob([await crypto.subtle.encrypt(algorithm, key, piece)]));
  }
  return new Blob(parts);
}

/** @throws FailureError `archive-damaged` */
export async function openFile(
  keys: LockKeys,
  salt: Bytes,
  sealed: Blob,
  type: string,
): Promise<Blob> {
  const key = await fileKey(keys, salt);
  const size = fileChunk + tagBytes;
  const parts: ArrayBuffer[] = [];
  const last = Math.max(0, Math.ceil(sealed.size / size) - 1);
  for (let index = 0; index <= last; index += 1) {
    const piece = await sealed.slice(index * size, (index + 1) * size).arrayBuffer();
    const algorithm = { name: "AES-GCM", iv: chunkNonce(index, index === last) };
    const plain = crypto.subtle.decrypt(algorithm, key, piece);
    parts.push(await plain.catch(() => damaged("blobs", `chunk ${String(index)}`)));
  }
  return new Blob(parts, { type });
}
