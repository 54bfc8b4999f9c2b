import type { Application } from "../kinds/applications.ts";
import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord, StoredRecord } from "../records/stored-record.ts";
import type { Bytes } from "../formats/contract.ts";
import { addDays, dayOf, sampleApplication } from "./sample-application.ts";
import { makeSamplePdf, makeSamplePng } from "./sample-documents.ts";
import {
  sampleCompanies,
  sampleMemories,
  samplePeople,
  sampleQueries,
  sampleTalk,
} from "./sample-words.ts";
import { seededRandom, type SeededRandom } from "./seeded-random.ts";

export interface Sample {
  readonly records: Readonly<Partial<Record<KindId, readonly AnyRecord[]>>>;
  /** Document id → bytes and media type. */
  readonly bytes: ReadonlyMap<string, { readonly bytes: Bytes; readonly mediaType: string }>;
}

const applicationCount = 40;

/** A real year of searching that ends on `today`, the same for the same seed; every record is marked as sample. */
export async function makeSample(today: Date, seed = 7): Promise<Sample> {
  const random = seededRandom(seed);
  const begin = addDays(today, -330);
  const contacts = samplePeople.map((person, index) =>
    sampleContact(random, person, addDays(begin, index * 22)),
  );
  const { documents, bytes } = await sampleDocuments(random, begin);
  const applications = Array.from({ length: applicationCount }, (_, index) => {
    const company = sampleCompanies[index % sampleCompanies.length];
    if (company === undefined) throw new RangeError("No sample company");
    const at = addDays(begin, Math.floor((index * 328) / applicationCount) + random.between(0, 5));
    const contact = contacts[index % contacts.length];
    return sampleApplication(random, company, at > today ? today : at, today, {
      contact_ids: contact !== undefined && random.chance(0.5) ? [contact.id] : [],
      document_ids: documents[0] === undefined ? [] : [documents[index % 2]?.id ?? documents[0].id],
    });
  });
  const records = {
    applications,
    interviews: applications.flatMap((application) => sampleInterviews(random, application)),
    contacts: linkContacts(contacts, applications),
    activities: sampleActivities(random, applications, today),
    job_searches: sampleQueries.map((query, index) =>
      sampleSearch(random, query, addDays(today, -3 * index)),
    ),
    conversations: sampleTalk.map((talk, index) =>
      sampleConversation(random, talk, addDays(today, -9 * index - 2), applications[index]),
    ),
    documents,
    memories: sampleMemories.map((memory, index) =>
      sampleMemory(random, memory, addDays(begin, 40 * index)),
    ),
    settings: [sampleSetting("weekly_goal", 3, begin)],
  };
  return { records: records as unknown as Sample["records"], bytes };
}

function stamped(random: SeededRandom, at: Date): StoredRecord {
  return {
    id: random.id(at),
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    sample: true,
  };
}

function sampleContact(
  random: SeededRandom,
  [name, mail, role]: (typeof samplePeople)[number],
  at: Date,
) {
  const company = random.pick(sampleCompanies);
  return {
    ...stamped(random, at),
    name,
    role,
    company: company.name,
    email: `${mail}@${company.site}`,
    // Numbers that the regulators keep free for fiction (Ofcom, 020 7946 0xxx).
    phone: `+44 20 7946 0${String(random.between(100, 999))}`,
    profile_url: `https://www.linkedin.com/in/${mail.replace(".", "-")}`,
    last_contact_on: dayOf(addDays(at, random.between(1, 30))),
  };
}

function linkContacts<C extends { readonly id: string }>(
  contacts: readonly C[],
  applications: readonly Application[],
) {
  return contacts.map((contact) => ({
    ...contact,
    application_ids: applications
      .filter(({ contact_ids }) => contact_ids?.includes(contact.id))
      .map(({ id }) => id),
  }));
}

function sampleInterviews(random: SeededRandom, application: Application) {
  const held = (application.stages ?? []).filter(
    ({ status }) => status === "screening" || status === "interview",
  );
  return held.map((stage) => {
    const at = new Date(`${stage.at}T${String(random.between(8, 15)).padStart(2, "0")}:30:00Z`);
    const first = stage.status === "screening";
    return {
      ...stamped(random, at),
      application_id: application.id,
      round: first ? "First call" : "Second round",
      type: first ? "phone" : random.pick(["video", "on-site", "technical"]),
      starts_at: at.toISOString(),
      duration_minutes: first ? 30 : 60,
      location: first ? "Phone" : "Video call",
      contact_ids: application.contact_ids ?? [],
      outcome: application.status === "rejected" ? "not continued" : "continued",
      notes: first
        ? "Asked about notice period and salary range."
        : "Case study, then questions about stakeholders.",
    };
  });
}

function sampleActivities(random: SeededRandom, applications: readonly Application[], today: Date) {
  const fairs = [20, 75, 160].map((ago) => {
    const at = addDays(today, -ago);
    return {
      ...stamped(random, at),
      date: dayOf(at),
      activity_type: "job fair",
      employer: "Chamber of Commerce",
      method: "in person",
      result: "Three business cards",
    };
  });
  const sent = applications.slice(-16).map((application) => {
    const at = new Date(application.created_at);
    return {
      ...stamped(random, at),
      date: application.applied_on,
      activity_type: "application",
      employer: application.company,
      employer_address: application.location ?? "",
      method: "online",
      job_title: application.title,
      reference: `Req ${String(random.between(1000, 9999))}`,
      result: application.status,
      application_id: application.id,
    };
  });
  return [...fairs, ...sent];
}

function sampleSearch(random: SeededRandom, query: string, at: Date) {
  return {
    ...stamped(random, at),
    query,
    board: random.pick(["LinkedIn", "Indeed", "Stepstone"]),
    filters: { radius_km: 50 },
    ran_at: at.toISOString(),
    result_count: random.between(12, 240),
    alert: random.chance(0.5),
  };
}

function sampleConversation(
  random: SeededRandom,
  [title, question, answer]: (typeof sampleTalk)[number],
  at: Date,
  application: Application | undefined,
) {
  const later = new Date(at.getTime() + 60_000);
  return {
    ...stamped(random, at),
    title,
    source: random.pick(["assistant", "chatgpt", "claude"]),
    started_at: at.toISOString(),
    ended_at: later.toISOString(),
    ...(application === undefined ? {} : { application_id: application.id }),
    messages: [
      { id: random.id(at), role: "user", sent_at: at.toISOString(), text: question },
      { id: random.id(later), role: "assistant", sent_at: later.toISOString(), text: answer },
    ],
  };
}

function sampleMemory(
  random: SeededRandom,
  [topic, text]: (typeof sampleMemories)[number],
  at: Date,
) {
  return {
    ...stamped(random, at),
    topic,
    text,
    importance: "medium",
    source: "assistant",
    learned_at: at.toISOString(),
  };
}

function sampleSetting(key: string, value: unknown, at: Date) {
  return {
    id: key,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    key,
    value,
    sample: true,
  };
}

async function sampleDocuments(random: SeededRandom, begin: Date) {
  const files = [
    ["CV 2026 English.pdf", "resume", "application/pdf", makeSamplePdf("Curriculum vitae")],
    ["Lebenslauf 2026.pdf", "resume", "application/pdf", makeSamplePdf("Lebenslauf")],
    ["Cover letter template.pdf", "cover letter", "application/pdf", makeSamplePdf("Cover letter")],
    ["SQL certificate.png", "certificate", "image/png", makeSamplePng(64, [46, 92, 160])],
    ["Reference letter scan.png", "certificate", "image/png", makeSamplePng(96, [150, 132, 90])],
  ] as const;
  const bytes = new Map<string, { readonly bytes: Bytes; readonly mediaType: string }>();
  const documents: AnyRecord[] = [];
  for (const [index, [name, document_type, media_type, content]] of files.entries()) {
    const record = stamped(random, addDays(begin, index * 12));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    documents.push({ ...record, name, document_type, media_type, size: content.length, sha256 });
    bytes.set(record.id, { bytes: content, mediaType: media_type });
  }
  return { documents, bytes };
}
