import { expect, test } from "vitest";
import { keepEqual } from "../../../src/core/interface/keep-equal.ts";

const known = { people: ["Ada"], companies: ["Acme", "Globex"] };

test("lists that say the same stay the same object", () => {
  const read = { people: ["Ada"], companies: ["Acme", "Globex"] };
  expect(keepEqual(known, read)).toBe(known);
});

test("one name more, fewer or elsewhere is news", () => {
  for (const companies of [["Acme"], ["Globex", "Acme"], ["Acme", "Globex", "Initech"]]) {
    const read = { people: ["Ada"], companies };
    expect(keepEqual(known, read)).toBe(read);
  }
});

test("a list that was not there before is news", () => {
  const read = { tags: ["remote"] };
  expect(keepEqual<{ readonly tags?: readonly string[] }>({}, read)).toBe(read);
});
