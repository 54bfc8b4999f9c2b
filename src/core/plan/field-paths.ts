import type { KindId } from "../records/any-kind.ts";
import type { FieldName } from "../request/request.ts";

type Name = Extract<FieldName, string>;

/** Which stored fields of a kind a field of the request stands for. A kind without an entry has none. */
const paths: Readonly<Partial<Record<Name, Readonly<Partial<Record<KindId, readonly string[]>>>>>> =
  {
    company: {
      applications: ["company"],
      contacts: ["company"],
      activities: ["employer"],
      companies: ["company"],
    },
    title: {
      applications: ["title"],
      activities: ["job_title"],
      conversations: ["title"],
      contacts: ["role"],
    },
    status: { applications: ["status"], companies: ["latest_status"] },
    applied_on: { applications: ["applied_on"], companies: ["first_applied_on"] },
    location: {
      applications: ["location"],
      interviews: ["location"],
      activities: ["employer_address"],
    },
    remote: { applications: ["work_mode"] },
    salary: { applications: ["salary_min", "salary_max", "salary_currency", "salary_period"] },
    source: {
      applications: ["source"],
      conversations: ["source"],
      memories: ["source"],
      job_searches: ["board"],
    },
    tag: { applications: ["tags"] },
    contact: {
      contacts: ["name"],
      activities: ["employer_contact"],
      conversations: ["messages.author"],
    },
    email: { contacts: ["email"] },
    phone: { contacts: ["phone"], activities: ["employer_phone"] },
    notes: {
      applications: ["notes"],
      interviews: ["notes"],
      contacts: ["notes"],
      activities: ["notes"],
      job_searches: ["notes"],
      documents: ["notes"],
    },
    url: { applications: ["url"], contacts: ["profile_url"], job_searches: ["url"] },
    priority: { applications: ["priority"], memories: ["importance"] },
    rating: { applications: ["rating"] },
    deadline: { applications: ["deadline"] },
    type: {
      interviews: ["type"],
      documents: ["document_type", "media_type", "name"],
      activities: ["activity_type"],
      applications: ["employment_type"],
    },
    stage: { applications: ["stages.status"], interviews: ["round"] },
    topic: { memories: ["topic", "text"], conversations: ["title", "messages.text"] },
    size: { documents: ["size"] },
    name: { contacts: ["name"], documents: ["name"] },
    next_action: { applications: ["next_action"] },
    archived: { applications: ["archived"] },
    has_attachment: {
      applications: ["document_ids"],
      activities: ["document_ids"],
      conversations: ["messages.attachments"],
      documents: ["size"],
    },
  };

const everywhere: Readonly<Record<string, string>> = {
  id: "id",
  created_at: "created_at",
  updated_at: "updated_at",
};

/** Stored paths for a field of the request in one kind; empty where the kind has no such field. */
export function pathsFor(field: FieldName, kind: KindId): readonly string[] {
  if (typeof field !== "string") return [field.custom, `extra.${field.custom}`];
  const common = everywhere[field];
  return common === undefined ? (paths[field]?.[kind] ?? []) : [common];
}

/** The kind that a filter on this field means where no kind was named (contract, section 5). */
export function kindOfField(field: FieldName): KindId {
  if (field === "email" || field === "phone" || field === "contact") return "contacts";
  if (field === "topic" || field === "text") return "conversations";
  if (field === "size") return "documents";
  return "applications";
}
