/** `9f3c 71ae 04d8 …`: hex in groups of four, whole. */
export function spacedDigest(digest: string): string {
  return digest.replace(/(.{4})(?=.)/gu, "$1 ");
}

/** `9f3c 71ae 04d8 b2c6 … 5e10 88af`: the first four and last two groups; `brief`: three and one. */
export function shortDigest(digest: string, brief = false): string {
  if (digest.length <= 24) return spacedDigest(digest);
  if (brief) return `${spacedDigest(digest.slice(0, 12))} … ${digest.slice(-4)}`;
  return `${spacedDigest(digest.slice(0, 16))} … ${spacedDigest(digest.slice(-8))}`;
}
