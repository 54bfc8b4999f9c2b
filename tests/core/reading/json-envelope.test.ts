import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import type { Failure } from "../../../src/core/failure.ts";
import { json } from "../../../src/core/formats/json.ts";
import { readEnvelope } from "../../../src/core/reading/read-envelope.ts";
import type { Bytes } from "../../../src/core/formats/contract.ts";
import { collect, documentOf, sectionOf, streamOf, writeText } from "../../support/clean-rows.ts";

const head = '{"export_info":{"version":"1.0"},"data":{"applications":[';
const wrap = (record: string): string => `${head}${record}]}}`;

async function failureOf(text: string | Bytes, size = 5): Promise<Failure | "accepted"> {
  try {
    await collect(readEnvelope(streamOf(text, size)));
    return "accepted";
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("reading the JSON envelope", () => {
  it("accepts depth 64 and refuses depth 65 with both figures", async () => {
    // The document, data, the list and the record are four levels.
    expect(await failureOf(wrap(`{"extra":${nested(60)}}`))).toBe("accepted");
    expect(await failureOf(wrap(`{"extra":${nested(61)}}`))).toMatchObject({
      code: "limit-exceeded",
      limit: 64,
      actual: 65,
    });
  });

  it("refuses a hundred thousand levels without running out of stack", async () => {
    const failure = await failureOf(wrap(nested(100_000)), 65_536);
    expect(failure).toMatchObject({ code: "limit-exceeded", limit: 64 });
  });

  it("refuses a key that appears twice, whatever its spelling, and names the path", async () => {
    expect(await failureOf(wrap('{"a":{"status":1,"st\\u0061tus":2}}'))).toMatchObject({
      code: "archive-refused",
      where: "data.applications[0].a.status",
    });
  });

  it("refuses the key __proto__ also when it is written with escapes", async () => {
    const key = "\\u005f\\u005fproto\\u005f\\u005f";
    expect(await failureOf(wrap(`{"extra":{"${key}":{}}}`))).toMatchObject({
      code: "archive-refused",
      where: "data.applications[0].extra.__proto__",
    });
  });

  it("refuses numbers that are infinite or would change by being read", async () => {
    for (const number of ["1e309", "-1e999", "9007199254740993"]) {
      const failure = await failureOf(wrap(`{"salary_min":${number}}`));
      expect(failure).toMatchObject({ where: "data.applications[0].salary_min" });
    }
    expect(await failureOf(wrap('{"a":9007199254740991,"b":-0.5e-7,"c":0}'))).toBe("accepted");
  });

  it("refuses a text above 1 MiB and states its length", async () => {
    const limit = 1_048_576;
    expect(await failureOf(wrap(`{"notes":"${"x".repeat(limit)}"}`), 65_536)).toBe("accepted");
    const failure = await failureOf(wrap(`{"notes":"${"x".repeat(limit + 3)}"}`), 65_536);
    expect(failure).toMatchObject({ code: "limit-exceeded", limit, actual: limit + 3 });
  });

  it("names the byte that is not UTF-8, also where a chunk ends inside a character", async () => {
    const text = wrap('{"company":"Käse"}');
    expect(await failureOf(text, 1)).toBe("accepted");
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const where = `byte ${String(text.indexOf("ä"))}`;
    for (const size of [1, 9, 1000]) {
      expect(await failureOf(latin, size)).toMatchObject({ code: "archive-damaged", where });
    }
  });

  it("drops a byte order mark, and reads UTF-16 that has one", async () => {
    const text = wrap('{"company":"Größe"}');
    expect(await failureOf(`\ufeff${text}`, 1)).toBe("accepted");
    const wide = new Uint8Array(new Uint16Array([0xfeff, ...units(text)]).buffer);
    for (const size of [1, 3, 4096]) expect(await failureOf(wide, size)).toBe("accepted");
  });

  it("refuses a newer major version and reads a newer minor one", async () => {
    expect(await failureOf(wrap("").replace("1.0", "7.0"))).toEqual({
      code: "newer-archive",
      version: "7.0",
    });
    expect(await failureOf(wrap("").replace("1.0", "1.9"))).toBe("accepted");
  });

  it.each([
    ["text behind the document", `${wrap("")} x`],
    ["a cut-off file", wrap("").slice(0, -1)],
    ["a trailing comma in a list", wrap("{},")],
    ["a trailing comma in an object", wrap('{"a":1,}')],
    ["NaN", wrap('{"a":NaN}')],
    ["a comment", wrap("/* none */")],
    ["single quotes", wrap("{'a':1}")],
    ["a leading zero", wrap('{"a":01}')],
    ["a bare plus", wrap('{"a":+1}')],
    ["a control character in a text", wrap('{"a":"\u0001"}')],
    ["an unknown escape", wrap('{"a":"\\x41"}')],
    ["a missing colon", wrap('{"a" 1}')],
    ["a wrong bracket", wrap('{"a":[1}]')],
    ["an HTML page", "<!DOCTYPE html><html></html>"],
    ["nothing at all", ""],
  ])("refuses %s", async (_what, text) => {
    for (const size of [1, 4096]) {
      expect(await failureOf(text, size)).toMatchObject({ code: "archive-damaged" });
    }
  });

  it("reads any order of keys and leaves unknown members alone", async () => {
    const text =
      '{"note":[{"x":1}],"data":{"moods":[{"id":"m"}],"settings":{"theme":"dark"}},"export_info":{"version":"1.0"}}';
    const parts = await collect(readEnvelope(streamOf(text, 3)));
    expect(parts.filter((part) => part.part === "record")).toEqual([
      { part: "record", kindId: "moods", value: { id: "m" }, where: "data.moods[0]" },
      {
        part: "record",
        kindId: "settings",
        value: { key: "theme", value: "dark" },
        where: "data.settings.theme",
      },
    ]);
  });
});

describe("writing the JSON envelope", () => {
  it("has every key of the specification's envelope even when nothing was selected", async () => {
    const text = await writeText(json, documentOf([]));
    const { data } = JSON.parse(text) as { data: Record<string, unknown> };
    expect(data).toEqual({
      conversations: [],
      job_searches: [],
      applications: [],
      interviews: [],
      contacts: [],
      activities: [],
      documents: [],
      analytics: { derived: true, figures: [] },
      memories: [],
      settings: {},
    });
  });

  it("carries the bytes of documents as base64 and brings them back equal", async () => {
    const bytes = Uint8Array.from({ length: 200_003 }, (_value, at) => (at * 31) % 256);
    const documents = [{ id: "d1", name: "cv.pdf" }, { id: "d2" }, { id: "d3" }];
    const bytesOf = (id: string): Promise<Blob | undefined> =>
      Promise.resolve(id === "d1" ? new Blob([bytes]) : id === "d3" ? new Blob([]) : undefined);
    const text = await writeText(
      json,
      documentOf([sectionOf("documents", documents)], { bytesOf }),
    );
    const read = await collect(json.read?.(streamOf(text, 777)) ?? nothing());
    const values = read.map(({ value }) => value as { id: string; bytes?: Blob });
    expect(values.map(({ id, bytes: blob }) => [id, blob?.size])).toEqual([
      ["d1", bytes.length],
      ["d2", undefined],
      ["d3", 0],
    ]);
    const back = new Uint8Array((await values[0]?.bytes?.arrayBuffer()) ?? new ArrayBuffer());
    expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true);
  });

  it("refuses bytes that are not base64", async () => {
    const text =
      '{"export_info":{"version":"1.0"},"data":{"documents":[{"id":"d","bytes":"a*b="}]}}';
    expect(await failureOf(text)).toMatchObject({ code: "archive-damaged" });
  });
});

function units(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

async function* nothing(): AsyncGenerator<never> {
  // Stands in for a format that cannot read.
}
