import { tagCount } from "./features.ts";
import { setNameWeights } from "./name-weights.ts";
import { makeWeightTable, setWeights } from "./tagger.ts";
import { weights as packed } from "./weights.ts";

/** Unpacks base64: for each feature a 32-bit key, little-endian, and one signed byte a tag. */
export function loadWeights(): void {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const record = 4 + tagCount;
  const count = Math.floor(bytes.length / record);
  const view = new DataView(bytes.buffer);
  const loaded = makeWeightTable(count);
  for (let i = 0; i < count; i += 1) {
    setWeights(loaded, view.getInt32(i * record, true), view.getInt32(i * record + 4, true));
  }
  setNameWeights(loaded);
}
