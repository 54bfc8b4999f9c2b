// npm run bench [-- NAME…] [--records N] [--reps N]: benchmarks of the built app in Chromium, one table.
import { ensureTools } from "./ensure-tools.mjs";
import { install, run } from "./install.mjs";

install();
ensureTools();
if (run("node", ["tools/generate.mjs"]).status !== 0) process.exit(1);
if (run("npx", ["vite", "build", "--logLevel", "warn"]).status !== 0) process.exit(1);
const ran = run("npx", ["tsx", "tests/bench/main.ts", ...process.argv.slice(2)]);
process.exit(ran.status ?? 1);
