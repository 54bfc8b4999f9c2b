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
      "58995882849ca1b0ea826fb328fcd1657333f1b6daa304dbff314a693ad91ed8",
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
