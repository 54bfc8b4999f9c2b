import { readFileSync, readdirSync } from "node:fs";

// What the first screen loads: the entry script and every chunk that index.html preloads for it.
const html = readFileSync("dist/index.html", "utf8");
const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  (match) => `dist/${match[1]}`,
);
const assets = readdirSync("dist/assets").map((name) => `dist/assets/${name}`);
const named = (pattern) => assets.filter((path) => pattern.test(path));
const later = /\/later-/;

// The budgets are those of the design. Where one is not met yet, the limit is today's size, so that it
// cannot grow unseen; docs/performance.md says by how much it falls short.
export default [
  { name: "first screen, JavaScript (budget 80 kB, not met)", path: first, limit: "92 kB" },
  {
    name: "first screen, CSS",
    path: [
      ...[...html.matchAll(/href="\.\/(assets\/[^"]+\.css)"/g)].map((match) => `dist/${match[1]}`),
      ...named(/\/Ask-.*\.css$/),
    ],
    limit: "12 kB",
  },
  {
    name: "export worker without PDF (budget 60 kB, not met)",
    path: named(/export\.worker.*\.js$/),
    limit: "66 kB",
  },
  {
    name: "precache (budget 600 kB, not met)",
    path: assets.filter((path) => !later.test(path)),
    limit: "830 kB",
  },
];
