/**
 * Trains the table of `src/core/names/weights.ts`: an averaged perceptron over the signs of
 * `features.ts` (docs/decisions/learned-name-weights.md).
 * Usage: npx tsx tools/train-names.ts FOLDER [--part 0|1] [--keep N] [--out FILE]
 * FOLDER holds JSON Lines {id, source, text, spans: [{start, end, type}], scope: [type]}.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { featureCount, isScored, readFeatures, tag, tagCount } from "../src/core/names/features.ts";
import { loadLists } from "../src/core/names/lists.ts";
import { readWords, type Words } from "../src/core/names/words.ts";

interface Row {
  id: string;
  source: string;
  text: string;
  template?: string;
  spans: { start: number; end: number; type: string; optional?: boolean }[];
  scope: string[];
}
interface Example {
  text: string;
  words: Words;
  gold: Int8Array;
  /** -1 where nothing is known, so nothing is learned. */
  weight: number;
}

const args = process.argv.slice(2);
const option = (name: string, fallback: string): string => {
  const at = args.indexOf(name);
  return at >= 0 ? (args[at + 1] ?? fallback) : fallback;
};
const folder = args[0] ?? "";
const part = option("--part", "all");
const keep = Number(option("--keep", "16000"));
const out = option("--out", join(import.meta.dirname, "../src/core/names/weights.ts"));
const rounds = Number(option("--rounds", "10"));

const files = [
  "ner-public.jsonl",
  "presidio-synth.jsonl",
  "negatives.jsonl",
  "negatives-jobs-json.jsonl",
];
/** Rows whose licence does not let a model be trained on them. */
const barred = /loghub|job-titles|jneidel/i;
const tagOf: Record<string, number> = {
  PERSON: tag.person,
  LOCATION: tag.place,
  ADDRESS: tag.place,
  ORGANIZATION: tag.organisation,
};

function half(row: Row): string {
  const key = row.template ?? row.id;
  return String(createHash("sha256").update(`half|${key}`).digest()[0]! & 1);
}

function toExample(row: Row): Example {
  const words = readWords(row.text);
  const gold = new Int8Array(words.count);
  for (let i = 0; i < words.count; i += 1) {
    const start = words.starts[i] ?? 0;
    const end = words.ends[i] ?? 0;
    const span = row.spans.find((one) => one.start < end && start < one.end);
    if (span) gold[i] = span.optional ? -1 : (tagOf[span.type] ?? tag.none);
  }
  return { text: row.text, words, gold, weight: 1 };
}

await loadLists("strict");
const rows = files.flatMap((file) =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row),
);
const usable = rows.filter(
  (row) => !barred.test(row.source) && (part === "all" || half(row) === part),
);
const examples = usable.map((row) => ({ ...toExample(row), scope: new Set(row.scope) }));
process.stderr.write(`${String(examples.length)} texts\n`);

const weights = new Map<number, Float64Array>();
const totals = new Map<number, Float64Array>();
const stamps = new Map<number, number>();
const counts = new Map<number, number>();
let clock = 0;

function weightsOf(key: number): Float64Array {
  let found = weights.get(key);
  if (!found) {
    weights.set(key, (found = new Float64Array(tagCount)));
    totals.set(key, new Float64Array(tagCount));
    stamps.set(key, 0);
  }
  return found;
}

function settle(key: number): void {
  const total = totals.get(key)!;
  const now = weights.get(key)!;
  const since = clock - stamps.get(key)!;
  for (let t = 0; t < tagCount; t += 1) total[t]! += since * now[t]!;
  stamps.set(key, clock);
}

function update(keys: Int32Array, gold: number, guess: number): void {
  for (const key of keys) {
    const found = weightsOf(key);
    settle(key);
    found[gold]! += 1;
    found[guess]! -= 1;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

let seed = 42;
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
};

const margin = Number(option("--margin", "2"));
for (let round = 0; round < rounds; round += 1) {
  let wrong = 0;
  for (let i = examples.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [examples[i], examples[j]] = [examples[j]!, examples[i]!];
  }
  for (const { text, words, gold, scope } of examples) {
    const tags: number[] = [];
    const seen = new Map<number, number>();
    const keys = new Int32Array(featureCount);
    const blind = [true, scope.has("PERSON"), scope.has("LOCATION"), scope.has("ORGANIZATION")];
    for (let i = 0; i < words.count; i += 1) {
      tags.push(0);
      const truth = gold[i]!;
      if (!isScored(words, i)) continue;
      readFeatures(text, words, i, { tags, seen }, keys);
      const scores = new Float64Array(tagCount);
      for (const key of keys) {
        const found = weights.get(key);
        if (found) for (let t = 0; t < tagCount; t += 1) scores[t]! += found[t]!;
      }
      let guess = 0;
      for (let t = 1; t < tagCount; t += 1) {
        const handicap = t === truth ? -margin : 0;
        const base = guess === truth ? -margin : 0;
        if (scores[t]! + handicap > scores[guess]! + base) guess = t;
      }
      clock += 1;
      if (truth >= 0 && guess !== truth && (truth !== 0 || blind[guess])) {
        wrong += 1;
        update(keys, truth, guess);
      }
      const shown = truth >= 0 && random() < 0.7 ? truth : guess;
      tags[i] = shown;
      const hash = words.hashes[i]!;
      if (shown !== 0 || !seen.has(hash)) seen.set(hash, shown);
    }
  }
  process.stderr.write(
    `round ${String(round)}: ${String(wrong)} corrections, ${String(weights.size)} features\n`,
  );
}

const averaged: { key: number; values: number[]; force: number }[] = [];
for (const key of weights.keys()) {
  settle(key);
  if ((counts.get(key) ?? 0) < Number(option("--least", "3"))) continue;
  const values = [...totals.get(key)!].map((total) => total / clock);
  averaged.push({ key, values, force: Math.max(...values.map(Math.abs)) });
}
averaged.sort((a, b) => b.force - a.force);
const kept = averaged.slice(0, keep);
const scale = Math.floor(127 / Math.max(1, kept[0]?.force ?? 1));
const bytes = Buffer.alloc(kept.length * (4 + tagCount));
kept.forEach(({ key, values }, i) => {
  bytes.writeInt32LE(key, i * (4 + tagCount));
  values.forEach((value, t) =>
    bytes.writeInt8(
      Math.max(-127, Math.min(127, Math.round(value * scale))),
      i * (4 + tagCount) + 4 + t,
    ),
  );
});
writeFileSync(
  out,
  `/** Made by tools/train-names.ts; sources and licences: docs/sanitizing-lists.md. */\nexport const weights =\n  "${bytes.toString("base64")}";\n`,
);
process.stderr.write(
  `kept ${String(kept.length)} of ${String(averaged.length)}, strongest ${String(averaged[0]?.force)}\n`,
);
