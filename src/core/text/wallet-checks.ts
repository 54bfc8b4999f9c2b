import { keccak_256 } from "@noble/hashes/sha3.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Base58Check: the last four bytes are the double SHA-256 of the rest. */
export function isBase58Check(text: string): boolean {
  let value = 0n;
  for (const char of text) {
    const digit = base58.indexOf(char);
    if (digit < 0) return false;
    value = value * 58n + BigInt(digit);
  }
  const hex = value.toString(16);
  const bytes =
    (hex.length % 2 === 0 ? hex : `0${hex}`).match(/../g)?.map((pair) => parseInt(pair, 16)) ?? [];
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const all = Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes]);
  if (all.length < 20) return false;
  const check = sha256(sha256(all.slice(0, -4))).slice(0, 4);
  return check.every((byte, i) => byte === all[all.length - 4 + i]);
}

const bech32Letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/** BIP 173 and BIP 350: the polymod of prefix and data is 1 or the bech32m constant. */
export function isBech32(text: string): boolean {
  const small = text.toLowerCase();
  const split = small.lastIndexOf("1");
  const prefix = small.slice(0, split);
  const values = Array.from(prefix).map((char) => char.charCodeAt(0) >> 5);
  values.push(0, ...Array.from(prefix).map((char) => char.charCodeAt(0) & 31));
  for (const char of small.slice(split + 1)) {
    const value = bech32Letters.indexOf(char);
    if (value < 0) return false;
    values.push(value);
  }
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((generator, i) => {
      if ((top >>> i) & 1) check ^= generator;
    });
  }
  return check === 1 || check === 0x2bc830a3;
}

/** EIP-55: capitals follow the Keccak hash; one case throughout carries no checksum and passes. */
export function isEthereum(text: string): boolean {
  const body = text.slice(2);
  if (body === body.toLowerCase() || body === body.toUpperCase()) return true;
  const hash = bytesToHex(keccak_256(utf8ToBytes(body.toLowerCase())));
  return Array.from(body).every(
    (char, i) =>
      /\d/.test(char) || (char === char.toUpperCase()) === parseInt(hash.charAt(i), 16) > 7,
  );
}
