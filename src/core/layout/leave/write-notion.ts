import type { ExportFile } from "../../containers/contract.ts";
import { escapeMarkdown, markdownLine } from "../../escape/markdown.ts";
import type { Bytes, ExportDocument } from "../../formats/contract.ts";
import type { AnyKind } from "../../records/any-kind.ts";
import { seededId } from "../../restore/seeded-id.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { showValue } from "../show-value.ts";
import { csvLine, textOf } from "./cells.ts";
import { packFile, rowsByKind, zipOf } from "./pack.ts";
import { RowNames } from "./row-names.ts";

/** Texts too long for a property stand on the page of the row. */
const onPage: ReadonlySet<string> = new Set(["long-text", "stages", "messages"]);

/** The shape of Notion's own export: a CSV for each database, and a page for each row with long texts. */
export async function* writeNotion(document: ExportDocument): AsyncGenerator<Bytes> {
  yield* zipOf(filesOf(document));
}

async function* filesOf(document: ExportDocument): AsyncGenerator<ExportFile> {
  const kinds = await rowsByKind(document);
  const names = new RowNames(kinds);
  for (const { kind, rows } of kinds) {
    const base = `${kind.label} ${hexOf(`${document.exportInfo.export_id} ${kind.id}`)}`;
    const columns = propertiesOf(kind);
    const heads = columns.map((name) => kind.fields[name]?.label ?? name);
    const lines = rows.map((row) =>
      csvLine([titleOf(kind, row, names), ...columns.map((name) => names.cell(kind, row, name))]),
    );
    const head = csvLine([titleHead(kind), ...heads]);
    yield packFile(`${base}.csv`, `\ufeff${head}${lines.join("")}`);
    for (const row of rows) {
      const page = pageOf(kind, row, names);
      if (page === undefined) continue;
      const id = hexOf(`${kind.id} ${textOf(row, "id") || names.of(row)}`);
      yield packFile(`${base}/${fileName(titleOf(kind, row, names))} ${id}.md`, page);
    }
  }
}

/** Notion names a row by its first column: the company of an application, else what a record is called. */
function titleHead(kind: AnyKind): string {
  const first = titleField(kind);
  return first === undefined ? kind.one.replace(/^./, upper) : (kind.fields[first]?.label ?? first);
}

const upper = (letter: string): string => letter.toUpperCase();

function titleField(kind: AnyKind): "company" | "name" | undefined {
  if (kind.id === "applications") return "company";
  return kind.fields["name"] === undefined ? undefined : "name";
}

function titleOf(kind: AnyKind, row: CleanRow, names: RowNames): string {
  const field = titleField(kind);
  const value = field === undefined ? undefined : row[field];
  return typeof value === "string" && value !== "" ? value : names.of(row);
}

function propertiesOf(kind: AnyKind): readonly string[] {
  const title = titleField(kind);
  return Object.entries(kind.fields).flatMap(([name, { type }]) =>
    name === title || onPage.has(type) ? [] : [name],
  );
}

/** Title, properties, then the long texts under headings; undefined where there is no long text. */
function pageOf(kind: AnyKind, row: CleanRow, names: RowNames): string | undefined {
  const texts = Object.entries(kind.fields).flatMap(([name, { type, label }]) => {
    const text = onPage.has(type) ? pageText(row[name], type) : "";
    return text === "" ? [] : [`## ${escapeMarkdown(label)}\n\n${text}\n`];
  });
  if (texts.length === 0) return undefined;
  const properties = propertiesOf(kind).flatMap((name) => {
    const value = names.cell(kind, row, name).replace(/\s+/g, " ");
    return value === "" ? [] : [`${kind.fields[name]?.label ?? name}: ${value}\n`];
  });
  const title = titleOf(kind, row, names).replace(/\s+/g, " ");
  return `# ${title}\n\n${properties.join("")}\n${texts.join("\n")}`;
}

function pageText(value: unknown, type: string): string {
  if (typeof value === "string") {
    return value
      .split(/\r\n?|\n/)
      .map(markdownLine)
      .join("  \n")
      .trim();
  }
  if (!Array.isArray(value)) return "";
  const items: readonly unknown[] = value;
  if (type === "messages") return items.map(messageText).filter(Boolean).join("\n\n");
  const field = { type: "stages", sensitivity: "plain", label: "" } as const;
  return items.map((item) => `- ${escapeMarkdown(showValue([item], field))}`).join("\n");
}

function messageText(message: unknown): string {
  if (typeof message !== "object" || message === null) return "";
  const { author, role, text } = message as Readonly<Record<string, unknown>>;
  const who = typeof author === "string" && author !== "" ? author : role;
  const said = typeof text === "string" ? text.split(/\r\n?|\n/).map(markdownLine) : [];
  return `**${escapeMarkdown(typeof who === "string" ? who : "Unnamed")}**\n\n${said.join("  \n")}`;
}

/** 32 hex digits, as Notion puts them behind each name; the same record has the same ones each time. */
function hexOf(seed: string): string {
  return seededId(`notion ${seed}`).replaceAll("-", "");
}

function fileName(title: string): string {
  const plain = title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|#%]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return [...plain].slice(0, 50).join("").replace(/^\.+/, "").trim() || "Untitled";
}
