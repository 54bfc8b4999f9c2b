import { eachRecord } from "../importing/each-record.ts";
import type { JsonObject } from "../importing/json-items.ts";
import { isEntry, isObject, jsonItems, textOf } from "../importing/json-items.ts";
import { readStages } from "../importing/objects/stage-log.ts";
import { readDay } from "../importing/table/read-day.ts";
import { readStatus } from "../importing/table/status-words.ts";
import { headText } from "../restore/sniff.ts";
import type { FoundFile, ImportContext, Importer, ReadRecord } from "./contract.ts";

const isTracker = ({ head }: FoundFile): boolean => {
  const text = headText(head).trimStart();
  return text.startsWith("[") && /"companyName"\s*:/.test(text) && /"statusLog"\s*:/.test(text);
};

/** The file of Job Search Tracker: a list of applications with the log of their statuses. */
export const jobSearchTracker: Importer = {
  label: "Job Search Tracker",
  recognises: (files) => (files.some(isTracker) ? 0.9 : 0),
  async read(files, context) {
    const records: ReadRecord[] = [];
    let others = 0;
    for (const file of files.filter(isTracker)) {
      for await (const { value, where } of jsonItems(file.open(), isEntry)) {
        if (isObject(value))
          records.push({ kindId: "applications", value: toRecord(value, context), where });
        else others += 1;
      }
    }
    const skipped =
      others === 0
        ? []
        : [{ what: `Entries of another shape: ${String(others)}`, why: "They are no objects" }];
    return { label: "Job Search Tracker", records: eachRecord(records), skipped, warnings: [] };
  },
};

function toRecord(value: JsonObject, context: ImportContext): JsonObject {
  const { id, companyName, role, status, note, source, statusLog, ...others } = value;
  const stages = readStages(statusLog);
  const applied = stages.find((stage) => stage.status === "applied")?.at.slice(0, 10);
  const word = textOf(status) ?? "";
  const reminder = readDay(textOf(others["reminderDate"]) ?? "", "month-first");
  const fields = {
    company: textOf(companyName),
    title: textOf(role),
    status:
      readStatus(word) ?? (word === "" ? (applied === undefined ? "saved" : "applied") : word),
    ...(stages.length > 0 ? { stages } : {}),
    applied_on: applied,
    source: textOf(source),
    notes: textOf(note),
    next_action_on: reminder,
    url: textOf(others["url"]) ?? textOf(others["link"]),
  };
  const kept = Object.entries(others).filter(
    ([name, one]) => textOf(one) !== undefined && !["reminderDate", "url", "link"].includes(name),
  );
  return {
    id: context.newId(`job-search-tracker ${String(id)} ${String(companyName)} ${String(role)}`),
    ...fields,
    ...(kept.length > 0 ? { extra: Object.fromEntries(kept) } : {}),
  };
}
