import { expect, test } from "vitest";
import { previewKind } from "../../../src/core/table/preview-kind.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a document is looked at as what its bytes are, whatever it calls itself", () => {
  expect(previewKind(bytes("%PDF-1.7\n"))).toEqual({ kind: "pdf", mediaType: "application/pdf" });
  expect(previewKind(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d])).kind).toBe("image");
  expect(previewKind(bytes("<script>alert(1)</script>")).kind).toBe("text");
  expect(previewKind(bytes("Grüße,\n\tJörg 👩‍💻")).kind).toBe("text");
});

test("a text may be cut in the middle of a character", () => {
  expect(previewKind(bytes("Zürich").slice(0, 2)).kind).toBe("text");
});

test("archives, empty files and broken texts are not looked at", () => {
  for (const other of [[], [0x50, 0x4b, 3, 4, 0, 0], [0xc3, 0x28], [0x41, 0]]) {
    expect(previewKind(new Uint8Array(other)).kind).toBe("none");
  }
});
