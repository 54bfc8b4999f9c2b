import { fail } from "../failure.ts";
import { csvCell } from "../escape/csv-cell.ts";
import type { CsvStyle } from "../escape/csv-cell.ts";
import { unguardFormula } from "../escape/guard-formula.ts";
import { flattenValue, isFlat, unflattenValue } from "../layout/flat-value.ts";
import { guessKind } from "../layout/guess-kind.ts";
import type { AnyKind, KindId } from "../records/any-kind.ts";
import { findKind } from "../records/any-kind.ts";
import type { Bytes, ExportDocument, Format } from "./contract.ts";

/**
 * RFC 4180, one kind a file, the header holds field names. Options: `bom` (true: byte order mark),
 * `delimiter` (`,` `;` or a tab), `raw` (true: formulas are not guarded).
 */
export const csv: Format = {
  label: "CSV",
  words: ["csv", "comma-separated", "comma separated values"],
  extension: "csv",
  mediaType: "text/csv;charset=utf-8",
  layout: "per-kind",
  lossless: false,
  write: writeRows,
  read: readRecords,
};

function styleOf(document: ExportDocument): CsvStyle {
  const delimiter = document.options?.["delimiter"];
  return {
    delimiter: delimiter === ";" || delimiter === "\t" ? delimiter : ",",
    guard: document.options?.["raw"] !== true,
  };
}

async function* writeRows(document: ExportDocument): AsyncGenerator<string> {
  const style = styleOf(document);
  let sections = 0;
  for await (const section of document.sections) {
    sections += 1;
    if (sections > 1) fail({ code: "unexpected", detail: "A CSV file holds one kind of record" });
    const fields = section.columns.map((name) => {
      const field = section.kind.fields[name];
      return { name, field, flat: isFlat(field) };
    });
    const head = section.columns.map((name) => csvCell(name, style)).join(style.delimiter);
    yield `${document.options?.["bom"] === true ? "\ufeff" : ""}${head}\r\n`;
    for await (const batch of section.batches) {
      let text = "";
      for (const row of batch) {
        let line = "";
        for (const { name, field, flat } of fields) {
          const value = row[name];
          const cell = flat && typeof value === "string" ? value : flattenValue(value, field);
          line += csvCell(cell, style) + style.delimiter;
        }
        text += soleBlank(line.slice(0, -1), fields.length);
      }
      if (text !== "") yield text;
    }
  }
}

/** A single empty field is quoted: a blank line would be no record to any reader. */
function soleBlank(line: string, columns: number): string {
  return line === "" && columns === 1 ? '""\r\n' : `${line}\r\n`;
}

async function* readRecords(
  bytes: ReadableStream<Bytes>,
  kindId?: KindId,
): AsyncGenerator<{ readonly kindId: string; readonly value: unknown }> {
  let head: readonly string[] | undefined;
  let kind: AnyKind | undefined;
  const { readCsvRows } = await import("../reading/read-csv-rows.ts");
  for await (const { cells } of readCsvRows(bytes)) {
    if (head === undefined) {
      head = cells;
      kind = kindId === undefined ? guessKind(cells) : findKind(kindId);
      continue;
    }
    if (kind === undefined) {
      fail({ code: "unsupported", what: "The columns do not say which kind of record this is" });
    }
    yield { kindId: kind.id, value: toRecord(cells, head, kind) };
  }
}

function toRecord(cells: readonly string[], head: readonly string[], kind: AnyKind): unknown {
  const entries: [string, unknown][] = [];
  for (const [at, name] of head.entries()) {
    const value = unflattenValue(unguardFormula(cells[at] ?? ""), kind.fields[name]);
    if (value !== undefined) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}
