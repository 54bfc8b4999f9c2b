// Makes what is built and not kept in the repository: the fonts of the PDF, the page of a capsule.
import { existsSync } from "node:fs";
import { run } from "./install.mjs";

if (!existsSync("src/generated/fonts")) {
  const ran = run("npx", ["tsx", "tools/build-fonts.ts"]);
  if (ran.status !== 0) process.exit(ran.status ?? 1);
}

const { writeCapsulePage } = await import("./build-capsule.mjs");
await writeCapsulePage();
