const [localSign, endSign] = [0x50_4b_03_04, 0x50_4b_05_06];

/** True when the bytes begin like a ZIP: a local header, or the end record of an empty one. */
export function startsLikeZip(head: Uint8Array): boolean {
  if (head.byteLength < 4) return false;
  const sign = new DataView(head.buffer, head.byteOffset, 4).getUint32(0);
  return sign === localSign || sign === endSign;
}
