import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

export interface SourceFile {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** Relative imports, resolved; dynamic ones too. */
  readonly imports: readonly { readonly path: string; readonly typeOnly: boolean }[];
  /** Packages. */
  readonly packages: readonly string[];
}

const importPattern =
  /(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]*?\s+from\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

function walk(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

/** Every TypeScript and Svelte file below the folders, generated ones left out. */
export function readSources(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .filter(
      (path) =>
        /\.(?:ts|svelte)$/.test(path) && !path.endsWith(".d.ts") && !path.includes("/generated/"),
    )
    .map((path) => readSource(relative(root, path).replaceAll("\\", "/")));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const found = [...text.matchAll(importPattern)].map((match) => ({
    target: match[2] ?? match[3] ?? "",
    typeOnly: match[1] !== undefined,
  }));
  return {
    path,
    text,
    lines: text.split("\n").length - 1,
    imports: found
      .filter(({ target }) => target.startsWith("."))
      .map(({ target, typeOnly }) => ({
        path: posix.normalize(posix.join(posix.dirname(path), target)).replace(/\?.*$/, ""),
        typeOnly,
      })),
    packages: found.filter(({ target }) => !target.startsWith(".")).map(({ target }) => target),
  };
}
