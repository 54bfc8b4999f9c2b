/**
 * Trains the table of `src/core/names/weights.ts`: an averaged perceptron over the signs of
 * `features.ts` (docs/decisions/learned-name-weights.md).
 * Usage: npx tsx tools/train-names.ts FOLDER [--part 0|1] [--keep N] [--out FILE]
 * FOLDER holds JSON Lines {id, source, template?, text, spans: [{start, end, type, optional?}], scope: [type]}.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { featureCount, isScored, readFeatures, tag, tagCount } from "../src/core/names/features.ts";
import { loadLists } from "../src/core/names/lists.ts";
import { readWords, type Words } from "../src/core/names/words.ts";

interface Row {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly template?: string;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly optional?: boolean;
  }[];
  readonly scope: readonly string[];
}

interface Example {
  readonly text: string;
  readonly words: Words;
  /** Tag of each word; -1 where nothing is known, so that nothing is learned. */
  readonly gold: Int8Array;
  /** By tag: whether the text is labelled for it. */
  readonly labelled: readonly boolean[];
}

function option(name: string, fallback: string): string {
  const at = process.argv.indexOf(name);
  return at >= 0 ? (process.argv[at + 1] ?? fallback) : fallback;
}

const folder = process.argv[2] ?? "";
const part = option("--part", "all");
const keep = Number(option("--keep", "20000"));
const out = option("--out", join(import.meta.dirname, "../src/core/names/weights.ts"));
const rounds = Number(option("--rounds", "10"));
/** A right answer has to win by this much. */
const margin = Number(option("--margin", "8"));
/** Features that were corrected less often are chance. */
const least = Number(option("--least", "2"));

const files = [
  "ner-public.jsonl",
  "presidio-synth.jsonl",
  "negatives.jsonl",
  "negatives-jobs-json.jsonl",
];
/** Rows whose licence does not let a model be trained on them. */
const barred = /loghub|job-titles|jneidel/i;
const tagOf: Readonly<Record<string, number>> = {
  PERSON: tag.person,
  LOCATION: tag.place,
  ADDRESS: tag.place,
  ORGANIZATION: tag.organisation,
};

/** Texts of one template stay in one half, so that a half can measure what the other has learned. */
function halfOf(row: Row): string {
  const digest = createHash("sha256")
    .update(`half|${row.template ?? row.id}`)
    .digest();
  return String((digest[0] ?? 0) & 1);
}

function toExample(row: Row): Example {
  const words = readWords(row.text);
  const gold = new Int8Array(words.count);
  for (let i = 0; i < words.count; i += 1) {
    const start = words.starts[i] ?? 0;
    const end = words.ends[i] ?? 0;
    const span = row.spans.find((one) => one.start < end && start < one.end);
    if (span) gold[i] = span.optional === true ? -1 : (tagOf[span.type] ?? tag.none);
  }
  const has = (type: string): boolean => row.scope.includes(type);
  return {
    text: row.text,
    words,
    gold,
    labelled: [true, has("PERSON"), has("LOCATION"), has("ORGANIZATION")],
  };
}

/** Weights of one feature, with what averaging needs. */
class Feature {
  readonly now = new Float64Array(tagCount);
  readonly total = new Float64Array(tagCount);
  since = 0;
  corrections = 0;

  settle(clock: number): void {
    for (let t = 0; t < tagCount; t += 1)
      this.total[t] = (this.total[t] ?? 0) + (clock - this.since) * (this.now[t] ?? 0);
    this.since = clock;
  }

  correct(clock: number, gold: number, guess: number): void {
    this.settle(clock);
    this.now[gold] = (this.now[gold] ?? 0) + 1;
    this.now[guess] = (this.now[guess] ?? 0) - 1;
    this.corrections += 1;
  }
}

const features = new Map<number, Feature>();
let clock = 0;
let seed = 42;
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
}

function guessTag(keys: Int32Array, truth: number): number {
  const scores = new Float64Array(tagCount);
  for (const key of keys) {
    const found = features.get(key)?.now;
    if (found) for (let t = 0; t < tagCount; t += 1) scores[t] = (scores[t] ?? 0) + (found[t] ?? 0);
  }
  if (truth >= 0) scores[truth] = (scores[truth] ?? 0) - margin;
  let best = 0;
  for (let t = 1; t < tagCount; t += 1) if ((scores[t] ?? 0) > (scores[best] ?? 0)) best = t;
  return best;
}

/** One text; the number of corrections. */
function learn({ text, words, gold, labelled }: Example): number {
  const tags: number[] = [];
  const seen = new Map<number, number>();
  const keys = new Int32Array(featureCount);
  let wrong = 0;
  for (let i = 0; i < words.count; i += 1) {
    tags.push(tag.none);
    if (!isScored(words, i)) continue;
    const truth = gold[i] ?? -1;
    readFeatures(text, words, i, { tags, seen }, keys);
    const guess = guessTag(keys, truth);
    clock += 1;
    if (truth >= 0 && guess !== truth && (truth !== tag.none || labelled[guess] === true)) {
      wrong += 1;
      for (const key of keys) {
        const feature = features.get(key) ?? new Feature();
        features.set(key, feature);
        feature.correct(clock, truth, guess);
      }
    }
    // Mostly the truth goes on as "the decision before", so that early mistakes do not teach more.
    const shown = truth >= 0 && random() < 0.7 ? truth : guess;
    tags[i] = shown;
    const hash = words.hashes[i] ?? 0;
    if (shown !== tag.none || !seen.has(hash)) seen.set(hash, shown);
  }
  return wrong;
}

function shuffle(list: Example[]): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [list[i], list[j]];
    if (a && b) [list[i], list[j]] = [b, a];
  }
}

/** The strongest features as base64: key and one signed byte a tag. */
function pack(): string {
  const averaged = [...features]
    .filter(([, feature]) => feature.corrections >= least)
    .map(([key, feature]) => {
      feature.settle(clock);
      const values = [...feature.total].map((total) => total / clock);
      return { key, values, force: Math.max(...values.map(Math.abs)) };
    })
    .sort((a, b) => b.force - a.force || a.key - b.key)
    .slice(0, keep);
  const scale = Math.floor(127 / Math.max(1, averaged[0]?.force ?? 1));
  const bytes = Buffer.alloc(averaged.length * (4 + tagCount));
  for (const [i, { key, values }] of averaged.entries()) {
    const at = i * (4 + tagCount);
    bytes.writeInt32LE(key, at);
    for (const [t, value] of values.entries())
      bytes.writeInt8(Math.max(-127, Math.min(127, Math.round(value * scale))), at + 4 + t);
  }
  process.stderr.write(`kept ${String(averaged.length)} features\n`);
  return bytes.toString("base64");
}

await loadLists("strict");
const examples = files
  .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean))
  .map((line) => JSON.parse(line) as Row)
  .filter((row) => !barred.test(row.source) && (part === "all" || halfOf(row) === part))
  .map(toExample);
for (let round = 0; round < rounds; round += 1) {
  shuffle(examples);
  let wrong = 0;
  for (const example of examples) wrong += learn(example);
  process.stderr.write(`round ${String(round)}: ${String(wrong)} corrections\n`);
}
writeFileSync(
  out,
  `/** Made by tools/train-names.ts; sources and licences: docs/sanitizing-lists.md. */\nexport const weights =\n  "${pack()}";\n`,
);
