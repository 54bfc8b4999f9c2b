import type { NewRecord } from "../job-tracker.ts";
import type { AnyRecord } from "../records/stored-record.ts";

export interface ActivitySources {
  readonly applications: readonly AnyRecord[];
  readonly interviews: readonly AnyRecord[];
  readonly contacts: readonly AnyRecord[];
  /** What is in the log already, whoever wrote it. */
  readonly activities: readonly AnyRecord[];
}

/**
 * Activities that the records prove and the log does not have yet: one for each application that was sent,
 * one for each interview. Nothing is doubled, and what a person wrote is never changed.
 * @param until local day; what lies ahead is no activity yet.
 */
export function proposeActivities(sources: ActivitySources, until: string): readonly NewRecord[] {
  const byId = new Map(sources.applications.map((record) => [record.id, record]));
  const people = new Map(sources.contacts.map((record) => [record.id, record]));
  const known = new Set(sources.activities.map(keyOf));
  const proposed = [
    ...sources.applications.map(fromApplication),
    ...sources.interviews.map((interview) => fromInterview(interview, byId, people)),
  ];
  return proposed
    .filter((one) => {
      const key = keyOf(one);
      if (!isPast(one["date"], until) || known.has(key)) return false;
      known.add(key);
      return true;
    })
    .sort((a, b) => (text(a, "date") < text(b, "date") ? -1 : 1));
}

type Fields = Readonly<Record<string, unknown>>;

function keyOf(activity: Fields): string {
  const what = text(activity, "application_id") || text(activity, "employer").toLowerCase();
  return [text(activity, "date"), text(activity, "activity_type").toLowerCase(), what].join("\n");
}

function isPast(day: unknown, until: string): boolean {
  return typeof day === "string" && day !== "" && day <= until;
}

function fromApplication(application: AnyRecord): NewRecord {
  const url = text(application, "url");
  return filled({
    date: text(application, "applied_on").slice(0, 10),
    activity_type: "application",
    employer: text(application, "company"),
    employer_address: text(application, "location"),
    method: url === "" ? "" : "online",
    job_title: text(application, "title"),
    reference: url,
    result: text(application, "status"),
    application_id: application.id,
    document_ids: application["document_ids"],
  });
}

function fromInterview(
  interview: AnyRecord,
  applications: ReadonlyMap<string, AnyRecord>,
  people: ReadonlyMap<string, AnyRecord>,
): NewRecord {
  const application = applications.get(text(interview, "application_id"));
  const ids = interview["contact_ids"];
  const [first] = Array.isArray(ids)
    ? ids.flatMap((id: unknown) => people.get(String(id)) ?? [])
    : [];
  return filled({
    date: text(interview, "starts_at").slice(0, 10),
    activity_type: "interview",
    employer: text(application, "company"),
    employer_address: text(application, "location"),
    employer_contact: text(first, "name"),
    employer_phone: text(first, "phone"),
    method: methods.get(text(interview, "type").toLowerCase()) ?? "",
    job_title: text(application, "title"),
    reference: text(application, "url"),
    result: text(interview, "outcome"),
    application_id: text(interview, "application_id"),
  });
}

const methods: ReadonlyMap<string, string> = new Map([
  ["phone", "phone"],
  ["video", "online"],
  ["on-site", "in person"],
  ["panel", "in person"],
]);

function text(record: Fields | undefined, name: string): string {
  const value = record?.[name];
  return typeof value === "string" ? value.trim() : "";
}

function filled(fields: Fields): NewRecord {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== "" && value !== undefined),
  );
}
