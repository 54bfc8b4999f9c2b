import { describe, expect, test } from "vitest";
import { readRoute } from "../../src/state/route.ts";

describe("an address", () => {
  test("names a screen and what stands behind it", () => {
    expect(readRoute("#/history/a%20b")).toMatchObject({ screen: "history", path: ["a b"] });
  });
  test("that nobody knows is Ask", () => {
    expect(readRoute("").screen).toBe("ask");
    expect(readRoute("#/admin").screen).toBe("ask");
  });
  test("may bring a sentence", () => {
    expect(readRoute("#/ask?say=backup%20everything").query.get("say")).toBe("backup everything");
  });
  test("with a broken escape is read as it stands", () => {
    expect(readRoute("#/tracker/%E0%A4%A").path).toEqual(["%E0%A4%A"]);
  });
});
