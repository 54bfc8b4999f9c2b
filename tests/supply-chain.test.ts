import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/source-files.ts";

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly integrity?: string;
        readonly hasInstallScript?: boolean;
        readonly link?: boolean;
      }
    >
  >;
}
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), "utf8"));
const lock = read("package-lock.json") as Lock;
const manifest = read("package.json") as Readonly<
  Record<"dependencies" | "devDependencies", Readonly<Record<string, string>>>
>;

/** Lowest versions that closed a known hole; see docs/dependencies.md. */
const minimum: Readonly<Record<string, string>> = { jspdf: "4.2.1", papaparse: "5.2.0" };

function atLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split(".").map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

test.each(Object.entries(minimum))("%s is not older than %s", (name, floor) => {
  expect(atLeast(lock.packages[`node_modules/${name}`]?.version ?? "0", floor)).toBe(true);
});
test("every package is pinned and has its digest", () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d/.test(version),
  );
  expect(loose).toEqual([]);
  const open = Object.entries(lock.packages).filter(
    ([path, entry]) => path !== "" && entry.link !== true && entry.integrity === undefined,
  );
  expect(open.map(([path]) => path)).toEqual([]);
});
test("spreadsheet libraries with known holes stay out", () => {
  expect(
    Object.keys(lock.packages).filter((path) => /node_modules\/(?:xlsx|exceljs)$/.test(path)),
  ).toEqual([]);
});
test("install scripts are never run", () => {
  expect(readFileSync(join(root, ".npmrc"), "utf8")).toContain("ignore-scripts=true");
});
test("every run-time dependency has its line in the documents", () => {
  const page = readFileSync(join(root, "docs/dependencies.md"), "utf8");
  const missing = Object.keys(manifest.dependencies).filter(
    (name) => !page.includes(name.replace("@zxcvbn-ts/", "")),
  );
  expect(missing).toEqual([]);
});
