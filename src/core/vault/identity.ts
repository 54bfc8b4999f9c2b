import type { SealedIdentity } from "../containers/contract.ts";
import type { Bytes } from "../formats/contract.ts";
import { joinBytes } from "../zip/byte-streams.ts";
import { ascii, hkdf, pbkdf2, sealOnce, unsealOnce } from "./keys.ts";
import { kdfSaltBytes, pointBytes, written } from "./layout.ts";
import type { DrawSecret } from "./random.ts";
import { drawSecret } from "./random.ts";

const ecdh = { name: "ECDH", namedCurve: "P-256" } as const;
const ecdsa = { name: "ECDSA", namedCurve: "P-256" } as const;
const sha = { name: "ECDSA", hash: "SHA-256" } as const;
const identityLabel = ascii("jtb/v1 identity");
const signLabel = ascii("jtb/v1 sig");

export interface Identity {
  readonly signedBy: Bytes;
  readonly opensWith: CryptoKey;
}

/**
 * Makes what a schedule keeps: it can seal and sign, and cannot open. The private half is sealed under
 * the passphrase and then dropped.
 */
export async function makeIdentity(
  passphrase: string,
  draw: DrawSecret = drawSecret,
): Promise<SealedIdentity> {
  const exchange = await crypto.subtle.generateKey(ecdh, true, ["deriveBits"]);
  const signing = await crypto.subtle.generateKey(ecdsa, false, ["sign", "verify"]);
  const salt = await draw(kdfSaltBytes);
  const { iterations } = written;
  const secret = await pbkdf2(passphrase, salt, iterations);
  const plain = joinBytes([
    await rawPoint(signing.publicKey),
    new Uint8Array(await crypto.subtle.exportKey("pkcs8", exchange.privateKey)),
  ]);
  const sealed = await sealOnce(await hkdf(secret, salt, identityLabel), plain);
  const pub = await rawPoint(exchange.publicKey);
  return { iterations, salt, sealed, pub, signKey: signing.privateKey };
}

/** @throws when the passphrase is another one. */
export async function unsealIdentity(secret: Bytes, salt: Bytes, sealed: Bytes): Promise<Identity> {
  const plain = await unsealOnce(await hkdf(secret, salt, identityLabel), sealed);
  const opensWith = await crypto.subtle.importKey("pkcs8", plain.slice(pointBytes), ecdh, false, [
    "deriveBits",
  ]);
  return { signedBy: plain.slice(0, pointBytes), opensWith };
}

export async function rawPoint(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey("raw", key));
}

/** The x-coordinate that both halves of an exchange arrive at. */
export async function agree(own: CryptoKey, other: Bytes): Promise<Bytes> {
  const point = await crypto.subtle.importKey("raw", other, ecdh, false, []);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: point }, own, 256));
}

/** A key pair for one file. */
export function ephemeral(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ecdh, true, ["deriveBits"]);
}

/** Without a signature, whoever saw one backup could forge another that opens with the passphrase. */
export async function signSlot(key: CryptoKey, fileSalt: Bytes, body: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(sha, key, joinBytes([signLabel, fileSalt, body])));
}

export async function isSignedBy(
  point: Bytes,
  signature: Bytes,
  fileSalt: Bytes,
  body: Bytes,
): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", point, ecdsa, false, ["verify"]);
  return crypto.subtle.verify(sha, key, signature, joinBytes([signLabel, fileSalt, body]));
}
