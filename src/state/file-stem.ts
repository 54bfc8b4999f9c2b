/** A name as a file may have it: `weekly-backup`. */
export function fileStem(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/gu, "");
  return plain === "" ? "schedule" : plain.toLowerCase();
}
