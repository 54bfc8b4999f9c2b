import { expect, test } from "@playwright/test";
import { answerPicker, loadSample, openApp, say } from "./support/app.ts";

const screens = ["ask", "tracker", "restore", "history", "schedules", "privacy", "settings"];

test("no request goes anywhere but to the app's own files, workers included", async ({
  page,
  context,
  baseURL,
}) => {
  await answerPicker(context);
  const asked: string[] = [];
  const answered: string[] = [];
  const own = new RegExp(`^GET (?:${baseURL ?? ""}|blob:)`);
  // Requests of workers and of the service worker are seen by the context, not by the page.
  context.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  context.on("response", (response) => answered.push(response.url()));
  await openApp(page);
  await loadSample(page);
  for (const screen of screens) {
    await page.goto(`/#/${screen}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.goto("/#/ask");
  await say(page, "sanitized report for my mentor");
  await page.getByRole("button", { name: /^Export/ }).click();
  await expect(page.getByText("Read back and proved").first()).toBeVisible();
  // The proof page in Settings tries an address that cannot exist, and is refused: no response ever came.
  const outside = asked.filter((request) => !own.test(request));
  expect(outside.filter((request) => !request.includes("https://nobody.invalid/"))).toEqual([]);
  expect(
    answered.filter((url) => !url.startsWith(baseURL ?? "") && !url.startsWith("blob:")),
  ).toEqual([]);
  expect(asked.length).toBeGreaterThan(5);
});

test("every kind of response carries its policy", async ({ request, page }) => {
  await openApp(page);
  const html = await request.get("/");
  expect(html.headers()["content-security-policy"]).toContain("connect-src 'none'");
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.endsWith(".js")),
  );
  const workers = scripts.filter((name) => name.includes("worker"));
  expect(scripts.length).toBeGreaterThan(0);
  for (const url of [...scripts.filter((name) => !name.includes("service-worker")), ...workers]) {
    if (url.includes("service-worker")) continue;
    expect((await request.get(url)).headers()["content-security-policy"], url).toContain(
      "connect-src 'none'",
    );
  }
  const worker = await request.get("/service-worker.js");
  expect(worker.headers()["content-security-policy"]).toContain("connect-src 'self'");
});

test("on a host that sends no headers, the page still refuses, and the service worker adds the policy", async ({
  page,
}) => {
  await openApp(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  const policy = await page.evaluate(() =>
    document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content"),
  );
  expect(policy).toContain("connect-src 'none'");
  const fetched = await page.evaluate(() =>
    fetch("/").then(
      () => "open",
      () => "refused",
    ),
  );
  expect(fetched).toBe("refused");
});

test("the proof page tries to phone out and shows each refusal", async ({ page }) => {
  await openApp(page, "#/settings");
  const refusals = page.getByText(/Refused by the policy/);
  await expect(refusals).toHaveCount(7);
  await expect(page.getByText(/Nothing refused it/)).toHaveCount(0);
});
