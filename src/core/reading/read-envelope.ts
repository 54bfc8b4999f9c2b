import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { checkArchiveVersion } from "./archive-version.ts";
import { Base64Decoder } from "./base64-pieces.ts";
import { utf8Chunks } from "./decode-text.ts";
import type { JsonPath } from "./json-atoms.ts";
import { describePath } from "./json-atoms.ts";
import { JsonWalker } from "./json-walker.ts";

/** What the envelope holds, as it is met. */
export type EnvelopePart =
  | { readonly part: "export_info"; readonly value: Readonly<Record<string, unknown>> }
  | {
      readonly part: "record";
      /** The key under `data`; not necessarily a kind that is known. */
      readonly kindId: string;
      /** Unvalidated. A document has its bytes as a Blob under `bytes`. */
      readonly value: unknown;
      /** `data.activities[87]` */
      readonly where: string;
    };

/** Names under which the bytes of a document stand; the second one was written by earlier tools. */
const byteFields: readonly string[] = ["bytes", "content_base64"];

/**
 * Reads `{"export_info": …, "data": {kind: […]}}` record by record; `settings` is an object of key to
 * setting, `analytics` an object with `figures`.
 * @throws FailureError with the place, see `JsonWalker.push`; `newer-archive`.
 */
export async function* readEnvelope(stream: ReadableStream<Bytes>): AsyncGenerator<EnvelopePart> {
  const found: EnvelopePart[] = [];
  const walker = new JsonWalker(envelopeVisitor(found));
  let informed = false;
  for await (const chunk of utf8Chunks(stream)) {
    walker.push(chunk);
    informed ||= found.some((part) => part.part === "export_info");
    yield* found.splice(0);
  }
  walker.finish();
  yield* found.splice(0);
  if (!informed) {
    fail({
      code: "archive-damaged",
      where: "export_info",
      detail: "The head of the file is missing",
    });
  }
}

function isEnvelopeValue(path: JsonPath): boolean {
  const [first, kind, place, index] = path;
  if (path.length === 1) return first === "export_info";
  if (first !== "data") return false;
  if (kind === "analytics" && place === "figures") return path.length === 4 && index !== undefined;
  if (path.length !== 3) return false;
  return typeof place === "number" || kind === "settings";
}

function envelopeVisitor(found: EnvelopePart[]): ConstructorParameters<typeof JsonWalker>[0] {
  let decoder: Base64Decoder | undefined;
  return {
    captures: isEnvelopeValue,
    streams: (path) => {
      const [first, kind, , name] = path;
      const isBytes = first === "data" && kind === "documents" && path.length === 4;
      if (!isBytes || !byteFields.includes(String(name))) return false;
      decoder = new Base64Decoder(describePath(path));
      return true;
    },
    onPiece: (text) => decoder?.push(text),
    onValue: (path, value) => {
      const blob = decoder?.finish();
      decoder = undefined;
      found.push(toPart(path, value, blob));
    },
  };
}

function toPart(path: JsonPath, value: unknown, bytes: Blob | undefined): EnvelopePart {
  if (path.length === 1) {
    checkArchiveVersion(value);
    return { part: "export_info", value: value as Readonly<Record<string, unknown>> };
  }
  const [, kindId, place] = path;
  const where = describePath(path);
  const record =
    kindId === "settings" && typeof place === "string" ? toSetting(place, value) : value;
  if (bytes === undefined) return { part: "record", kindId: String(kindId), value: record, where };
  const { bytes: _own, content_base64: _other, ...rest } = record as Record<string, unknown>;
  return { part: "record", kindId: String(kindId), value: { ...rest, bytes }, where };
}

/** A setting is written as `key: {value, id, …}`; a bare `key: value` is read too. */
function toSetting(key: string, value: unknown): unknown {
  const whole = typeof value === "object" && value !== null && ("id" in value || "value" in value);
  return whole ? { key, ...value } : { key, value };
}
