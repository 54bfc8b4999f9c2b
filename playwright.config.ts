import { defineConfig } from "@playwright/test";
import { findChromium } from "./tools/ensure-tools.mjs";

const executablePath = findChromium();
const root = process.getuid?.() === 0;
export const quietFlags = [
  ...(root ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results/browser",
  // Two cores are shared with the browser itself: one worker keeps timing honest.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: "http://localhost:4175/",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      args: quietFlags,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: "node tools/serve-built.mjs 4175",
    url: "http://localhost:4175/",
    reuseExistingServer: false,
  },
});
