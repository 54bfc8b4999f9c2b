import { seededId } from "../../restore/seeded-id.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { dayOf, htmlOf, listOf, salaryOf, stagesOf, textOf } from "./cells.ts";

interface JobsyncRows {
  readonly applications: readonly CleanRow[];
  readonly interviews: readonly CleanRow[];
  readonly contacts: readonly CleanRow[];
}
type Entity = Readonly<Record<string, unknown>>;

/** Every list that a backup holds; the ones of its own settings and texts stay empty. */
const empty =
  "ActivityType Profile File Resume ContactInfo Summary ResumeSection WorkExperience Education LicenseOrCertification OtherSection Skill CoverLetter Automation Task Activity Question AutomationRun UserSettings _QuestionToTag user".split(
    " ",
  );
const jobTypes: Readonly<Record<string, string>> = {
  "full-time": "FT",
  "part-time": "PT",
  contract: "C",
  temporary: "C",
  internship: "I",
};
const statuses: Readonly<Record<string, string>> = {
  saved: "draft",
  screening: "interview",
  accepted: "offer",
  withdrawn: "rejected",
  ghosted: "rejected",
};
const known = ["draft", "applied", "interview", "offer", "rejected"];

/** Words that many jobs share, once each, as entities with an id of their own. */
class Words {
  readonly #name: string;
  readonly #more: Entity;
  readonly #ids = new Map<string, { readonly id: string; readonly label: string }>();

  constructor(name: string, more: Entity = {}) {
    this.#name = name;
    this.#more = more;
  }

  id(label: string): string | null {
    if (label === "") return null;
    const value = label.toLowerCase();
    const found = this.#ids.get(value) ?? { id: seededId(`jobsync ${this.#name} ${value}`), label };
    this.#ids.set(value, found);
    return found.id;
  }

  get list(): readonly Entity[] {
    return [...this.#ids].map(([value, { id, label }]) => ({ id, label, value, ...this.#more }));
  }
}

/** @param at instant of the export, for what has no instant of its own. */
export function jobsyncEntities(rows: JobsyncRows, at: string): Record<string, readonly unknown[]> {
  const words = {
    companies: new Words("Company", { logoUrl: null }),
    titles: new Words("JobTitle"),
    places: new Words("Location", { stateProv: null, country: null }),
    sources: new Words("JobSource"),
    tags: new Words("Tag"),
  };
  const jobs = rows.applications.map((row) => jobOf(row, words, at));
  const tagged = rows.applications.flatMap((row) =>
    listOf(row, "tags").map((tag) => ({ jobId: row["id"], tagId: words.tags.id(tag) })),
  );
  const interviews = rows.interviews.map((row) => ({
    id: row["id"],
    createdAt: instantOf(row, "starts_at", at),
    jobId: row["application_id"] ?? null,
  }));
  return {
    ...Object.fromEntries(empty.map((name) => [name, []])),
    Company: words.companies.list,
    JobTitle: words.titles.list,
    Location: words.places.list,
    JobSource: words.sources.list,
    Tag: words.tags.list,
    Job: jobs,
    Note: notesOf(rows, at),
    Interview: interviews,
    Contact: rows.contacts.map((row) => contactOf(row, rows.interviews, at)),
    _JobToTag: tagged,
    jobStatuses: known.map((value) => ({
      label: value.replace(/^./, (a) => a.toUpperCase()),
      value,
    })),
  };
}

interface AllWords {
  readonly companies: Words;
  readonly titles: Words;
  readonly places: Words;
  readonly sources: Words;
}

function jobOf(row: CleanRow, words: AllWords, at: string): Entity {
  const status = textOf(row, "status");
  const word = statuses[status] ?? status;
  const applied = dayOf(row, "applied_on");
  return {
    id: row["id"],
    jobUrl: textOf(row, "url") || null,
    description: htmlOf(textOf(row, "description")),
    jobType: jobTypes[textOf(row, "employment_type")] ?? null,
    workplaceType: textOf(row, "work_mode") || null,
    createdAt: instantOf(row, "created_at", at),
    applied: applied !== "",
    appliedDate: noon(applied),
    dueDate: noon(dayOf(row, "deadline")),
    statusValue: known.includes(word) ? word : applied === "" ? "draft" : "applied",
    jobTitleId: words.titles.id(textOf(row, "title")),
    companyId: words.companies.id(textOf(row, "company")),
    jobSourceId: words.sources.id(textOf(row, "source")),
    salaryRange: salaryOf(row) || null,
    locationId: words.places.id(textOf(row, "location")),
    resumeId: null,
    coverLetterId: null,
    automationId: null,
    matchScore: null,
    matchData: null,
    discoveryStatus: null,
    discoveredAt: null,
  };
}

/** Midday, so that no zone moves the day. */
function noon(day: string): string | null {
  return day === "" ? null : `${day}T12:00:00.000Z`;
}

function instantOf(row: CleanRow, name: string, otherwise: string): string {
  const at = Date.parse(textOf(row, name));
  return Number.isNaN(at) ? otherwise : new Date(at).toISOString();
}

/** Notes, the history of stages, and what an interview says beyond its place in the list. */
function notesOf({ applications, interviews }: JobsyncRows, at: string): readonly Entity[] {
  const said = [
    ...applications.flatMap((row) => [
      { jobId: row["id"], text: textOf(row, "notes") },
      { jobId: row["id"], text: Array.isArray(row["stages"]) ? `Stages: ${stagesOf(row)}` : "" },
    ]),
    ...interviews.map((row) => ({ jobId: row["application_id"], text: interviewText(row) })),
  ];
  return said.flatMap(({ jobId, text }, index) =>
    typeof jobId !== "string" || text === ""
      ? []
      : [
          {
            id: seededId(`jobsync note ${jobId} ${String(index)}`),
            jobId,
            content: htmlOf(text),
            createdAt: at,
            updatedAt: at,
          },
        ],
  );
}

function interviewText(row: CleanRow): string {
  const parts = ["starts_at", "round", "type", "location", "outcome", "notes"].map((name) =>
    textOf(row, name),
  );
  const said = parts.filter(Boolean).join(" · ");
  return said === "" ? "" : `Interview: ${said}`;
}

function contactOf(row: CleanRow, interviews: readonly CleanRow[], at: string): Entity {
  const met = interviews.find((interview) =>
    listOf(interview, "contact_ids").includes(String(row["id"])),
  );
  return {
    id: row["id"],
    name: textOf(row, "name"),
    email: textOf(row, "email") || null,
    createdAt: instantOf(row, "created_at", at),
    interviewId: met?.["id"] ?? null,
  };
}
