import { describe, expect, it } from "vitest";
import * as shelf from "../../src/core/formats/registry.ts";
import type { Format, Section } from "../../src/core/formats/contract.ts";
import type { KindId } from "../../src/core/records/any-kind.ts";
import { findKind, kindIds } from "../../src/core/records/any-kind.ts";
import type { FieldType } from "../../src/core/records/field.ts";
import { collect, documentOf, sectionOf, streamOf, writeWhole } from "../support/clean-rows.ts";
import { hostileTexts } from "../support/hostile-texts.ts";

const formats = Object.entries(shelf) as readonly (readonly [string, Format])[];

/** Something of every field type, made from one hostile text. */
function valueOf(type: FieldType, text: string, at: number): unknown {
  switch (type) {
    case "integer":
      return at - 5;
    case "decimal":
      return at / 8 - 2;
    case "flag":
      return at % 2 === 0;
    case "day":
      return `2026-${String((at % 12) + 1).padStart(2, "0")}-15`;
    case "instant":
      return `2026-11-${String((at % 28) + 1).padStart(2, "0")}T08:30:00+01:00`;
    case "texts":
    case "ids":
      return at % 3 === 0 ? [] : [text, "b; c", "plain"];
    case "stages":
      return [{ status: text, at: "2026-01-01", note: text }];
    case "messages":
      return [{ id: "m1", role: "user", author: text, sent_at: "2026-01-01", text }];
    case "object":
    case "any":
      return { [`key ${String(at)}`]: text, list: [1, null, true] };
    default:
      return text;
  }
}

function hostileRows(kindId: KindId): readonly Record<string, unknown>[] {
  const { fields } = findKind(kindId);
  return hostileTexts.map((text, at) => {
    const entries = Object.entries(fields).map(([name, field]) => {
      if (name === "id") return [name, `${kindId}-${String(at)}`];
      if (name === "key") return [name, `key ${String(at)}`];
      return [name, valueOf(field.type, text, at)];
    });
    return Object.fromEntries(entries) as Record<string, unknown>;
  });
}

function carried(format: Format): readonly KindId[] {
  const ids = kindIds.filter((id) => format.refuses?.(id) === undefined);
  return format.layout === "per-kind" ? ids.slice(0, 1) : ids;
}

function sectionsOf(format: Format, batch: number, rows = hostileRows): readonly Section[] {
  return carried(format).map((id) => sectionOf(id, rows(id), { batch }));
}

/** A calendar cannot be counted: a record without a day is not in it. */
const uncounted: ReadonlySet<string> = new Set(["ics"]);
/** A file of cards is nothing but its cards. */
const headless: ReadonlySet<string> = new Set(["vcard"]);

async function countOf(format: Format, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const [kind] = carried(format);
  if (format.read !== undefined) return (await collect(format.read(streamOf(bytes), kind))).length;
  return (await format.count?.(streamOf(bytes))) ?? -1;
}

describe.each(formats)("the format %s", (id, format) => {
  it("has a label, words, an extension and a media type", () => {
    expect(format.label).not.toBe("");
    expect(format.words.length).toBeGreaterThan(0);
    expect(format.extension).toMatch(/^[a-z0-9.]{2,8}$/);
    expect(format.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(;charset=utf-8)?$/);
  });

  it("writes the same bytes whatever the batch size", { timeout: 60_000 }, async () => {
    const one = await writeWhole(format, documentOf(sectionsOf(format, 1)));
    const all = await writeWhole(format, documentOf(sectionsOf(format, 1000)));
    expect(Buffer.from(one).equals(Buffer.from(all))).toBe(true);
  });

  it.skipIf(uncounted.has(id))(
    "writes hostile cells and counts every record of its own file",
    { timeout: 60_000 },
    async () => {
      const bytes = await writeWhole(format, documentOf(sectionsOf(format, 7)));
      const expected = carried(format).length * hostileTexts.length;
      expect(await countOf(format, bytes)).toBe(expected);
    },
  );

  it.skipIf(uncounted.has(id))(
    "writes an empty section as a file that holds no record",
    { timeout: 60_000 },
    async () => {
      const bytes = await writeWhole(format, documentOf(sectionsOf(format, 10, () => [])));
      if (!headless.has(id)) expect(bytes.length).toBeGreaterThan(0);
      expect(await countOf(format, bytes)).toBe(0);
    },
  );

  it.runIf(format.lossless)("brings every record back equal", async () => {
    const bytes = await writeWhole(format, documentOf(sectionsOf(format, 7)));
    for (const size of [13, 65_536]) {
      const read = await collect(format.read?.(streamOf(bytes, size)) ?? noRecords());
      const wanted = carried(format).flatMap((kindId) =>
        hostileRows(kindId).map((value) => ({ kindId, value })),
      );
      expect(read).toEqual(JSON.parse(JSON.stringify(wanted)));
    }
  });

  it("is exported under its own id", () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*$/);
  });
});

async function* noRecords(): AsyncGenerator<never> {
  // A lossless format without `read` yields nothing, and fails the comparison.
}
