import type { Application, Stage } from "../kinds/applications.ts";
import type { SampleCompany } from "./sample-words.ts";
import {
  sampleActions,
  sampleNotes,
  sampleSources,
  sampleTags,
  sampleTitles,
} from "./sample-words.ts";
import type { SeededRandom } from "./seeded-random.ts";

const dayMilliseconds = 86_400_000;

export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * dayMilliseconds);
}
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The ways an application goes, most frequent first, with the days each step takes. */
const paths: readonly (readonly (readonly [status: string, from: number, to: number])[])[] = [
  [["rejected", 4, 21]],
  [["ghosted", 28, 45]],
  [
    ["screening", 5, 14],
    ["rejected", 3, 12],
  ],
  [
    ["screening", 5, 14],
    ["interview", 5, 14],
    ["rejected", 5, 14],
  ],
  [
    ["screening", 4, 10],
    ["interview", 5, 14],
    ["offer", 6, 16],
  ],
  [["screening", 4, 12]],
  [
    ["screening", 4, 12],
    ["interview", 4, 12],
  ],
  [["withdrawn", 6, 20]],
  [],
];
const weights = [11, 8, 5, 5, 2, 4, 3, 2, 6];

function pickPath(random: SeededRandom): (typeof paths)[number] {
  let left = random.between(0, weights.reduce((sum, weight) => sum + weight, 0) - 1);
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  return paths[index] ?? [];
}

/** Applied on `appliedAt` and moved on since; nothing happens after `today`. */
export function sampleStages(random: SeededRandom, appliedAt: Date, today: Date): readonly Stage[] {
  const stages: Stage[] = [
    { status: "saved", at: dayOf(addDays(appliedAt, -random.between(0, 6))) },
    { status: "applied", at: dayOf(appliedAt) },
  ];
  let at = appliedAt;
  for (const [status, from, to] of pickPath(random)) {
    at = addDays(at, random.between(from, to));
    if (at > today) break;
    stages.push({ status, at: dayOf(at) });
  }
  return stages;
}

interface SampleLinks {
  readonly contact_ids: readonly string[];
  readonly document_ids: readonly string[];
}

export function sampleApplication(
  random: SeededRandom,
  company: SampleCompany,
  appliedAt: Date,
  today: Date,
  links: SampleLinks,
): Application {
  const title = random.pick(sampleTitles);
  const stages = sampleStages(random, appliedAt, today);
  const last = stages.at(-1);
  const open = ["applied", "screening", "interview", "offer"].includes(last?.status ?? "");
  const base = random.between(11, 22) * 5000;
  return {
    id: random.id(appliedAt),
    created_at: appliedAt.toISOString(),
    updated_at: new Date(`${last?.at ?? dayOf(appliedAt)}T10:00:00Z`).toISOString(),
    company: company.name,
    title,
    status: last?.status ?? "applied",
    stages,
    applied_on: dayOf(appliedAt),
    url: `https://${company.site}/jobs/${title.toLowerCase().replaceAll(" ", "-")}`,
    location: company.city,
    work_mode: random.pick(["remote", "hybrid", "on-site"]),
    employment_type: random.chance(0.85) ? "full-time" : "contract",
    ...(random.chance(0.7)
      ? {
          salary_min: base,
          salary_max: base + 15_000,
          salary_currency: company.currency,
          salary_period: "year",
        }
      : {}),
    source: random.pick(sampleSources),
    tags: random.chance(0.5) ? [random.pick(sampleTags)] : [],
    priority: random.pick(["low", "medium", "medium", "high"]),
    ...(open && random.chance(0.7)
      ? {
          next_action: random.pick(sampleActions),
          next_action_on: dayOf(addDays(today, random.between(1, 12))),
        }
      : {}),
    notes: random.pick(sampleNotes),
    ...links,
    sample: true,
  };
}
