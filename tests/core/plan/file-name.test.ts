import fc from "fast-check";
import { expect, test } from "vitest";
import { fileName } from "../../../src/core/plan/file-name.ts";

test("a file name says what and when", () => {
  expect(fileName(["2026-11-25", "applications", "Ørsted & Söhne GmbH"], "csv")).toMatch(
    /^2026-11-25-applications-.*sohne-gmbh\.csv$/,
  );
});
test("every system accepts any name", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (parts) => {
      const name = fileName(parts, "json");
      expect(name).toMatch(/^[a-z0-9][A-Za-z0-9._-]{0,95}\.json$/);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
    }),
  );
});
