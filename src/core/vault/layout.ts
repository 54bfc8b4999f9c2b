/** The sealed container `.jtb`, version 1. Frozen: a change is a new version byte (docs/formats/vault.md). */
export const magic = Uint8Array.of(0x89, 0x4a, 0x54, 0x42, 0x0d, 0x0a, 0x1a, 0x0a);

/** True when the first 8 bytes are those of a vault. */
export const startsLikeVault = (head: Uint8Array): boolean =>
  magic.every((byte, index) => head[index] === byte);

export const version = 1;
/** PBKDF2, HKDF, HMAC with SHA-256; AES-256-GCM in chunks. */
export const suite = 1;

export const fixedBytes = 16;
export const saltBytes = 32;
export const macBytes = 32;
export const tagBytes = 16;
export const wrappedBytes = 48;
export const keyBytes = 32;
export const pointBytes = 65;
export const signatureBytes = 64;
export const kdfSaltBytes = 16;

export const bounds = {
  chunkLog2: [12, 22],
  slots: [1, 8],
  headerBytes: [83, 16_384],
  iterations: [600_000, 10_000_000],
  iterationsSum: 20_000_000,
  sealedBytes: 82,
  payloadBytes: 2 ** 40,
} as const;

/** What the writer uses: 256 KiB chunks, and about 0.14 s of key derivation in Chromium. */
export const written = { chunkLog2: 18, iterations: 1_000_000 } as const;
