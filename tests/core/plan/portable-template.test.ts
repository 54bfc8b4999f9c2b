import { describe, expect, it } from "vitest";
import {
  readTemplate,
  templateFile,
  templateFragment,
} from "../../../src/core/plan/portable-template.ts";
import { planOf } from "../../support/export-run.ts";

const plan = planOf(["applications"], {
  sentence: "applications from last month as CSV, für Bjørn 🙂",
  options: { goal: 3, paper: "letter" },
});
const expected = { name: "Friday", sentence: plan.sentence, options: plan.options };

describe("a template that travels", () => {
  it("comes back from its file and from its link with its words still relative", () => {
    expect(readTemplate(templateFile("Friday", plan))).toEqual(expected);
    const fragment = templateFragment("Friday", plan);
    expect(fragment).toMatch(/^template=[A-Za-z0-9_-]+$/);
    expect(readTemplate(`#${fragment}`)).toEqual(expected);
  });

  it("holds the words and options alone, no day and no selection", () => {
    expect(Object.keys(JSON.parse(templateFile("Friday", plan)) as object)).toEqual([
      "format",
      "version",
      "name",
      "sentence",
      "options",
    ]);
  });

  it("drops options that are no plain values, and refuses what is no template", () => {
    const odd = {
      format: "job-tracker-pro-template",
      version: 1,
      name: "A",
      sentence: "b",
      options: { x: { y: 1 }, z: 1 },
    };
    expect(readTemplate(JSON.stringify(odd)).options).toEqual({ z: 1 });
    for (const text of [
      "",
      "{}",
      "template=%%",
      "#template=AAAA",
      "[1]",
      JSON.stringify({ ...odd, name: "" }),
    ]) {
      expect(() => readTemplate(text), text).toThrow();
    }
  });
});
