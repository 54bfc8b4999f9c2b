import { readFileSync, readdirSync } from "node:fs";

// What the first screen loads: the entry script and every chunk that index.html preloads for it.
const html = readFileSync("dist/index.html", "utf8");
const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  (match) => `dist/${match[1]}`,
);
const assets = readdirSync("dist/assets").map((name) => `dist/assets/${name}`);
const named = (pattern) => assets.filter((path) => pattern.test(path));
const later = /\/later-/;

/** A chunk and everything it imports before it can start. */
function withImports(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  const imports = readFileSync(path, "utf8").matchAll(
    /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g,
  );
  for (const [, name] of imports) withImports(`dist/assets/${name}`, seen);
  return seen;
}

// The budgets are those of the design.
export default [
  { name: "first screen, JavaScript", path: first, limit: "80 kB" },
  {
    name: "first screen, CSS",
    path: [
      ...[...html.matchAll(/href="\.\/(assets\/[^"]+\.css)"/g)].map((match) => `dist/${match[1]}`),
      ...named(/\/Ask-.*\.css$/),
    ],
    limit: "12 kB",
  },
  {
    name: "export worker without PDF",
    path: named(/\/(?:start|export)\.worker.*\.js$/).flatMap((path) => [...withImports(path)]),
    limit: "60 kB",
  },
  {
    name: "precache",
    path: assets.filter((path) => !later.test(path)),
    limit: "600 kB",
  },
];
