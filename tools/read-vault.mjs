#!/usr/bin/env node
// Opens a sealed backup (.jtb, version 1) without the app: node read-vault.mjs FILE [OUT]
// The passphrase is read from standard input. Layout: docs/formats/vault.md. Node 20 or later, no packages.
import { readFileSync, writeFileSync } from "node:fs";
import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, pbkdf2Sync, timingSafeEqual, verify } from "node:crypto";

const [file, out = "export.zip"] = process.argv.slice(2);
const bytes = readFileSync(file);
const stop = (why) => { console.error(why); process.exit(1); };
if (bytes.length < 16 || bytes.toString("latin1", 0, 8) !== "\x89JTB\r\n\x1a\n") stop("not a vault");
if (bytes[8] !== 1 || bytes[9] !== 1) stop("another version or suite");
const [log2, slotCount, headerLen] = [bytes[10], bytes[11], bytes.readUInt32BE(12)];
if (log2 < 12 || log2 > 22 || slotCount < 1 || slotCount > 8 || headerLen < 83 || headerLen > 16384) stop("malformed header");
const salt = bytes.subarray(16, 48);
const label = (text, ...more) => Buffer.concat([Buffer.from(text), ...more]);
const hkdf = (key, info, from = salt) => Buffer.from(hkdfSync("sha256", key, from, info, 32));
function open(key, nonce, sealed) {
  const cipher = createDecipheriv("aes-256-gcm", key, nonce);
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
}
const point = (raw) => createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x: raw.subarray(1, 33).toString("base64url"), y: raw.subarray(33).toString("base64url") } });
function fileKeyOf(type, body, phrase) {
  const iterations = body.readUInt32BE(1);
  if (body[0] !== 1 || iterations < 600_000 || iterations > 10_000_000) stop("malformed slot");
  const secret = pbkdf2Sync(phrase, body.subarray(5, 21), iterations, 32, "sha256");
  if (type === 1) return open(hkdf(secret, label("jtb/v1 slot", Buffer.of(1))), Buffer.alloc(12), body.subarray(21));
  const at = 23 + body.readUInt16BE(21);
  const inner = open(hkdf(secret, "jtb/v1 identity", body.subarray(5, 21)), Buffer.alloc(12), body.subarray(23, at));
  const [pub, eph, signature] = [body.subarray(at, at + 65), body.subarray(at + 65, at + 130), body.subarray(-64)];
  const signed = label("jtb/v1 sig", salt, body.subarray(0, -64));
  if (!verify("sha256", signed, { key: point(inner.subarray(0, 65)), dsaEncoding: "ieee-p1363" }, signature)) throw new Error("forged");
  const privateKey = createPrivateKey({ key: inner.subarray(65), format: "der", type: "pkcs8" });
  const shared = diffieHellman({ privateKey, publicKey: point(eph) });
  return open(hkdf(shared, label("jtb/v1 slot", Buffer.of(3), eph, pub)), Buffer.alloc(12), body.subarray(at + 130, -64));
}
const phrase = readFileSync(0, "utf8").normalize("NFC").replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
let [at, fileKey] = [48];
for (let slot = 0; slot < slotCount; slot += 1) {
  const [type, end] = [bytes[at], at + 3 + bytes.readUInt16BE(at + 1)];
  if (!fileKey && (type === 1 || type === 3)) {
    try {
      const key = fileKeyOf(type, bytes.subarray(at + 3, end), phrase);
      const mac = createHmac("sha256", hkdf(key, "jtb/v1 header")).update(bytes.subarray(0, headerLen - 32)).digest();
      if (timingSafeEqual(mac, bytes.subarray(headerLen - 32, headerLen))) fileKey = key;
    } catch { /* the next slot */ }
  }
  at = end;
}
if (!fileKey) stop("wrong passphrase or damaged header");
const [key, size] = [hkdf(fileKey, "jtb/v1 payload"), 2 ** log2 + 16];
const parts = [];
for (let i = 0, from = headerLen; i === 0 || from < bytes.length; i += 1, from += size) {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(i, 7);
  nonce[11] = from + size >= bytes.length ? 1 : 0;
  try { parts.push(open(key, nonce, bytes.subarray(from, from + size))); } catch { stop(`chunk ${i} is damaged`); }
}
writeFileSync(out, Buffer.concat(parts));
