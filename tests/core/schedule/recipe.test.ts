import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recipeOf, type RecipeStep } from "../../../src/core/schedule/recipe.ts";
import type { Schedule } from "../../../src/core/schedule/schedule.ts";
import { trackerWorld, type TrackerWorld } from "../../support/tracker-world.ts";

let world: TrackerWorld;
beforeEach(async () => {
  world = trackerWorld();
  await world.tracker.ready;
});
afterEach(() => {
  world.close();
});

const phrase = "correct horse battery staple";

async function make(sentence: string): Promise<Schedule> {
  await world.tracker.exports.schedule(sentence, undefined, { passphrase: phrase });
  return only();
}
async function only(): Promise<Schedule> {
  const [schedule] = await world.tracker.schedules.list();
  if (schedule === undefined) throw new Error("no schedule");
  return schedule;
}
async function choose(step: RecipeStep["id"], label: string): Promise<Schedule> {
  const schedule = await only();
  const choices = recipeOf(schedule).find(({ id }) => id === step)?.choices ?? [];
  const choice = choices.find((one) => one.label === label);
  if (choice === undefined) throw new Error(`no such choice: ${label}`);
  await world.tracker.schedules.edit(schedule.id, choice.edits);
  return only();
}

describe("a recipe", () => {
  test("has six steps, of which only the proof cannot be changed", async () => {
    const steps = recipeOf(await make("every Monday at 8, everything encrypted"));
    expect(steps.map(({ id }) => id)).toEqual([
      "select",
      "clean",
      "shape",
      "pack",
      "prove",
      "place",
    ]);
    const fixed = steps.filter(({ choices }) => choices === undefined).map(({ id }) => id);
    expect(fixed).toEqual(["prove"]);
  });
  test.each([
    "every Monday at 8, everything encrypted, keep the last five",
    "work-search log on the last Friday of the month at 17:00",
    "every evening a backup without documents, keep the last seven",
    "every day at 9 applications since January as Excel",
    "my contacts as vcard every month",
    "jeden Montag um 8 alles verschlüsselt",
  ])("of “%s” does what each choice says, at the same times", async (sentence) => {
    const { rule, id } = await make(sentence);
    for (const step of recipeOf(await only())) {
      for (const { label, target } of step.choices ?? []) {
        if (target !== undefined) continue;
        const changed = await choose(step.id, label);
        expect(changed.rule).toEqual(rule);
        const said = recipeOf(changed).find((one) => one.id === step.id);
        const expected: Readonly<Record<string, RegExp>> = {
          JSON: /JSON/,
          "CSV tables": /CSV/,
          "Excel workbook": /XLSX/,
          Encrypted: /sealed/,
          "Not encrypted": /^(?!.*sealed)/,
        };
        expect(said?.text).toMatch(expected[label] ?? new RegExp(label, "i"));
        await world.tracker.schedules.update(id, sentence);
      }
    }
  });
  test("in another format keeps the seal that is around it", async () => {
    await make("every evening a backup without documents");
    expect((await choose("shape", "CSV tables")).plan.container).toBe("vault");
  });
});
