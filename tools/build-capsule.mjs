// Builds the script and the style of the page that opens itself, each as one string, so that the export
// worker can write them into a file: src/generated/capsule-page.ts. Run by generate.mjs and before a build.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = pathOf("../src/generated/capsule-page.ts");

/** The page's script and style, minified, from the sources as they are. */
export async function buildCapsulePage() {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      rollupOptions: {
        input: pathOf("../src/platform/window/capsule-page.ts"),
        output: { format: "iife" },
      },
    },
  });
  const [{ output }] = [built].flat();
  const script = output[0].code.trim();
  const style = readFileSync(pathOf("../src/platform/window/capsule-page.css"), "utf8")
    .replace(/\s+/g, " ")
    .trim();
  if (output.length !== 1 || /<\/(?:script|style)|<!--/i.test(script + style)) {
    throw new Error("The page of a capsule must be one script without a closing tag in it");
  }
  return { script, style };
}

/** Writes the module where it is missing or another one. */
export async function writeCapsulePage() {
  const { script, style } = await buildCapsulePage();
  const text = `export const script = ${JSON.stringify(script)};\nexport const style = ${JSON.stringify(style)};\n`;
  if (existsSync(target) && readFileSync(target, "utf8") === text) return;
  mkdirSync(pathOf("../src/generated/"), { recursive: true });
  writeFileSync(target, text);
}

/** Before tests: Vitest calls it so. */
export async function setup() {
  await writeCapsulePage();
}
