import { expect, test } from "@playwright/test";
import { answerPicker, dropFile, openApp } from "./support/app.ts";

test.beforeEach(async ({ context }) => answerPicker(context));

const table = (rows: string): Buffer =>
  Buffer.from(`Company,What It Was,Date Applied,Words\n${rows}`);

test("columns of a table go where they are sent, and the next table with the header follows", async ({
  page,
}) => {
  await openApp(page);
  const rows =
    "Northwind,Analyst of sorts,3/5/2026,Call back\nContoso,Tester of sorts,3/6/2026,Mail\n";
  await dropFile(page, "mine.csv", table(rows));
  // No cell decides the order of the days, so it is asked.
  await expect(page.getByText(/can be read in two ways/)).toBeVisible();
  const columns = page.getByRole("combobox", { name: /goes to$/ });
  await expect(columns.first()).toBeVisible();
  await page.getByLabel("Words goes to").selectOption({ label: "Next step" });
  await expect(page.getByLabel("Words goes to")).toHaveValue("next_action");
  await page.getByLabel("What It Was goes to").selectOption({ label: "Job title" });
  await page.getByLabel("Order of days in Date Applied").selectOption({ label: "Day first" });
  await expect(page.getByText(/can be read in two ways/)).toBeHidden();
  await page.getByRole("button", { name: /^Import 2 changes/ }).click();
  await expect(page.getByText(/imported/i).first()).toBeVisible();
  const list = await page.evaluate(() => globalThis.jobTracker.records.list("applications"));
  const [one] = list.filter(({ company }) => company === "Northwind");
  expect(one).toMatchObject({
    title: "Analyst of sorts",
    applied_on: "2026-05-03",
    next_action: "Call back",
  });

  await page.goto("/#/restore");
  await dropFile(page, "next.csv", table("Fabrikam,Clerk of sorts,4/5/2026,Write\n"));
  await expect(page.getByLabel("Words goes to")).toHaveValue("next_action");
  await expect(page.getByText(/can be read in two ways/)).toBeHidden();
});
