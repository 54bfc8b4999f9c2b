/**
 * Builds the word lists of `src/core/names` from licensed npm packages (docs/sanitizing-lists.md).
 * Usage: npx tsx tools/build-names.ts FOLDER — FOLDER holds the packages unpacked by `npm pack`, each in
 * a folder of its own: faker, cities, countries, zxcvbn-en, zxcvbn-de, …
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { doubleAgents } from "../src/core/names/double-agents.ts";
import { foldWord } from "../src/core/sanitize/fold.ts";

const folder = process.argv[2] ?? "";
const target = join(import.meta.dirname, "../src/core/names");
const surnamesWanted = 34_000;
const cityLeast = 50_000;
const wordsEach = 6_000;

type Names = Record<string, readonly (string | { value: string })[] | undefined>;
interface Locale {
  person?: Record<string, Names | readonly string[] | null | undefined>;
}

/** One word, Latin letters, long enough to mean something. */
function cleanName(name: string): string[] {
  return name
    .split(/[\s-]+/)
    .map(foldWord)
    .filter((word) => /^[a-z]{2,20}$/.test(word));
}

async function readFaker(key: "first_name" | "last_name"): Promise<Set<string>> {
  const { allLocales } = (await import(
    pathToFileURL(join(folder, "faker/dist/index.js")).href
  )) as { allLocales: Record<string, Locale> };
  const names = new Set<string>();
  for (const locale of Object.values(allLocales)) {
    const found = locale.person?.[key];
    const lists = Array.isArray(found) ? [found] : Object.values(found ?? {});
    for (const list of lists) {
      for (const name of list ?? [])
        for (const word of cleanName(
          typeof name === "string" ? name : (name as { value: string }).value,
        ))
          names.add(word);
    }
  }
  return names;
}

/** The package's lists are one string each, most frequent first. */
function readZxcvbn(language: string, list: string): string[] {
  for (const ending of [".json.cjs", ".json.js"]) {
    const path = join(folder, `zxcvbn-${language}/dist/${list}${ending}`);
    try {
      const source = readFileSync(path, "utf8");
      const text = /"((?:[^"\\]|\\.){200,})"|'((?:[^'\\]|\\.){200,})'/.exec(source);
      if (text && !source.includes("decompress")) return (text[1] ?? text[2] ?? "").split(",");
      const loaded = createRequire(import.meta.url)(path) as { default?: string[] } | string[];
      const words = Array.isArray(loaded) ? loaded : (loaded.default ?? []);
      return typeof words === "string" ? (words as string).split(",") : words;
    } catch {
      continue;
    }
  }
  return [];
}

function write(file: string, name: string, words: Iterable<string>): void {
  const sorted = [...new Set(words)].sort();
  const source = `/** Made by tools/build-names.ts; sources and licences: docs/sanitizing-lists.md. */\nexport const ${name} =\n  ${JSON.stringify(sorted.join(" "))};\n`;
  writeFileSync(join(target, file), source);
  process.stdout.write(`${file}: ${String(sorted.length)} words, ${String(source.length)} bytes\n`);
}

const languages = ["en", "de", "fr", "es", "it", "pt", "pl", "nl"];
const given = await readFaker("first_name");
const surnames = await readFaker("last_name");
for (const language of languages) {
  for (const list of [
    "firstnames",
    "femaleFirstnames",
    "maleFirstnames",
    "boysFirstnames",
    "girlsFirstnames",
  ]) {
    for (const name of readZxcvbn(language, list))
      for (const word of cleanName(name)) given.add(word);
  }
}
for (const language of languages) {
  for (const list of ["lastnames", "maleLastnames", "femaleLastnames"]) {
    for (const name of readZxcvbn(language, list))
      if (surnames.size < surnamesWanted) for (const word of cleanName(name)) surnames.add(word);
  }
}

interface City {
  name: string;
  altName?: string;
  population: number;
}
const cities = new Set<string>();
for (const city of createRequire(import.meta.url)(join(folder, "cities")) as City[]) {
  if (city.population < cityLeast) continue;
  for (const name of [city.name, city.altName ?? ""]) {
    const folded = name
      .split(/[\s'’-]+/)
      .map(foldWord)
      .filter((word) => word !== "")
      .join("_");
    if (/^[a-z_]{3,40}$/.test(folded)) cities.add(folded);
  }
}

// "Is this usually a word?": frequent words that are a name as well count as words, unless the name is
// one of the most frequent of its kind; "john" and "smith" stand in every frequency list.
const foldedZxcvbn = (language: string, list: string, size: number): string[] =>
  readZxcvbn(language, list).slice(0, size).map(foldWord);
const surelyNames = new Set([
  ...foldedZxcvbn("en", "firstnames", 500),
  ...foldedZxcvbn("en", "lastnames", 400),
]);
for (const word of foldedZxcvbn("en", "wikipedia", 400)) {
  if (surelyNames.has(word) || doubleAgents.has(word)) continue;
  given.delete(word);
  surnames.delete(word);
}
const words = new Set<string>();
for (const language of ["en", "de", "fr", "es", "pt", "nl", "it"]) {
  for (const [rank, folded] of foldedZxcvbn(language, "wikipedia", wordsEach).entries()) {
    if (!/^[a-z]{2,20}$/.test(folded)) continue;
    const name = given.has(folded) || surnames.has(folded) || cities.has(folded);
    if (
      !name ||
      doubleAgents.has(folded) ||
      (rank < 2000 && language === "en" && !surelyNames.has(folded) && !cities.has(folded))
    )
      words.add(folded);
  }
}

const countries = new Set<string>();
for (const language of ["en", "de", "fr", "es", "pt", "it", "nl"]) {
  const names = JSON.parse(
    readFileSync(join(folder, `countries/langs/${language}.json`), "utf8"),
  ) as { countries: Record<string, string | string[]> };
  for (const name of Object.values(names.countries).flat()) {
    const folded = name
      .replace(/,.*|\(.*/, "")
      .trim()
      .split(/[\s'’-]+/)
      .map(foldWord)
      .filter((word) => word !== "")
      .join("_");
    if (/^[a-z_]{3,40}$/.test(folded)) countries.add(folded);
  }
}

mkdirSync(target, { recursive: true });
write("given-names.ts", "givenNames", given);
write("surnames.ts", "surnames", surnames);
write("cities.ts", "cities", cities);
write("countries.ts", "countries", countries);
write("ordinary-words.ts", "ordinaryWords", words);
