import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteStream } from "../../../src/core/pipeline/byte-stream.ts";

type Chunk = string | Uint8Array<ArrayBuffer>;

async function* from(chunks: readonly Chunk[]): AsyncGenerator<Chunk> {
  for (const chunk of chunks) yield chunk;
}

async function read(chunks: readonly Chunk[]): Promise<{ sizes: number[]; bytes: Buffer }> {
  const pieces: Buffer[] = [];
  for await (const piece of byteStream(from(chunks))) pieces.push(Buffer.from(piece));
  return { sizes: pieces.map(({ length }) => length), bytes: Buffer.concat(pieces) };
}

describe("text and bytes on their way out", () => {
  it("leave as the same bytes, however they were cut", async () => {
    const texts = fc.array(fc.string({ unit: "binary", maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(texts, async (chunks) => {
        const whole = Buffer.concat(chunks.map((text) => Buffer.from(text)));
        expect((await read(chunks)).bytes.equals(whole)).toBe(true);
      }),
    );
  });

  it("keep a long text whole, also where a character falls on the border of two pieces", async () => {
    for (const head of ["", "a", "ab", "abc"]) {
      const text = head + "🚀".repeat(200_000);
      const { bytes, sizes } = await read([text, new Uint8Array([1, 2, 3])]);
      expect(bytes.subarray(0, -3).toString()).toBe(text);
      expect([...bytes.subarray(-3)]).toEqual([1, 2, 3]);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(256 * 1024);
    }
  });

  it("gather many small texts into few pieces", async () => {
    const { sizes } = await read(Array.from({ length: 10_000 }, () => "0123456789".repeat(10)));
    expect(sizes).toHaveLength(4);
  });

  it("end the source when whoever reads stops", async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) yield "x".repeat(300_000);
      } finally {
        ended = true;
      }
    }
    const reader = byteStream(endless()).getReader();
    await reader.read();
    await reader.cancel();
    expect(ended).toBe(true);
  });
});
