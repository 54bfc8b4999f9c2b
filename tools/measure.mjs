// npm run --silent measure -- WHAT FILE…: runs tests/measure/main.ts on a clone that may lack node_modules.
import { install, run } from "./install.mjs";

install();
const ran = run("npx", ["tsx", "tests/measure/main.ts", ...process.argv.slice(2)]);
process.exit(ran.status ?? 1);
