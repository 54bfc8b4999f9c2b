import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { answerPicker, loadSample, openApp, say, sentenceBox } from "./support/app.ts";
import { opened, screens, visit, type Place } from "./support/places.ts";

/** WCAG 2.2 AA on every screen, menu and dialog: axe, sizes of targets, colours and motion of the system. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

test.beforeEach(async ({ context }) => answerPicker(context));

async function everywhere(
  page: Page,
  look: (place: Place) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  test.setTimeout(240_000);
  await openApp(page);
  await loadSample(page);
  const found: string[] = [];
  for (const place of [...screens, ...opened]) {
    await visit(page, place);
    found.push(...(await look(place)).map((one) => `${place.name}: ${one}`));
  }
  return found;
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any screen or open panel, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await everywhere(page, async () => {
      const open = "[popover]:popover-open, dialog[open]";
      const panels = await page.locator(open).count();
      const whole = new AxeBuilder({ page }).withTags(rules);
      const { violations } = await (panels > 0 ? whole.include(open) : whole).analyze();
      return violations.map(
        ({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
      );
    });
    expect(found).toEqual([]);
  });
}

test("all that can be pressed is at least 24 px in both directions, or stands in a sentence", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const small = await everywhere(page, () =>
    page.evaluate(() => {
      const open = document.querySelector("dialog[open], [popover]:popover-open");
      const all = (open ?? document).querySelectorAll<HTMLElement>(
        "button, a[href], select, [role=button], input:not([type=hidden])",
      );
      return (
        [...all]
          .filter((one) => one.checkVisibility() && one.closest(".unseen") === null)
          .filter((one) => !one.matches(".unseen, .skip"))
          // In a line of text the size is that of the text (WCAG 2.5.8, inline).
          .filter((one) => {
            const line = one.closest("p")?.textContent ?? "";
            return line.trim().length <= one.textContent.trim().length;
          })
          .map((one) => ({ one, reach: reachOf(one) }))
          .filter(({ reach }) => reach.width > 0 && (reach.width < 23.9 || reach.height < 23.9))
          .map(
            ({ one, reach }) =>
              `${String(Math.round(reach.width))} × ${String(Math.round(reach.height))} ${one.outerHTML.slice(0, 110)}`,
          )
      );

      /** A box of its own, that of its label, or that of the invisible edge around a small drawing. */
      function reachOf(one: HTMLElement): { readonly width: number; readonly height: number } {
        const own = one.getBoundingClientRect();
        const label = one.closest("label")?.getBoundingClientRect();
        const edge = getComputedStyle(one, "::before");
        const beyond =
          edge.position === "absolute" ? -2 * Number.parseFloat(edge.insetBlockStart) : 0;
        const more = Number.isFinite(beyond) ? Math.max(0, beyond) : 0;
        return {
          width: Math.max(own.width + more, label?.width ?? 0),
          height: Math.max(own.height + more, label?.height ?? 0),
        };
      }
    }),
  );
  expect(small).toEqual([]);
});

test("with reduced motion nothing moves longer than 80 ms, and nothing repeats", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving = await everywhere(page, () =>
    page.evaluate(() => {
      const seconds = (list: string): number =>
        Math.max(
          ...list
            .split(",")
            .map((one) => Number.parseFloat(one) * (one.includes("ms") ? 0.001 : 1)),
        );
      return [...document.querySelectorAll("body *")].flatMap((one) => {
        const style = getComputedStyle(one);
        const long = Math.max(seconds(style.transitionDuration), seconds(style.animationDuration));
        const loops =
          style.animationName !== "none" && style.animationIterationCount === "infinite";
        return long > 0.081 || loops ? [`${one.tagName} ${String(long)} s`] : [];
      });
    }),
  );
  expect([...new Set(moving)]).toEqual([]);
});

test.describe("forced colours", () => {
  test.beforeEach(async ({ page }) => page.emulateMedia({ forcedColors: "active" }));

  test("words that were understood are underlined, and the lit chip has an outline", async ({
    page,
  }) => {
    await openApp(page);
    await loadSample(page);
    await page.goto("/#/ask");
    await say(page, "applications since September as CSV");
    const mark = page.locator("mark", { hasText: "since September" });
    await expect(mark).toHaveCSS("text-decoration-line", "underline");
    await expect(mark).toBeVisible();
    const chip = page.getByRole("button", { name: /^When/ });
    await sentenceBox(page).press("End");
    await chip.hover();
    await expect(mark).toHaveCSS("outline-style", "solid");
    await expect(chip).toHaveCSS("outline-style", "solid");
  });

  test("chosen rows, the chosen view and the focus are told by lines", async ({ page }) => {
    await openApp(page);
    await loadSample(page);
    await page.goto("/#/tracker/applications");
    const grid = page.getByRole("grid");
    await grid.focus();
    for (const key of ["ArrowDown", "Space", "ArrowDown"]) await page.keyboard.press(key);
    const chosen = page.locator('[role="row"][aria-selected="true"]').first();
    await expect(chosen).toHaveCSS("outline-style", "solid");
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const one = document.activeElement;
      const shown = one?.closest("label") ?? one;
      return shown === null ? "" : getComputedStyle(shown).outlineStyle;
    });
    expect(focused).toBe("solid");
    const glyph = page.getByRole("row").nth(1).locator("svg").first();
    const stroke = await glyph.evaluate((one) => getComputedStyle(one).color);
    const page_ = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(stroke).not.toBe(page_);
  });
});
