import type { Bytes } from "../../formats/contract.ts";
import { joinBytes } from "../../zip/byte-streams.ts";
import { ascii } from "../keys.ts";

/**
 * A stored value as bytes: `u32 length of the JSON || JSON || bytes of its blobs`. JSON alone would lose
 * the maps and blobs of a safety copy. Names that begin with NUL say what stands there; a name of the
 * value itself that does gets one more.
 */
const [blobName, mapName, noneName] = ["\0blob", "\0map", "\0none"];
type Plain = Readonly<Record<string, unknown>>;

export async function encodeValue(value: unknown): Promise<Bytes> {
  const blobs: Blob[] = [];
  const json = ascii(JSON.stringify(pack(value, blobs)));
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, json.byteLength);
  const parts = await Promise.all(blobs.map((blob) => blob.arrayBuffer()));
  return joinBytes([size, json, ...parts.map((part) => new Uint8Array(part))]);
}

export function decodeValue(bytes: Bytes): unknown {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const json = new TextDecoder().decode(bytes.subarray(4, 4 + size));
  return unpack(JSON.parse(json), { bytes, at: 4 + size });
}

function pack(value: unknown, blobs: Blob[]): unknown {
  if (value === undefined) return { [noneName]: 1 };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => pack(one, blobs));
  if (value instanceof Blob) {
    blobs.push(value);
    return { [blobName]: value.size, type: value.type };
  }
  if (value instanceof Map) {
    return { [mapName]: [...value].map(([key, one]) => [key as unknown, pack(one, blobs)]) };
  }
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.map(([name, one]) => [name.startsWith("\0") ? `\0${name}` : name, pack(one, blobs)]),
  );
}

interface Rest {
  readonly bytes: Bytes;
  at: number;
}

/** Blobs are taken in the order in which they were met. */
function unpack(value: unknown, rest: Rest): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => unpack(one, rest));
  const object = value as Plain;
  if (noneName in object) return undefined;
  const { [blobName]: size, [mapName]: entries } = object;
  if (typeof size === "number") {
    const from = rest.at;
    rest.at += size;
    const bytes = rest.bytes.slice(from, rest.at);
    return new Blob([bytes], { type: String(object["type"]) });
  }
  if (Array.isArray(entries)) {
    const pairs = entries as readonly (readonly [unknown, unknown])[];
    return new Map(pairs.map(([key, one]) => [key, unpack(one, rest)]));
  }
  return Object.fromEntries(
    Object.entries(object).map(([name, one]) => [
      name.startsWith("\0") ? name.slice(1) : name,
      unpack(one, rest),
    ]),
  );
}
