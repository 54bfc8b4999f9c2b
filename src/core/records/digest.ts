import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { KindId } from "./any-kind.ts";
import { storedKindIds } from "./any-kind.ts";
import type { AnyRecord } from "./stored-record.ts";

/** JSON with sorted keys and without absent values: equal records, equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(",")}]`;
  const fields = Object.entries(value)
    .filter(([, content]) => content !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, content]) => `${JSON.stringify(name)}:${canonicalJson(content)}`);
  return `{${fields.join(",")}}`;
}

/** Records of one kind in the order of their ids, in batches of any size. */
export type RecordBatches = (kind: KindId) => AsyncIterable<readonly AnyRecord[]>;

/**
 * SHA-256 over every stored record, by kind and then id, one canonical line each: equal digests, equal
 * data. Lower-case hex.
 */
export async function digestRecords(batches: RecordBatches): Promise<string> {
  const hash = sha256.create();
  for (const kind of [...storedKindIds].sort()) {
    let last = "";
    for await (const batch of batches(kind)) {
      for (const record of batch) {
        if (record.id < last)
          throw new RangeError(`Records of ${kind} are not in the order of ids`);
        last = record.id;
        hash.update(utf8ToBytes(`${kind} ${canonicalJson(record)}\n`));
      }
    }
  }
  return bytesToHex(hash.digest());
}
