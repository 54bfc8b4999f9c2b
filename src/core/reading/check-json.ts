import type { Bytes } from "../formats/contract.ts";
import { JsonWalker } from "./json-walker.ts";

/**
 * One whole JSON text, checked and parsed.
 * @param offset place of its first byte in the file, for messages.
 * @throws FailureError as `JsonWalker.push`.
 */
export function parseCheckedJson(bytes: Bytes, offset = 0): unknown {
  let result: unknown;
  const walker = new JsonWalker(
    {
      captures: () => true,
      onValue: (_path, value) => {
        result = value;
      },
    },
    offset,
  );
  walker.push(bytes);
  walker.finish();
  return result;
}
