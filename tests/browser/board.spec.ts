import { expect, test, type Page } from "@playwright/test";
import { openApp } from "./support/app.ts";

const columnOf = (page: Page, name: string) =>
  page.getByRole("region", { name: new RegExp(`^${name}, `) });
const cardsIn = (page: Page, name: string) => columnOf(page, name).locator("[data-card] .company");

async function openBoard(page: Page): Promise<void> {
  await openApp(page);
  await page.evaluate(async () => {
    const at = (day: number): string => `2026-11-${String(day).padStart(2, "0")}T09:00:00Z`;
    await globalThis.jobTracker.records.addMany("applications", [
      { company: "Alpha", status: "applied", stages: [{ status: "applied", at: at(20) }] },
      { company: "Beta", status: "applied", stages: [{ status: "applied", at: at(19) }] },
      { company: "Gamma", status: "applied", stages: [{ status: "applied", at: at(18) }] },
      { company: "Delta", status: "interview", stages: [{ status: "interview", at: at(17) }] },
      { company: "Echo", status: "paused by me", stages: [] },
    ]);
  });
  await page.goto("/#/tracker/applications");
  await page.getByRole("radio", { name: "Board" }).check({ force: true });
  await expect(cardsIn(page, "Applied")).toHaveText(["Alpha", "Beta", "Gamma"]);
}

test("a card is moved and placed by keys, with its position said, and undone", async ({ page }) => {
  await openBoard(page);
  await expect(columnOf(page, "Paused by me")).toBeVisible();
  const said = page.locator("[aria-live=assertive]");
  await columnOf(page, "Applied").getByRole("link", { name: /Gamma/ }).focus();
  await page.keyboard.press("Space");
  await expect(said).toHaveText("Gamma lifted. Applied, position 3 of 3.");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(said).toHaveText("Applied, position 1 of 3.");
  await page.keyboard.press("Space");
  await expect(cardsIn(page, "Applied")).toHaveText(["Gamma", "Alpha", "Beta"]);
  await expect(page.locator(":focus")).toContainText("Gamma");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(said).toHaveText("Interview, position 1 of 2.");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(cardsIn(page, "Interview")).toHaveText(["Delta", "Gamma"]);
  await expect(page.getByText("Gamma moved to Interview.")).toBeVisible();
  await page.reload();
  await expect(cardsIn(page, "Interview")).toHaveText(["Delta", "Gamma"]);
});

test("several moves are taken back one after the other", async ({ page }) => {
  await openBoard(page);
  await columnOf(page, "Applied").getByRole("link", { name: /Alpha/ }).focus();
  for (const key of ["Space", "ArrowRight", "Space"]) await page.keyboard.press(key);
  await expect(cardsIn(page, "Screening")).toHaveText(["Alpha"]);
  await expect(page.getByText("Alpha moved to Screening.")).toBeVisible();
  await columnOf(page, "Applied").getByRole("link", { name: /Beta/ }).focus();
  for (const key of ["Space", "ArrowRight", "Space"]) await page.keyboard.press(key);
  await expect(cardsIn(page, "Screening")).toHaveText(["Beta", "Alpha"]);
  await expect(page.getByText("Beta moved to Screening.")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(cardsIn(page, "Screening")).toHaveText(["Alpha"]);
  await page.keyboard.press("Control+z");
  await expect(cardsIn(page, "Applied")).toHaveText(["Alpha", "Beta", "Gamma"]);
  await page.keyboard.press("Control+Shift+z");
  await expect(cardsIn(page, "Screening")).toHaveText(["Alpha"]);
});

test("a mouse carries a card between two others, and Escape puts it back", async ({ page }) => {
  await openBoard(page);
  const centre = async (company: string) => {
    const box = await page.locator("[data-card]", { hasText: company }).boundingBox();
    if (box === null) throw new Error(`no card of ${company}`);
    return { x: box.x + 60, y: box.y + box.height / 2 };
  };
  const [from, to] = [await centre("Delta"), await centre("Beta")];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 10, { steps: 8 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(cardsIn(page, "Interview")).toHaveText(["Delta"]);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 10, { steps: 8 });
  await page.mouse.up();
  await expect(cardsIn(page, "Applied")).toHaveText(["Alpha", "Delta", "Beta", "Gamma"]);
  await expect(page).toHaveURL(/#\/tracker\/applications$/);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 800, height: 900 } });
  test("a held finger carries a card, a moving one scrolls", async ({ page }) => {
    await openBoard(page);
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x, y }],
      });
    const start = await page.locator("[data-card]", { hasText: "Beta" }).boundingBox();
    const goal = await columnOf(page, "Screening").boundingBox();
    if (start === null || goal === null) throw new Error("the board is not there");
    await touch("touchStart", start.x + 40, start.y + 20);
    await page.waitForTimeout(500);
    for (let step = 1; step <= 8; step += 1) {
      const share = step / 8;
      const x = start.x + 40 + (goal.x + 60 - start.x - 40) * share;
      await touch("touchMove", x, start.y + 20 + 20 * share);
    }
    await touch("touchEnd");
    await expect(cardsIn(page, "Screening")).toHaveText(["Beta"]);
  });
});

test("a thousand cards can be walked through and moved", async ({ page }) => {
  await openApp(page);
  await page.evaluate(async () => {
    const statuses = ["saved", "applied", "screening", "interview", "offer"];
    const records = Array.from({ length: 1000 }, (_, index) => ({
      company: `Company ${String(index)}`,
      title: "Analyst",
      status: statuses[index % 5] ?? "saved",
      applied_on: "2026-11-02",
    }));
    await globalThis.jobTracker.records.addMany("applications", records);
  });
  await page.goto("/#/tracker/applications");
  await page.getByRole("radio", { name: "Board" }).check({ force: true });
  await expect(columnOf(page, "Saved")).toContainText("188 more");
  const first = columnOf(page, "Saved").getByRole("link").first();
  await first.focus();
  const start = Date.now();
  for (const key of ["Space", "ArrowRight", "Space"]) await page.keyboard.press(key);
  await expect(columnOf(page, "Applied")).toHaveAccessibleName("Applied, 201");
  console.log(`a card of a thousand moved in ${String(Date.now() - start)} ms`);
  expect(Date.now() - start).toBeLessThan(3000);
});

test("own statuses are added, renamed, put in order and removed, and no card is lost", async ({
  page,
}) => {
  await openBoard(page);
  const dialog = page.getByRole("dialog", { name: "Own statuses" });
  const nameBox = (name: string) => dialog.getByRole("textbox", { name: `Name of ${name}` });
  const columns = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("section[data-status]")].map((one) =>
        one.getAttribute("data-status"),
      ),
    );
  await page.getByRole("button", { name: "Own statuses …" }).click();
  await dialog.getByRole("textbox", { name: "New status" }).fill("waiting for papers");
  await page.keyboard.press("Enter");
  await expect(nameBox("waiting for papers")).toBeVisible();
  await dialog.getByRole("textbox", { name: "New status" }).fill("Offer");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("There is a status “Offer” already.")).toBeVisible();
  await nameBox("paused by me").fill("on hold");
  await page.keyboard.press("Enter");
  await expect(nameBox("on hold")).toBeVisible();
  await dialog.getByRole("button", { name: "Move waiting for papers up" }).click();
  await expect
    .poll(columns)
    .toEqual([
      "saved",
      "applied",
      "screening",
      "interview",
      "offer",
      "waiting for papers",
      "on hold",
    ]);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(columnOf(page, "Waiting for papers")).toBeVisible();
  await expect(cardsIn(page, "On hold")).toHaveText(["Echo"]);

  await page.getByRole("button", { name: "Own statuses …" }).click();
  await dialog.getByRole("button", { name: "Remove on hold" }).click();
  await page.getByRole("menuitem", { name: "Screening" }).click();
  await expect(nameBox("on hold")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(cardsIn(page, "Screening")).toHaveText(["Echo"]);
  await page.keyboard.press("Control+z");
  await expect(cardsIn(page, "On hold")).toHaveText(["Echo"]);
});
