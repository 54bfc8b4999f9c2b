import type { ImportContext, ReadRecord } from "../../importers/contract.ts";
import { htmlToText } from "../html-text.ts";
import type { JsonObject } from "../json-items.ts";
import { textOf } from "../json-items.ts";
import { readStatus } from "../table/status-words.ts";
import { readWorkMode } from "../table/work-words.ts";
import { type Entities, jobType } from "./jobsync-entities.ts";

/** The day of an instant, as it is written. */
const day = (value: unknown): string | undefined => textOf(value)?.slice(0, 10);
const tidy = (fields: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );

export interface JobSyncIds {
  readonly job: (id: unknown) => string;
  readonly interview: (id: unknown) => string;
  readonly file: (id: unknown) => string;
}

export const jobSyncIds = (context: ImportContext): JobSyncIds => ({
  job: (id) => context.newId(`jobsync job ${String(id)}`),
  interview: (id) => context.newId(`jobsync interview ${String(id)}`),
  file: (id) => context.newId(`jobsync file ${String(id)}`),
});

export function jobRecords(entities: Entities, ids: JobSyncIds): readonly ReadRecord[] {
  return entities.list("Job").map((job, at) => {
    const notes = entities
      .list("Note")
      .filter((note) => note["jobId"] === job["id"])
      .map((note) => htmlToText(textOf(note["content"]) ?? ""));
    const tags = entities
      .list("_JobToTag")
      .filter((link) => link["jobId"] === job["id"])
      .map((link) => entities.label("Tag", link["tagId"]));
    const word = textOf(job["statusValue"]) ?? "";
    const applied = day(job["appliedDate"]);
    const description = textOf(job["description"]);
    const resume = entities.get("Resume", job["resumeId"]);
    const value = tidy({
      id: ids.job(job["id"]),
      company: entities.label("Company", job["companyId"]),
      title: entities.label("JobTitle", job["jobTitleId"]),
      status:
        readStatus(word) ?? (word === "" ? (applied === undefined ? "saved" : "applied") : word),
      applied_on: applied,
      url: textOf(job["jobUrl"]),
      location: entities.label("Location", job["locationId"]),
      source: entities.label("JobSource", job["jobSourceId"]),
      employment_type: jobType(job["jobType"]),
      work_mode: readWorkMode(textOf(job["workplaceType"]) ?? ""),
      deadline: day(job["dueDate"]),
      tags: tags.some((tag) => tag !== undefined)
        ? tags.filter((tag) => tag !== undefined)
        : undefined,
      notes: notes.length > 0 ? notes.join("\n\n") : undefined,
      description: description === undefined ? undefined : htmlToText(description),
      document_ids:
        textOf(resume?.["FileId"]) === undefined ? undefined : [ids.file(resume?.["FileId"])],
      created_at: textOf(job["createdAt"]),
      extra:
        textOf(job["salaryRange"]) === undefined ? undefined : { salaryRange: job["salaryRange"] },
    });
    return { kindId: "applications", value, where: `Job[${String(at)}]` };
  });
}

export function interviewRecords(entities: Entities, ids: JobSyncIds): readonly ReadRecord[] {
  return entities.list("Interview").map((interview, at) => {
    const value = tidy({
      id: ids.interview(interview["id"]),
      application_id:
        entities.get("Job", interview["jobId"]) === undefined
          ? undefined
          : ids.job(interview["jobId"]),
      starts_at:
        textOf(interview["interviewDate"]) ??
        textOf(interview["date"]) ??
        textOf(interview["startTime"]),
      type: textOf(interview["type"]),
      notes: textOf(interview["notes"]),
      created_at: textOf(interview["createdAt"]),
    });
    return { kindId: "interviews", value, where: `Interview[${String(at)}]` };
  });
}

export function contactRecords(
  entities: Entities,
  ids: JobSyncIds,
  context: ImportContext,
): readonly ReadRecord[] {
  return entities.list("Contact").map((contact, at) => {
    const interview = entities.get("Interview", contact["interviewId"]);
    const job = entities.get("Job", interview?.["jobId"]);
    const value = tidy({
      id: context.newId(`jobsync contact ${String(contact["id"])}`),
      name: textOf(contact["name"]),
      email: textOf(contact["email"]),
      phone: textOf(contact["phone"]),
      company: entities.label("Company", job?.["companyId"]),
      application_ids: job === undefined ? undefined : [ids.job(job["id"])],
      created_at: textOf(contact["createdAt"]),
    });
    return { kindId: "contacts", value, where: `Contact[${String(at)}]` };
  });
}

export function activityRecords(entities: Entities, context: ImportContext): readonly ReadRecord[] {
  return entities.list("Activity").map((activity, at) => {
    const value = tidy({
      id: context.newId(`jobsync activity ${String(activity["id"])}`),
      date: day(activity["startTime"]) ?? day(activity["createdAt"]),
      activity_type: entities.label("ActivityType", activity["activityTypeId"]),
      result: textOf(activity["activityName"]),
      notes: textOf(activity["description"]),
      created_at: textOf(activity["createdAt"]),
      extra:
        typeof activity["duration"] === "number" ? { minutes: activity["duration"] } : undefined,
    });
    return { kindId: "activities", value, where: `Activity[${String(at)}]` };
  });
}
