import { safeLink } from "../../escape/safe-link.ts";
import type { ExportDocument, Section } from "../../formats/contract.ts";
import type { Field } from "../../records/field.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import type { RelationNames } from "../relation-names.ts";
import { groupCounts, groupField, groupLabel, rowGroups } from "../row-groups.ts";
import { showInstant, showValue } from "../show-value.ts";
import { isMessage, threadHead } from "../thread.ts";
import { closeTable } from "./block-markup.ts";
import { openTable, paragraph, shareOut, tableRow, type Run } from "./markup.ts";
import type { Page } from "./page.ts";

/** A section as a table, as threads, or as counts: what the plan asked for. */
export async function* sectionMarkup(
  section: Section,
  document: ExportDocument,
  names: RelationNames,
  page: Page,
): AsyncGenerator<string> {
  yield paragraph("Heading1", section.kind.label);
  const by = groupField(section, document.group, "count");
  if (by !== undefined) {
    yield await countTable(section, by, names, page);
    return;
  }
  const threads = section.kindId === "conversations" && section.columns.includes("messages");
  let records = 0;
  for await (const { heading, count, batches } of rowGroups(section, document.group)) {
    if (heading !== undefined) yield paragraph("Heading2", `${heading} (${String(count ?? 0)})`);
    const table = new RowTable(section, names, page);
    let open = false;
    for await (const batch of batches) {
      if (batch.length === 0) continue;
      records += batch.length;
      for (const row of batch) names.learn(row, section);
      if (!open && !threads) yield table.open();
      open = true;
      yield batch.map((row) => (threads ? thread(row, section) : table.row(row))).join("");
    }
    if (open && !threads) yield closeTable;
  }
  if (records === 0) yield paragraph("Normal", "No records.");
}

async function countTable(
  section: Section,
  by: string,
  names: RelationNames,
  page: Page,
): Promise<string> {
  const widths = shareOut([3, 1], Math.round(page.inner / 2));
  const counts = await groupCounts(section, by, names);
  const head = [groupLabel(section, by), "Records"].map((text) => ({
    content: paragraph("CellHead", text),
  }));
  const rows = counts.map(({ heading, count }) =>
    tableRow(
      [{ content: paragraph("Cell", heading) }, { content: paragraph("CellRight", String(count)) }],
      widths,
    ),
  );
  return openTable(widths) + tableRow(head, widths, { head: true }) + rows.join("") + closeTable;
}

const shares: Readonly<Record<string, number>> = {
  day: 0.8,
  integer: 0.6,
  decimal: 0.7,
  flag: 0.5,
  url: 1.6,
};

/** Short fields are columns; long texts stand below them over the whole width. */
class RowTable {
  readonly #names: RelationNames;
  readonly #across: readonly (readonly [string, Field | undefined])[];
  readonly #below: readonly (readonly [string, Field | undefined])[];
  readonly #widths: readonly number[];

  constructor({ columns, kind }: Section, names: RelationNames, page: Page) {
    const fields = columns.map((name) => [name, kind.fields[name]] as const);
    const long = fields.filter(
      ([, field]) => field?.type === "long-text" || field?.type === "stages",
    );
    const short = fields.filter((one) => !long.includes(one));
    this.#names = names;
    this.#across = short.length === 0 ? fields : short;
    this.#below = short.length === 0 ? [] : long;
    this.#widths = shareOut(
      this.#across.map(([, field]) => shares[field?.type ?? "text"] ?? 1),
      page.inner,
    );
  }

  open(): string {
    const heads = this.#across.map(([name, field]) => ({
      content: paragraph("CellHead", field?.label ?? name),
    }));
    return openTable(this.#widths) + tableRow(heads, this.#widths, { head: true });
  }

  row(row: CleanRow): string {
    const cells = this.#across.map(([name, field], at) => ({
      content: paragraph(at === 0 ? "Record" : "Cell", this.#runs(row[name], field)),
    }));
    const below = this.#below.flatMap(([name, field]) => {
      const text = showValue(this.#names.resolve(row[name], field), field);
      if (text === "") return [];
      const runs = [{ text: `${field?.label ?? name}: `, bold: true } as const, { text }];
      return [paragraph("Cell", runs)];
    });
    const first = tableRow(cells, this.#widths);
    if (below.length === 0) return first;
    return first + tableRow([{ content: below.join(""), span: cells.length }], this.#widths);
  }

  #runs(value: unknown, field: Field | undefined): readonly Run[] {
    const text = showValue(this.#names.resolve(value, field), field);
    const link =
      field?.type === "url"
        ? safeLink(text)
        : field?.type === "email"
          ? safeLink(`mailto:${text}`)
          : undefined;
    return [{ text, ...(link !== undefined && { link }) }];
  }
}

function thread(row: CleanRow, section: Section): string {
  const { title, facts } = threadHead(row, section);
  const messages: readonly unknown[] = Array.isArray(row["messages"]) ? row["messages"] : [];
  const shown = messages.filter(isMessage).map(({ author, role, sent_at: sentAt, text }) => {
    const at = sentAt === undefined ? "" : `, ${showInstant(sentAt)}`;
    const who: readonly Run[] = [{ text: author ?? role, bold: true }, { text: at }];
    return paragraph("Quiet", who) + paragraph("Normal", text);
  });
  return paragraph("RecordHeading", title) + paragraph("Quiet", facts) + shown.join("");
}
