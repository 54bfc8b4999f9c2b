import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { readPage } from "../../../src/core/names/find-names-of-page.ts";
import { tag } from "../../../src/core/names/features.ts";
import { loadLists } from "../../../src/core/names/lists.ts";
import { weights } from "../../../src/core/names/weights.ts";
import { Page } from "../../../src/core/text/page.ts";

beforeAll(async () => {
  await loadLists("strict");
});

describe("the learned table", () => {
  it("is the one that was measured", () => {
    expect(createHash("sha256").update(weights).digest("hex")).toBe(
      "1c98c83c45066d15b782d595854cf7bcfc2c700e48b8d48a3dc03efc6866f683",
    );
  });

  it.each([
    [
      "The report was written by Oluwaseun Adebayo while he lived in Rotterdam.",
      "Oluwaseun Adebayo",
      tag.person,
    ],
    ["After the merger the office in Rotterdam was closed for good.", "Rotterdam", tag.place],
  ])("reads %s", (text, name, kind) => {
    const found = readPage(new Page(text)).learned.map((span) => [
      text.slice(span.start, span.end),
      span.tag,
    ]);
    expect(found).toContainEqual([name, kind]);
  });

  it("says nothing about a list of job titles", () => {
    const titles =
      "Forklift Operator\nLine Cook\nPipe Fitter\nRoom Attendant\nStore Manager\nTool Grinder\nWeb Designer\nYard Worker";
    expect(readPage(new Page(titles)).learned).toEqual([]);
  });
});
