import { v7 } from "uuid";

/** Makes ids (UUID v7, RFC 9562 section 5.7) that sort in the order they were made, also within a millisecond. */
export function makeNewId(now: () => Date, random: (bytes: number) => Uint8Array): () => string {
  let last = -Infinity;
  let sequence = 0;
  return () => {
    const bits = random(16);
    const msecs = now().getTime();
    if (msecs > last) {
      last = msecs;
      sequence = new DataView(bits.buffer, bits.byteOffset).getUint32(6) & 0x3fffffff;
    } else {
      sequence += 1;
    }
    return v7({ random: bits, msecs: last, seq: sequence });
  };
}
