import { describe, expect, test } from "vitest";
import { sameRequest } from "../../../src/core/request/canonical.ts";
import { editSentence } from "../../../src/core/request/edit-sentence.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import type { Edit, SaidRequest } from "../../../src/core/request/request.ts";
import { writeSentence } from "../../../src/core/request/write-sentence.ts";
import { dice, randomRequest } from "./random-request.ts";

const today = "2025-06-18";
const data = {
  companies: ["Google", "Stripe", "Acme Corp", "Ernst & Young"],
  contacts: ["Dana Whitfield", "Tom Becker"],
  tags: ["urgent", "dream job"],
};
const context = { today, language: "en", data };

const runs = 2000;

/** Absolute dates do not depend on today, whatever they depended on before. */
function settled(said: SaidRequest): SaidRequest {
  if (said.when === undefined) return said;
  return { ...said, when: said.when.map(({ relative: _relative, ...date }) => date) };
}

describe("a request written as a sentence", () => {
  test.each(["en", "de", "fr", "es", "pt"])("reads back as the same request (%s)", (language) => {
    const roll = dice(7);
    const lost: string[] = [];
    for (let run = 0; run < runs; run++) {
      const said = randomRequest(roll);
      const text = writeSentence(said, language);
      const before = { ...context, language, last: { v: 1, intent: "export" } as const };
      const back = parseRequest(text, before).said;
      if (!sameRequest(settled(back), settled(said))) lost.push(text);
    }
    expect(lost.slice(0, 5)).toEqual([]);
  });
});

describe("editing a sentence", () => {
  const edit = (text: string, ...edits: Edit[]): string =>
    editSentence(text, parseRequest(text, context), edits, context);

  test("puts a new value where the old one stood", () => {
    expect(
      edit("my applications as CSV, please", { op: "set", path: "formats", value: ["pdf"] }),
    ).toBe("my applications as PDF, please");
  });
  test("adds what was not said at the end", () => {
    const text = edit("applications from last month", {
      op: "set",
      path: "encryption",
      value: { on: true },
    });
    expect(text).toBe("applications from last month, encrypted");
  });
  test("takes words out with their comma", () => {
    expect(edit("applications, no emails, as PDF", { op: "clear", path: "privacy" })).toBe(
      "applications, as PDF",
    );
  });
  test("always says exactly the edited request", () => {
    const texts = [
      "everything except documents as JSON",
      "last 5 interviews at Google, encrypted zip",
    ];
    const edits: Edit[] = [
      { op: "add", path: "entities.exclude", value: ["memories"] },
      { op: "set", path: "limit", value: { n: 3, pick: "oldest", of: "interviews" } },
      { op: "clear", path: "filters" },
      { op: "set", path: "sort", value: [{ field: "company" }] },
    ];
    for (const text of texts) {
      for (const change of edits) {
        const result = parseRequest(text, context);
        const after = parseRequest(editSentence(text, result, [change], context), context).said;
        const slot = change.path.split(".")[0] ?? "";
        const untouched = Object.keys(result.said).filter((key) => key !== slot && key !== "limit");
        for (const key of untouched) expect(Object.keys(after), text).toContain(key);
        if (change.op === "clear") expect(Object.keys(after)).not.toContain(slot);
      }
    }
  });
});
