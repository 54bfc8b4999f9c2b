import { beforeAll, describe, expect, it } from "vitest";
import { loadLists } from "../../../src/core/names/lists.ts";
import { FailureError } from "../../../src/core/failure.ts";
import { findPersonal, runRule } from "../../../src/core/sanitize/find-personal.ts";
import { Page } from "../../../src/core/text/page.ts";
import type { Rule } from "../../../src/core/rules/contract.ts";

beforeAll(async () => {
  await loadLists("strict");
});

const values = (
  text: string,
  known = { people: [] as string[], companies: [] as string[] },
): string[] =>
  findPersonal(text, { level: "strict", known }).map((find) => text.slice(find.start, find.end));

describe("finds", () => {
  it("are sorted and do not overlap", () => {
    const text =
      "Mara Lind, mara.lind@firm.test, +49 30 901820, 14 Harbour Street, Newhaven, BN9 9BU, password=Tr4mpol1ne!";
    const finds = findPersonal(text, { level: "strict" });
    expect(finds.length).toBeGreaterThan(3);
    for (const [i, find] of finds.entries())
      expect(find.start).toBeGreaterThanOrEqual(finds[i - 1]?.end ?? 0);
  });

  it("grow with the level: what a lower level finds is covered at the next", () => {
    const text = "token: k3J9vQmX27LwZpR0tYd, a.b@firm.test, DNI 12345678Z";
    const covered = (level: "basic" | "moderate" | "strict"): boolean[] => {
      const marks = new Array<boolean>(text.length).fill(false);
      for (const find of findPersonal(text, { level })) marks.fill(true, find.start, find.end);
      return marks;
    };
    const [basic, moderate, strict] = [covered("basic"), covered("moderate"), covered("strict")];
    for (let i = 0; i < text.length; i += 1) {
      if (basic[i]) expect(moderate[i]).toBe(true);
      if (moderate[i]) expect(strict[i]).toBe(true);
    }
  });
});

describe("known people and companies", () => {
  const known = {
    people: ["Željka O'Brien-Müller", "Will Park"],
    companies: ["Target", "Nordlicht Reederei GmbH"],
  };
  it.each([
    "Željka O'Brien-Müller",
    "zeljka o’brien-muller",
    "ŽELJKA OBRIEN MÜLLER",
    "Zeljka O'Brien-Mueller",
    "O'Brien-Müller, Željka",
    "Ž. O'Brien-Müller",
    "Nordlicht Reederei",
    "NORDLICHT REEDEREI GMBH",
    "nordlichtreederei",
  ])("are found as %s", (form) => {
    expect(values(`we talked about ${form} yesterday`, known).join("")).toContain(form.slice(0, 4));
  });

  it.each([
    ["Müller & Söhne GmbH", "Mueller und Soehne"],
    ["Müller & Söhne GmbH", "Müller & Söhne"],
    ["Société Générale S.A.", "Société Générale"],
    ["Monday.com", "Monday.com"],
    ["3M", "3M"],
  ])("the company %s is found as %s", (company, form) => {
    expect(
      values(`an offer from ${form} came`, { people: [], companies: [company] }).join(""),
    ).toBe(form);
  });

  it("in Chinese are found without blanks around them", () => {
    expect(values("我和王小明谈过了", { people: ["王小明"], companies: [] })).toEqual(["王小明"]);
  });

  it("with a name that is a word need a capital and a second sign", () => {
    expect(values("we will park on the target", known)).toEqual([]);
    expect(values("I met with Will at Target.", known)).toEqual(["Will", "Target"]);
  });
});

describe("a rule that fails", () => {
  const broken = (find: Rule["find"]): Rule => ({
    label: "x",
    level: "basic",
    replacement: "[x]",
    examples: { caught: [], spared: [] },
    find,
  });
  it.each([
    [
      "throws",
      () => {
        throw new Error("secret text");
      },
    ],
    ["points outside the text", () => [{ start: 0, end: 99, type: "X" }]],
    ["points nowhere", () => [{ start: 2, end: 2, type: "X" }]],
  ])("stops the export when it %s, and does not tell the text", (_why, find) => {
    try {
      runRule("broken", broken(find), new Page("abc"));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FailureError);
      expect((error as FailureError).failure).toEqual({
        code: "sanitizing-failed",
        rule: "broken",
      });
      expect(String(error)).not.toContain("secret text");
    }
  });
});
