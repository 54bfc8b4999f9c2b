// npm test: installs what is needed, runs every suite, and ends with `N passed, N failed` over all.
// `--quick` (npm run check) leaves out the browser journeys.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureTools } from "./ensure-tools.mjs";
import { install, run } from "./install.mjs";

const quick = process.argv.includes("--quick");
const reports = "test-results";
let passed = 0;
let failed = 0;
const lines = [];

function record(name, right, wrong, seconds) {
  passed += right;
  failed += wrong;
  lines.push(
    `${wrong === 0 ? "ok  " : "FAIL"} ${name}: ${right} passed, ${wrong} failed (${seconds.toFixed(1)} s)`,
  );
}

/** A tool that is right or wrong as a whole counts as one test. */
function tool(name, args) {
  console.log(`\n— ${name}`);
  const from = performance.now();
  const { status } = run("npx", args);
  record(name, status === 0 ? 1 : 0, status === 0 ? 0 : 1, (performance.now() - from) / 1000);
}

/** A runner writes its counts into a JSON file; one that wrote none counts as failed. */
function runner(name, args, file, read) {
  console.log(`\n— ${name}`);
  const from = performance.now();
  rmSync(file, { force: true });
  const { status } = run("npx", args, {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  let counts = { right: 0, wrong: 1 };
  try {
    counts = read(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    console.error(`${name} left no report.`);
  }
  if (status !== 0 && counts.wrong === 0) counts.wrong = 1;
  record(name, counts.right, counts.wrong, (performance.now() - from) / 1000);
}

install();
ensureTools();
mkdirSync(reports, { recursive: true });
if (run("node", ["tools/generate.mjs"]).status !== 0) process.exit(1);

tool("formatting", ["prettier", "--check", "--log-level", "warn", "."]);
tool("types of the app", [
  "svelte-check",
  "--tsconfig",
  "./tsconfig.json",
  "--output",
  "human",
  "--threshold",
  "error",
]);
tool("types of core, without the DOM", ["tsc", "-p", "src/core", "--noEmit"]);
tool("types of the workers", ["tsc", "-p", "workers", "--noEmit"]);
tool("types of the tests", ["tsc", "-p", "tests", "--noEmit"]);
tool("lint", ["eslint", "."]);
tool("unused code", ["knip"]);
const vitestReport = `${reports}/vitest.json`;
runner(
  "unit, contract and property tests",
  ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
  vitestReport,
  (report) => ({
    right: report.numPassedTests,
    wrong:
      report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0),
  }),
);
tool("build", ["vite", "build", "--logLevel", "warn"]);
tool("size", ["size-limit"]);
if (!quick) {
  const playwrightReport = `${reports}/playwright.json`;
  runner(
    "journeys in a browser",
    ["playwright", "test", "--reporter=list,json"],
    playwrightReport,
    ({ stats }) => ({ right: stats.expected, wrong: stats.unexpected + stats.flaky }),
  );
}

console.log(`\n${lines.join("\n")}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
