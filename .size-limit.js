import { readFileSync, readdirSync } from "node:fs";

// What the first screen loads: the entry script and every chunk that index.html preloads for it.
const html = readFileSync("dist/index.html", "utf8");
const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  (match) => `dist/${match[1]}`,
);
const assets = readdirSync("dist/assets").map((name) => `dist/assets/${name}`);
const named = (pattern) => assets.filter((path) => pattern.test(path));
const later = /\/later-/;

export default [
  { name: "first screen, JavaScript", path: first, limit: "80 kB" },
  { name: "first screen, CSS", path: named(/\.css$/), limit: "12 kB" },
  { name: "export worker without PDF", path: named(/export\.worker.*\.js$/), limit: "60 kB" },
  { name: "precache", path: assets.filter((path) => !later.test(path)), limit: "600 kB" },
];
