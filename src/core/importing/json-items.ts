import type { Bytes } from "../formats/contract.ts";
import { utf8Chunks } from "../reading/decode-text.ts";
import type { JsonPath } from "../reading/json-atoms.ts";
import { describePath } from "../reading/json-atoms.ts";
import { JsonWalker } from "../reading/json-walker.ts";

export interface JsonItem {
  readonly value: unknown;
  readonly path: JsonPath;
  /** `[3]`, `stores.jobs[2]`. */
  readonly where: string;
}

/**
 * Values of a JSON file one by one, checked before they are parsed: never the whole file in memory.
 * `wanted` is asked on the way down.
 * @throws FailureError with the place, see `JsonWalker.push`.
 */
export async function* jsonItems(
  stream: ReadableStream<Bytes>,
  wanted: (path: JsonPath) => boolean,
): AsyncGenerator<JsonItem> {
  const found: JsonItem[] = [];
  const walker = new JsonWalker({
    captures: wanted,
    onValue: (path, value) => {
      found.push({ value, path: [...path], where: describePath(path) });
    },
  });
  for await (const chunk of utf8Chunks(stream)) {
    walker.push(chunk);
    yield* found.splice(0);
  }
  walker.finish();
  yield* found.splice(0);
}

/** The entries of a list that is the whole file. */
export const isEntry = (path: JsonPath): boolean =>
  path.length === 1 && typeof path[0] === "number";

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text that says something, or undefined. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;
