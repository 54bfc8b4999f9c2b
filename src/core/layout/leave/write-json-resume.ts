import type { ExportFile } from "../../containers/contract.ts";
import type { Bytes, ExportDocument } from "../../formats/contract.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { dayOf, listOf, salaryOf, textOf } from "./cells.ts";
import { openPack, packFile, rowsByKind, zipOf } from "./pack.ts";

/** Where the schemas of JSON Resume 1.0.0 stand. */
const source = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0";
const remote: Readonly<Record<string, string>> = {
  remote: "Full",
  hybrid: "Hybrid",
  "on-site": "None",
};

/** A job description for each application (job-schema.json), and a résumé for each one kept as text. */
export async function* writeJsonResume(document: ExportDocument): AsyncGenerator<Bytes> {
  yield* zipOf(filesOf(document));
}

async function* filesOf(document: ExportDocument): AsyncGenerator<ExportFile> {
  const changed = document.exportInfo.timestamp.slice(0, 19);
  for (const { kind, rows } of await rowsByKind(document)) {
    const folder = kind.id === "applications" ? "jobs" : "resumes";
    for (const [at, row] of rows.entries()) {
      const value = folder === "jobs" ? jobOf(row, changed) : resumeOf(row, changed);
      const words = textOf(row, folder === "jobs" ? "company" : "name");
      const name = `${folder}/${String(at + 1).padStart(5, "0")}${slug(words)}.json`;
      yield packFile(name, `${JSON.stringify(value, null, 2)}\n`);
    }
  }
}

function slug(words: string): string {
  const plain = words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return plain === "" ? "" : `-${plain}`;
}

/** Only what is there: an empty text is no answer in a schema. */
function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""),
  );
}

function jobOf(row: CleanRow, changed: string): Record<string, unknown> {
  const location = textOf(row, "location");
  const tags = listOf(row, "tags");
  return filled({
    title: textOf(row, "title"),
    company: textOf(row, "company"),
    type: textOf(row, "employment_type"),
    date: dayOf(row, "applied_on"),
    description: textOf(row, "description"),
    location: location === "" ? undefined : { address: location },
    remote: remote[textOf(row, "work_mode")],
    salary: salaryOf(row),
    skills: tags.length === 0 ? undefined : [{ name: "Tags", keywords: tags }],
    meta: filled({
      canonical: `${source}/job-schema.json`,
      version: "v1.0.0",
      lastModified: changed,
      url: textOf(row, "url"),
    }),
  });
}

/** A text is no table of positions: it stands as the summary, and the sections wait for a person. */
function resumeOf(row: CleanRow, changed: string): Record<string, unknown> {
  return {
    $schema: `${source}/schema.json`,
    basics: filled({ label: textOf(row, "name"), summary: textOf(row, "text") }),
    work: [],
    education: [],
    skills: [],
    meta: { canonical: `${source}/schema.json`, version: "v1.0.0", lastModified: changed },
  };
}

export async function countJsonResume(bytes: ReadableStream<Bytes>): Promise<number> {
  const { entries } = await openPack(bytes);
  return entries.filter(({ name }) => /^(?:jobs|resumes)\/[^/]+\.json$/.test(name)).length;
}
