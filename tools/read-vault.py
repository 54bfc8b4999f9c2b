#!/usr/bin/env python3
"""Opens a sealed backup (.jtb, version 1) without the app: read-vault.py FILE [OUT] [--rescue]
The passphrase is read from standard input. Layout: docs/formats/vault.md.
Needs the package "cryptography". --rescue skips the header MAC when a slot opened."""
import hashlib, hmac, struct, sys, unicodedata
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import load_der_private_key

args = [a for a in sys.argv[1:] if a != "--rescue"]
data = open(args[0], "rb").read()
phrase = unicodedata.normalize("NFC", sys.stdin.buffer.read().decode()).strip("\t\n\r ").encode()
if len(data) < 16 or data[:8] != b"\x89JTB\r\n\x1a\n": sys.exit("not a vault")
version, suite, log2, count, header_len = struct.unpack(">BBBBI", data[8:16])
if (version, suite) != (1, 1): sys.exit("another version or suite")
if not (12 <= log2 <= 22 and 1 <= count <= 8 and 83 <= header_len <= 16384): sys.exit("malformed header")
salt, zero = data[16:48], bytes(12)

def hkdf(key, info, salt=salt):
    return HKDF(hashes.SHA256(), 32, salt, info).derive(key)

def point(raw):
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)

def file_key(kind, body):
    kdf, iterations = struct.unpack(">BI", body[:5])
    if kdf != 1 or not 600_000 <= iterations <= 10_000_000: sys.exit("malformed slot")
    secret = hashlib.pbkdf2_hmac("sha256", phrase, body[5:21], iterations, 32)
    if kind == 1:
        return AESGCM(hkdf(secret, b"jtb/v1 slot\x01")).decrypt(zero, body[21:], b"")
    at = 23 + struct.unpack(">H", body[21:23])[0]
    inner = AESGCM(hkdf(secret, b"jtb/v1 identity", body[5:21])).decrypt(zero, body[23:at], b"")
    pub, eph, wrapped, sig = body[at:at+65], body[at+65:at+130], body[at+130:-64], body[-64:]
    der = utils.encode_dss_signature(int.from_bytes(sig[:32], "big"), int.from_bytes(sig[32:], "big"))
    point(inner[:65]).verify(der, b"jtb/v1 sig" + salt + body[:-64], ec.ECDSA(hashes.SHA256()))
    shared = load_der_private_key(inner[65:], None).exchange(ec.ECDH(), point(eph))
    return AESGCM(hkdf(shared, b"jtb/v1 slot\x03" + eph + pub)).decrypt(zero, wrapped, b"")

key, at = None, 48
for _ in range(count):
    kind, size = struct.unpack(">BH", data[at:at+3])
    if key is None and kind in (1, 3):
        try:
            found = file_key(kind, data[at+3:at+3+size])
            mac = hmac.digest(hkdf(found, b"jtb/v1 header"), data[:header_len-32], "sha256")
            if "--rescue" in sys.argv or hmac.compare_digest(mac, data[header_len-32:header_len]): key = found
        except Exception: pass
    at += 3 + size
if key is None: sys.exit("wrong passphrase or damaged header")
cipher, size = AESGCM(hkdf(key, b"jtb/v1 payload")), 2**log2 + 16
with open(args[1] if len(args) > 1 else "export.zip", "wb") as out:
    for i, at in enumerate(range(header_len, max(len(data), header_len + 1), size)):
        final = b"\x01" if at + size >= len(data) else b"\x00"
        try: out.write(cipher.decrypt(bytes(7) + struct.pack(">I", i) + final, data[at:at+size], b""))
        except Exception: sys.exit(f"chunk {i} is damaged")
