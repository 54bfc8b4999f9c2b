import type { KindId } from "../../records/any-kind.ts";

/** What each program has a place for; every other field is named as left out. */
const job =
  "id company title status applied_on url location salary_min salary_max salary_currency salary_period";

export const huntrKeeps: readonly string[] = `${job} deadline description notes`.split(" ");

export const reactiveKeeps: readonly string[] = `${job} stages source tags notes archived`
  .split(" ")
  .filter((name) => name !== "id");

const jobsync: Readonly<Partial<Record<KindId, string>>> = {
  applications: `${job} stages source tags deadline description notes work_mode employment_type`,
  interviews: "id application_id starts_at round type location outcome notes",
  contacts: "id name email",
};

const jsonResume: Readonly<Partial<Record<KindId, string>>> = {
  applications: `${job} description tags work_mode employment_type`
    .replace("id ", "")
    .replace(" status", ""),
  documents: "name text",
};

export function jobsyncKeeps(kindId: KindId): readonly string[] {
  return jobsync[kindId]?.split(" ") ?? [];
}

export function jsonResumeKeeps(kindId: KindId): readonly string[] {
  return jsonResume[kindId]?.split(" ") ?? [];
}

export function applicationsOnly(program: string): (kindId: KindId) => string | undefined {
  return (kindId) => (kindId === "applications" ? undefined : `${program} takes applications only`);
}
