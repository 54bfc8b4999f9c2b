import { eachRecord } from "../importing/each-record.ts";
import type { NotionPage } from "../importing/notion/read-page.ts";
import { hasNotionId, plainName, readPage } from "../importing/notion/read-page.ts";
import { mappingFor } from "../importing/table/choose-mapping.ts";
import type { Draft } from "../importing/table/read-application.ts";
import type { Table } from "../importing/table/read-table.ts";
import { readTable } from "../importing/table/read-table.ts";
import { readApplications } from "../importing/table/table-applications.ts";
import { tellsApplications } from "../importing/table/table-columns.ts";
import { readContacts, tellsContacts } from "../importing/table/table-contacts.ts";
import { wholeText } from "../importing/whole-text.ts";
import { folded } from "../restore/natural-key.ts";
import type { ColumnSeen, Skipped } from "../restore/contract.ts";
import type { FoundFile, ImportContext, Importer, ReadRecord } from "./contract.ts";

/** An export of Notion: one CSV a database, one Markdown page a row. */
export const notion: Importer = {
  label: "Notion",
  recognises(files) {
    const own = files.filter(({ name }) => hasNotionId(name));
    return own.some(({ name }) => /\.csv$/i.test(name)) ? 0.94 : 0;
  },
  async read(files, context) {
    const databases = wholeDatabases(files);
    const pages = await readPages(files.filter(({ name }) => /\.md$/i.test(name)));
    const skipped: Skipped[] = [];
    const warnings: string[] = [];
    const records: ReadRecord[] = [];
    const joined = new Set<string>();
    let mapping: Readonly<Record<string, string>> = {};
    const columns: ColumnSeen[] = [];
    for (const file of databases) {
      const table = await readTable(file);
      const targets = mappingFor(table, context.mapping);
      // A table of people names their companies too, and is no table of applications for that.
      if (tellsContacts(table.head))
        records.push(...readContacts(table, context, "notion").records);
      else if (tellsApplications(table, targets)) {
        const reading = readRows(table, targets, context, pages, joined);
        records.push(...reading.records);
        skipped.push(...reading.skipped);
        warnings.push(...reading.warnings);
        mapping = { ...mapping, ...reading.mapping };
        columns.push(...(reading.columns ?? []));
      } else skipped.push({ what: file.name, why: "No column holds a company, a title or a link" });
    }
    const rest = files.filter(
      (file) => !databases.includes(file) && !/\.(?:md|csv)$/i.test(file.name),
    );
    skipped.push(
      ...rest.map(({ name }) => ({ what: name, why: "Pictures and files of pages are not taken" })),
    );
    const views = files.filter(
      (file) => /\.csv$/i.test(file.name) && !databases.includes(file),
    ).length;
    if (views > 0)
      skipped.push({
        what: `Views: ${String(views)}`,
        why: "The same rows stand in the whole database",
      });
    const left = pages.size - joined.size;
    if (left > 0)
      skipped.push({ what: `Pages: ${String(left)}`, why: "They belong to no application" });
    warnings.push(
      `Pages joined to their rows: ${String(joined.size)}.`,
      "Relations, rollups, formulas and views do not survive an export of Notion: their values are kept as text.",
    );
    return {
      label: "Export of Notion",
      records: eachRecord(records),
      skipped,
      warnings: [...new Set(warnings)],
      mapping,
      columns: [...new Map(columns.map((one) => [one.name, one])).values()],
    };
  },
};

/** Of a database and its view the whole one; parts of a split export are all taken. */
function wholeDatabases(files: readonly FoundFile[]): readonly FoundFile[] {
  const tables = files.filter(({ name }) => /\.csv$/i.test(name));
  const whole = new Set(
    tables
      .filter(({ name }) => /_all\.csv$/i.test(name))
      .map(({ name }) => name.replace(/_all\.csv$/i, ".csv").toLowerCase()),
  );
  return tables.filter(({ name }) => /_all\.csv$/i.test(name) || !whole.has(name.toLowerCase()));
}

async function readPages(files: readonly FoundFile[]): Promise<ReadonlyMap<string, NotionPage>> {
  const pages = new Map<string, NotionPage>();
  for (const file of files) {
    const page = readPage(await wholeText(file, "utf-8"));
    pages.set(
      `${folded(page.title === "" ? plainName(file.name) : page.title)} ${file.name}`,
      page,
    );
  }
  return pages;
}

function readRows(
  table: Table,
  targets: ReturnType<typeof mappingFor>,
  context: ImportContext,
  pages: ReadonlyMap<string, NotionPage>,
  joined: Set<string>,
) {
  const titleAt = 0;
  const titleName = table.head[titleAt] ?? "";
  const titleTarget = targets[titleAt];
  return readApplications(table, targets, context, {
    seed: "notion",
    finish(draft, extra): Draft {
      const title =
        titleTarget === undefined || titleTarget === "extra"
          ? extra[titleName]
          : draft[titleTarget];
      const found = [...pages].find(
        ([key, page]) =>
          !joined.has(key) && key.startsWith(`${folded(title)} `) && agrees(page, draft),
      );
      if (found === undefined) return draft;
      const [key, page] = found;
      joined.add(key);
      const notes = [draft["notes"], page.body]
        .filter((text) => typeof text === "string" && text !== "")
        .join("\n\n");
      return notes === "" ? draft : { ...draft, notes };
    },
  });
}

/** Two rows of one name are told apart by what else stands in the page. */
function agrees(page: NotionPage, draft: Draft): boolean {
  const { title, url } = draft;
  const values = [...page.properties.values()].map(folded);
  const said = [title, url].filter((value) => typeof value === "string").map(folded);
  return values.length === 0 || said.length === 0 || said.some((value) => values.includes(value));
}
