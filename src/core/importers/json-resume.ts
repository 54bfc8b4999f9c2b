import { eachRecord } from "../importing/each-record.ts";
import type { JsonObject } from "../importing/json-items.ts";
import { isObject, textOf } from "../importing/json-items.ts";
import { parseCheckedJson } from "../reading/check-json.ts";
import { headText } from "../restore/sniff.ts";
import type { Skipped } from "../restore/contract.ts";
import { collectBytes } from "../zip/byte-streams.ts";
import type { FoundFile, Importer } from "./contract.ts";

/** Sections of the schema (jsonresume.org, 1.0.0), in the order in which a résumé is read. */
const sections =
  "work volunteer education awards certificates publications skills languages interests references projects".split(
    " ",
  );

function isResume({ head }: FoundFile): boolean {
  const text = headText(head).trimStart();
  const named = sections.filter((name) => new RegExp(`"${name}"\\s*:\\s*\\[`).test(text));
  return text.startsWith("{") && /"basics"\s*:\s*\{/.test(text) && named.length > 0;
}

/** A résumé in the open JSON Resume form becomes one document with its text; it names no application. */
export const jsonResume: Importer = {
  label: "JSON Resume",
  recognises: ([file, ...more]) =>
    file !== undefined && more.length === 0 && isResume(file) ? 0.9 : 0,
  async read([file], context) {
    const parsed = file === undefined ? {} : parseCheckedJson(await collectBytes(file.open()));
    const resume = isObject(parsed) ? parsed : {};
    const basics = isObject(resume["basics"]) ? resume["basics"] : {};
    const name = textOf(basics["name"]);
    const text = resumeText(basics, resume);
    const value = {
      id: context.newId(`json-resume ${name ?? ""} ${text.slice(0, 2_000)}`),
      name: name === undefined ? "Resume" : `Resume of ${name}`,
      document_type: "resume",
      text,
    };
    const known = new Set(["$schema", "meta", "basics", ...sections]);
    const skipped: Skipped[] = Object.keys(resume)
      .filter((key) => !known.has(key))
      .map((key) => ({ what: key, why: "It is no section of JSON Resume" }));
    for (const key of ["image", "phone", "email", "location"])
      if (basics[key] !== undefined)
        skipped.push({ what: `basics.${key}`, why: "Your own address and picture are not taken" });
    return {
      label: "A résumé (JSON Resume)",
      records: eachRecord([{ kindId: "documents", value, where: "basics" }]),
      skipped,
      warnings: ["It becomes one document with the text of the résumé."],
    };
  },
};

function resumeText(basics: JsonObject, resume: JsonObject): string {
  const head = ["name", "label", "summary", "url"].flatMap((key) => textOf(basics[key]) ?? []);
  const parts = sections.flatMap((section) => {
    const list: unknown = resume[section];
    if (!Array.isArray(list) || list.length === 0) return [];
    const entries = list.filter(isObject).map(entryText);
    return [`${section.toUpperCase()}\n${entries.join("\n\n")}`];
  });
  return [head.join("\n"), ...parts].filter((part) => part !== "").join("\n\n");
}

/** An entry in lines: each field once, lists as points. */
function entryText(entry: JsonObject): string {
  return Object.entries(entry)
    .flatMap(([key, value]) => {
      if (Array.isArray(value)) return value.map((one) => `- ${lineOf(one)}`);
      const line = lineOf(value);
      return line === "" ? [] : [key === "name" || key === "summary" ? line : `${key}: ${line}`];
    })
    .join("\n");
}

const lineOf = (value: unknown): string =>
  typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : isObject(value)
        ? Object.values(value).map(lineOf).filter(Boolean).join(", ")
        : "";
