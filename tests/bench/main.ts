/**
 * `npm run bench -- [NAME…] [--records N] [--reps N]`: the built app in Chromium, with its real headers.
 * Cases alternate, their order rotates, and each result is a multiple of a bare read or put of the same
 * records in the same browser (docs/performance.md).
 */
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright";
import { generateApplications } from "../../src/core/sample/generate-applications.ts";
import { findChromium } from "../../tools/ensure-tools.mjs";
import { serve } from "../../tools/serve.mjs";
import { cases, type Case, type Measured } from "./cases.ts";
import { MemoryWatch } from "./memory-watch.ts";
import { formatTable, summarise } from "./statistics.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    records: { type: "string", default: "10000" },
    reps: { type: "string" },
    port: { type: "string", default: "0" },
    folder: { type: "string", default: "dist" },
  },
});
const records = Number(values.records);
const reps = Number(values.reps ?? (records > 20_000 ? 3 : 5));

function chosenCases(): readonly Case[] {
  const named = cases.filter(({ name }) => positionals.includes(name));
  if (positionals.length === 0) return cases.filter(({ name }) => name !== "strict json");
  const bases = new Set(named.flatMap(({ of }) => of ?? []));
  return cases.filter(({ name }) => bases.has(name) || positionals.includes(name));
}

/** The first thousand come in as a person's would; the others go straight into the database, which is faster. */
async function fill(page: Page): Promise<void> {
  let through = 0;
  for (const batch of generateApplications(records, new Date("2026-11-25"), { batch: 1000 })) {
    if (through === 0) {
      await page.evaluate(
        (rows) => globalThis.jobTracker.records.addMany("applications", rows),
        batch,
      );
    } else await page.evaluate(putRows, batch);
    through += batch.length;
  }
  await page.reload();
  await page.evaluate(() => globalThis.jobTracker.ready);
  // What is read again after every change has to be quiet.
  await page.waitForTimeout(2000);
}

/** Runs in the page. */
async function putRows(rows: readonly object[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("job-tracker-pro");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error("open"));
  });
  await new Promise<void>((resolve, reject) => {
    const options = { durability: "relaxed" } as const;
    const transaction = database.transaction("applications", "readwrite", options);
    const at = new Date().toISOString();
    for (const row of rows) {
      const id = crypto.randomUUID();
      transaction.objectStore("applications").put({ id, created_at: at, updated_at: at, ...row });
    }
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(new Error("put"));
  });
  database.close();
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { longTasks: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration);
    }).observe({ type: "longtask" });
  });
}

interface Samples {
  readonly runs: Measured[];
  readonly longest: number[];
  readonly grown: number[];
}

async function measureAll(
  page: Page,
  memory: MemoryWatch,
  chosen: readonly Case[],
): Promise<Map<string, Samples>> {
  const samples = new Map<string, Samples>();
  for (let rep = 0; rep <= reps; rep += 1) {
    // Rotated, so that no case always comes after the same one; the first round warms up.
    const order = chosen
      .map((_, at) => chosen[(at + rep) % chosen.length])
      .filter((one) => one !== undefined);
    for (const { name, run, input = {} } of order) {
      await page.evaluate(() => (globalThis as { longTasks?: number[] }).longTasks?.splice(0));
      const before = memory.renderers();
      memory.reset();
      const measured = await page.evaluate(run, input);
      const grown = memory.peak() - before;
      const longest = await page.evaluate(() =>
        Math.max(0, ...((globalThis as { longTasks?: number[] }).longTasks ?? [])),
      );
      if (rep === 0) continue;
      const known = samples.get(name) ?? { runs: [], longest: [], grown: [] };
      samples.set(name, known);
      known.runs.push(measured);
      known.longest.push(longest);
      known.grown.push(grown);
      process.stderr.write(`${name}: ${String(Math.round(measured.milliseconds))} ms\n`);
    }
  }
  return samples;
}

function report(chosen: readonly Case[], samples: ReadonlyMap<string, Samples>): string {
  const medians = new Map(
    [...samples].map(([name, { runs }]) => [
      name,
      summarise(runs.map(({ milliseconds }) => milliseconds)).median,
    ]),
  );
  const head = [
    "case",
    "n",
    "median ms",
    "min",
    "max",
    "written ms",
    "MB",
    "x base, written",
    "x base, proved",
    "bar",
    "longest task ms",
    "renderer + MiB",
  ];
  const rows = chosen.map(({ name, of, bar }) => {
    const { runs = [], longest = [], grown = [] } = samples.get(name) ?? {};
    const time = summarise(runs.map(({ milliseconds }) => milliseconds));
    const written = summarise(runs.flatMap(({ written: part }) => part ?? []));
    const base = of === undefined ? undefined : medians.get(of);
    const whole = (value: number): string => (Number.isNaN(value) ? "" : String(Math.round(value)));
    return [
      name,
      String(time.n),
      whole(time.median),
      whole(time.least),
      whole(time.most),
      whole(written.median),
      ((runs[0]?.bytes ?? 0) / 1e6).toFixed(1),
      base === undefined || Number.isNaN(written.median) ? "" : (written.median / base).toFixed(2),
      base === undefined ? "" : `${(time.median / base).toFixed(2)} of ${of ?? ""}`,
      bar === undefined ? "" : `≤ ${String(bar)}`,
      whole(Math.max(...longest)),
      whole(Math.max(...grown) / 1_048_576),
    ];
  });
  return formatTable([head, ...rows]);
}

async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const { server, address } = await serve({ folder: values.folder, port: Number(values.port) });
  const executablePath = findChromium();
  const browser = await chromium.launchServer({
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    ...(executablePath !== undefined && { executablePath }),
  });
  const memory = new MemoryWatch(browser.process().pid ?? 0);
  try {
    const client = await chromium.connect(browser.wsEndpoint());
    const page = await client.newPage();
    await page.goto(address);
    await page.evaluate(() => globalThis.jobTracker.ready);
    await fill(page);
    await watchLongTasks(page);
    const load = loadavg().map((value) => value.toFixed(1));
    const chosen = chosenCases();
    const samples = await measureAll(page, memory, chosen);
    console.log(
      `Job Tracker Pro ${version}, ${client.version()}, ${String(records)} records, load at the start ${load.join(" ")}\n`,
    );
    console.log(report(chosen, samples));
  } finally {
    memory.stop();
    await browser.close();
    server.close();
  }
}

await main();
