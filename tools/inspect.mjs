// node tools/inspect.mjs: what a browser's own audit would ask of the built app, measured by this script:
// performance, accessibility, good habits, whether it can be installed. Prints figures; exits 1 on a failure.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { findChromium } from "./ensure-tools.mjs";
import { serve } from "./serve.mjs";

const { server, address } = await serve({ port: Number(process.env.PORT ?? 0) });
// A host compresses what it sends, the small server of this repository does not.
const packed = createServer(async (request, response) => {
  const answer = await fetch(new URL(request.url ?? "/", address));
  const body = gzipSync(Buffer.from(await answer.arrayBuffer()));
  const headers = Object.fromEntries(answer.headers);
  const sent = { "content-encoding": "gzip", "content-length": body.length };
  response.writeHead(answer.status, { ...headers, ...sent }).end(body);
});
await new Promise((resolve) => packed.listen(0, "127.0.0.1", resolve));
const packedAddress = `http://127.0.0.1:${packed.address().port}/`;
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ["--no-sandbox"],
  ...(executablePath === undefined ? {} : { executablePath }),
});
const failures = [];
function say(part, what, value, good) {
  if (!good) failures.push(what);
  console.log(`${good ? "ok  " : "FAIL"} ${part.padEnd(14)} ${what.padEnd(46)} ${value}`);
}

/** Paints, shifts and long tasks, watched from the first moment. */
function watch() {
  const seen = { lcp: 0, cls: 0, tbt: 0 };
  globalThis.seen = seen;
  const on = (type, each) =>
    new globalThis.PerformanceObserver((list) => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
    });
  on("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  on("layout-shift", (entry) => (seen.cls += entry.hadRecentInput ? 0 : entry.value));
  on("longtask", (entry) => (seen.tbt += Math.max(0, entry.duration - 50)));
}

const lines = {
  desktop: { slower: 1, latency: 40, down: 10, viewport: { width: 1350, height: 940 } },
  "slow phone": { slower: 4, latency: 150, down: 1.6, viewport: { width: 412, height: 823 } },
};
/** A cold load. The bounds are those that the web calls good, for both. */
async function measureLoad(name, { slower, latency, down, viewport }) {
  const context = await browser.newContext({ viewport });
  await context.addInitScript(watch);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await devtools.send("Network.enable");
  const downloadThroughput = (down * 1024 * 1024) / 8;
  const speeds = { downloadThroughput, uploadThroughput: downloadThroughput / 2 };
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency, ...speeds });
  await page.goto(packedAddress);
  await page.evaluate(() => globalThis.jobTracker.ready);
  await page.waitForTimeout(3000);
  const { fcp, lcp, cls, tbt } = await page.evaluate(() => ({
    ...globalThis.seen,
    fcp: globalThis.performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  }));
  const ms = (value) => `${Math.round(value)} ms`;
  say("performance", `first contentful paint, ${name}`, ms(fcp), fcp < 1800);
  say("performance", `largest contentful paint, ${name}`, ms(lcp), lcp < 2500);
  say("performance", `total blocking time, ${name}`, ms(tbt), tbt < 200);
  say("performance", `cumulative layout shift, ${name}`, cls.toFixed(3), cls < 0.1);
  await context.close();
}

async function measureAccess() {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(() => globalThis.jobTracker.records.loadSample());
    let found = 0;
    for (const screen of ["ask", "tracker", "restore", "history", "schedules", "privacy"]) {
      await page.goto(`${address}#/${screen}`);
      await page.waitForTimeout(500);
      await page.evaluate(axe);
      found += await page.evaluate(async () => (await globalThis.axe.run()).violations.length);
    }
    say("accessibility", `axe, six screens, ${colorScheme}`, `${found} found`, found === 0);
    await context.close();
  }
}

async function measureHabits() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  const response = await page.goto(address);
  await page.evaluate(() => globalThis.jobTracker.ready);
  await page.waitForTimeout(1500);
  const head = await page.evaluate(() => ({
    doctype: globalThis.document.doctype?.name,
    quirks: globalThis.document.compatMode,
    lang: globalThis.document.documentElement.lang,
    title: globalThis.document.title,
    viewport: globalThis.document.querySelector("meta[name=viewport]")?.content ?? "",
    description: globalThis.document.querySelector("meta[name=description]")?.content ?? "",
    charset: globalThis.document.characterSet,
  }));
  say("habits", "doctype, standards mode", head.quirks, head.quirks === "CSS1Compat");
  say("habits", "language, character set", `${head.lang}, ${head.charset}`, head.lang !== "");
  say("habits", "title and description", head.title, head.title !== "" && head.description !== "");
  const zoom = !/user-scalable=no|maximum-scale=1(?!\d)/.test(head.viewport);
  say("habits", "viewport that may be zoomed", head.viewport, head.viewport !== "" && zoom);
  say("habits", "errors in the console", String(errors.length), errors.length === 0);
  const headers = response?.headers() ?? {};
  for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy"]) {
    const value = headers[name] ?? "missing";
    say("habits", `header ${name}`, value.slice(0, 40), value !== "missing");
  }
  await measureInstall(context, page);
  await context.close();
}

async function measureInstall(context, page) {
  const devtools = await context.newCDPSession(page);
  const { data = "{}", errors } = await devtools.send("Page.getAppManifest");
  const manifest = JSON.parse(data);
  const sizes = (manifest.icons ?? []).map((icon) => icon.sizes);
  say("install", "manifest", manifest.name ?? "missing", errors.length === 0);
  say("install", "icons", sizes.join(" "), sizes.includes("192x192") && sizes.includes("512x512"));
  const maskable = (manifest.icons ?? []).some((icon) => icon.purpose?.includes("maskable"));
  say("install", "maskable icon", String(maskable), maskable);
  const active = await page.evaluate(async () => {
    const registration = await globalThis.navigator.serviceWorker.ready;
    return registration.active?.state ?? "none";
  });
  say("install", "service worker", active, active === "activated" || active === "activating");
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // A private context is one the browser itself does not install from.
  const real = installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito");
  say(
    "install",
    "what the browser objects to",
    real.map(({ errorId }) => errorId).join(" ") || "nothing",
    real.length === 0,
  );
  await context.setOffline(true);
  const offline = await page.reload().then(
    (answer) => answer?.ok() === true,
    () => false,
  );
  say("install", "opens without a network", String(offline), offline);
}

for (const [name, line] of Object.entries(lines)) await measureLoad(name, line);
await measureAccess();
await measureHabits();
await browser.close();
packed.close();
server.close();
if (failures.length > 0) process.exitCode = 1;
