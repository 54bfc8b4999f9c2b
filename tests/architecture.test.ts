import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSources, root, type SourceFile } from "./support/source-files.ts";

const sources = readSources("src", "workers");
const maxLines = 250;

function layerOf(path: string): string {
  if (/^src\/main(?:-[a-z]+)?\.ts$/.test(path)) return "main";
  if (path.startsWith("workers/")) return "workers";
  return path.split("/")[1] ?? path;
}

/** The law of imports: what each layer may use. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ["core", "generated"],
  platform: ["platform", "core"],
  state: ["state", "core"],
  ui: ["ui", "state", "core"],
  workers: ["workers", "platform", "core", "tools"],
  main: ["main", "core", "platform", "state", "ui", "workers"],
};

function broken(test: (file: SourceFile, target: string) => boolean): readonly string[] {
  return sources.flatMap((file) =>
    file.imports
      .filter(({ path }) => test(file, path))
      .map(({ path }) => `${file.path} imports ${path}`),
  );
}

describe("the law of imports", () => {
  test("each layer uses only what stands below it", () => {
    expect(
      broken((file, target) => {
        const layer = layerOf(target.startsWith("tools/") ? "src/tools" : target);
        return !(allowed[layerOf(file.path)] ?? []).includes(layer);
      }),
    ).toEqual([]);
  });
  test("only main touches what needs a document", () => {
    const window = broken(
      (file, target) =>
        target.startsWith("src/platform/window/") && layerOf(file.path) === "workers",
    );
    expect(window).toEqual([]);
    const documents = sources
      .filter(
        ({ path }) => path.startsWith("src/platform/") && !path.startsWith("src/platform/window/"),
      )
      .filter(({ text }) =>
        /\bdocument\.(?:createElement|body|addEventListener|visibilityState)/.test(text),
      );
    expect(documents.map(({ path }) => path)).toEqual([]);
  });
  test("core knows neither Dexie nor Svelte", () => {
    const found = sources
      .filter(({ path }) => path.startsWith("src/core/"))
      .flatMap(({ path, packages }) =>
        packages
          .filter((name) => /^(?:dexie|svelte|comlink|workbox)/.test(name))
          .map((name) => `${path}: ${name}`),
      );
    expect(found).toEqual([]);
  });
  test("parts get values and callbacks, never state", () => {
    expect(
      broken(
        (file, target) => file.path.startsWith("src/ui/parts/") && target.startsWith("src/state/"),
      ),
    ).toEqual([]);
  });
  test("no value is imported in a circle", () => {
    expect(findCycles()).toEqual([]);
  });
});

function findCycles(): readonly string[] {
  const edges = new Map(
    sources.map((file) => [
      file.path,
      file.imports.filter(({ typeOnly }) => !typeOnly).map(({ path }) => path),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
}

const shelves = [
  "src/core/kinds",
  "src/core/recognizers",
  "src/core/templates",
  "src/core/rules",
  "src/core/formats",
  "src/core/containers",
  "src/core/importers",
  "src/platform/sinks",
];

describe("a shelf", () => {
  test.each(shelves)("%s has a contract, a registry, and names every item in it", (shelf) => {
    expect(existsSync(join(root, shelf, "contract.ts"))).toBe(true);
    const registry = readFileSync(join(root, shelf, "registry.ts"), "utf8");
    const items = sources
      .filter(
        ({ path }) => path.startsWith(`${shelf}/`) && !/\/(?:contract|registry)\.ts$/.test(path),
      )
      .map(({ path }) => path.slice(shelf.length + 1));
    expect(items.filter((item) => !registry.includes(`"./${item}"`))).toEqual([]);
  });
  test("items are reached through their registry", () => {
    const inside = (path: string): string | undefined =>
      shelves.find((shelf) => path.startsWith(`${shelf}/`));
    const direct = sources.flatMap((file) =>
      file.imports
        .filter(
          ({ path, typeOnly }) =>
            !typeOnly && inside(path) !== undefined && inside(path) !== inside(file.path),
        )
        .filter(
          ({ path }) =>
            !/\/(?:contract|registry)\.ts$/.test(path) && !path.startsWith("src/core/kinds/"),
        )
        .map(({ path }) => `${file.path} imports ${path}`),
    );
    expect(direct).toEqual([]);
  });
});

describe("a file", () => {
  test(`has at most ${String(maxLines)} lines`, () => {
    const long = sources.filter(({ lines }) => lines > maxLines);
    expect(long.map(({ path, lines }) => `${path}: ${String(lines)}`)).toEqual([]);
  });
  test("has a name in kebab-case, a component one in PascalCase", () => {
    const odd = sources
      .filter(({ path }) => !path.startsWith("src/core/kinds/"))
      .map(({ path }) => path.split("/").at(-1) ?? "")
      .filter(
        (name) =>
          !(
            name.endsWith(".svelte")
              ? /^[A-Z][A-Za-z]*\.svelte$/
              : /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.svelte|\.worker)?\.ts$/
          ).test(name),
      );
    expect(odd).toEqual([]);
  });
  test("holds no way around the type checker or the linter", () => {
    const debt = sources.filter(({ text }) =>
      /@ts-ignore|@ts-expect-error|@ts-nocheck|eslint-disable|: any\b|as any\b|<any>/.test(text),
    );
    expect(debt.map(({ path }) => path)).toEqual([]);
  });
  test("opens no connection", () => {
    const calls =
      /\b(?:fetch|importScripts)\(|new (?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\b|sendBeacon\(/;
    const found = sources.filter(({ text }) => calls.test(text)).map(({ path }) => path);
    // The service worker brings the app's own files; the proof page tries to phone out and is refused.
    const known = (path: string): boolean =>
      path === "workers/service-worker.ts" || /network-pro(?:of|bes)/.test(path);
    expect(found.filter((path) => !known(path))).toEqual([]);
  });
  test("a worker fits on one screen", () => {
    const long = sources.filter(({ path, lines }) => path.endsWith(".worker.ts") && lines > 40);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

test("documents name only places that exist", () => {
  for (const document of ["README.md", "ARCHITECTURE.md"]) {
    const text = readFileSync(join(root, document), "utf8");
    const places = [...text.matchAll(/`((?:src|workers|tests|tools|docs|public)\/[\w./-]*)`/g)].map(
      (match) => match[1] ?? "",
    );
    expect(
      places.filter((place) => !existsSync(join(root, place))),
      document,
    ).toEqual([]);
  }
});
