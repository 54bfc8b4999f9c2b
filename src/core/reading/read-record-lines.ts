import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { checkArchiveVersion } from "./archive-version.ts";
import { Base64Decoder } from "./base64-pieces.ts";
import { parseCheckedJson } from "./check-json.ts";
import { utf8Chunks } from "./decode-text.ts";
import type { Line } from "./lines-of.ts";
import { linesOf } from "./lines-of.ts";
import type { EnvelopePart } from "./read-envelope.ts";

type RecordPart = Extract<EnvelopePart, { part: "record" }>;
type JsonObject = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly part: RecordPart;
  readonly id: unknown;
  parts: number;
  decoder: Base64Decoder | undefined;
}

/**
 * Reads one JSON object a line: `export_info`, records with their `kind`, and the bytes of a document in
 * the lines behind it. `where` is `line 12`.
 * @throws FailureError with the line, see `JsonWalker.push`; `newer-archive`.
 */
export async function* readRecordLines(
  stream: ReadableStream<Bytes>,
): AsyncGenerator<EnvelopePart> {
  let waiting: Waiting | undefined;
  let informed = false;
  for await (const line of linesOf(utf8Chunks(stream))) {
    const value = objectOf(line);
    if (!informed) {
      informed = true;
      checkArchiveVersion(value["export_info"]);
      yield { part: "export_info", value: value["export_info"] as JsonObject };
    } else if (Object.hasOwn(value, "bytes_of")) takeBytes(waiting, value, line);
    else {
      if (waiting !== undefined) yield complete(waiting);
      waiting = toWaiting(value, line);
    }
  }
  if (waiting !== undefined) yield complete(waiting);
  if (!informed) refuse("the first line", "The head of the file is missing");
}

function refuse(where: string, detail: string): never {
  return fail({ code: "archive-damaged", where, detail });
}

function objectOf(line: Line): JsonObject {
  const value = parseCheckedJson(line.bytes, line.offset);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as JsonObject;
  }
  return refuse(`line ${String(line.number)}`, "A line is not an object");
}

function toWaiting(value: JsonObject, line: Line): Waiting {
  const where = `line ${String(line.number)}`;
  const { kind, ...record } = value;
  if (typeof kind !== "string") return refuse(where, "A record does not say its kind");
  const part: RecordPart = { part: "record", kindId: kind, value: record, where };
  return { part, id: record["id"], parts: 0, decoder: undefined };
}

function takeBytes(waiting: Waiting | undefined, value: JsonObject, line: Line): void {
  const where = `line ${String(line.number)}`;
  const text = value["base64"];
  const follows = waiting?.id === value["bytes_of"] && waiting?.parts === value["part"];
  if (waiting === undefined || !follows || typeof text !== "string") {
    return refuse(where, "A piece of a document stands in the wrong place");
  }
  waiting.decoder ??= new Base64Decoder(where);
  waiting.decoder.push(text);
  waiting.parts += 1;
}

function complete(waiting: Waiting): RecordPart {
  if (waiting.decoder === undefined) return waiting.part;
  const value = { ...(waiting.part.value as JsonObject), bytes: waiting.decoder.finish() };
  return { ...waiting.part, value };
}
