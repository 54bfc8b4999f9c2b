import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { joinBytes } from "./chunks-of.ts";
import { maxLineBytes } from "./limits.ts";

export interface Line {
  readonly bytes: Bytes;
  /** Counted from 1. */
  readonly number: number;
  /** File offset of the first byte. */
  readonly offset: number;
}

/**
 * Lines that end in LF, without it and without a CR before it; blank ones are left out.
 * @throws FailureError `limit-exceeded` for a line above 8 MiB.
 */
export async function* linesOf(chunks: AsyncIterable<Bytes>): AsyncGenerator<Line> {
  let pending: Bytes[] = [];
  let size = 0;
  let number = 0;
  let offset = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      const whole = joinBytes([...pending, chunk.subarray(from, to)]);
      number += 1;
      checkLine(whole.length, number);
      if (!isBlank(whole)) yield { bytes: whole, number, offset };
      offset += whole.length + 1;
      pending = [];
      size = 0;
      from = to + 1;
    }
    if (from < chunk.length) pending.push(chunk.slice(from));
    size += chunk.length - from;
    checkLine(size, number + 1);
  }
  const last = joinBytes(pending);
  if (!isBlank(last)) yield { bytes: last, number: number + 1, offset };
}

function checkLine(size: number, number: number): void {
  if (size <= maxLineBytes) return;
  const what = `Line ${String(number)}`;
  fail({ code: "limit-exceeded", what, limit: maxLineBytes, actual: size, unit: "bytes" });
}

function isBlank(line: Bytes): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
}
