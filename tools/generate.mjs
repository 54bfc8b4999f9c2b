// Makes what is built from installed packages and not kept in the repository: the fonts of the PDF.
import { existsSync } from "node:fs";
import { run } from "./install.mjs";

if (!existsSync("src/generated/fonts")) {
  const ran = run("npx", ["tsx", "tools/build-fonts.ts"]);
  if (ran.status !== 0) process.exit(ran.status ?? 1);
}
