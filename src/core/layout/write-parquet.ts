import type { SchemaElement } from "hyparquet-writer";
import { fail } from "../failure.ts";
import type { Bytes, ExportDocument, Section } from "../formats/contract.ts";
import { commonFields } from "../records/common-fields.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import { columnType, toCell, type ColumnType } from "./parquet-column.ts";

/** Rows of a group: small enough for a quick look at a large file, large enough to compress well. */
const groupRows = 50_000;
const pieceBytes = 1024 * 1024;

/** One kind a file. Types are decided over all rows, so that no value has to be bent to fit. */
export async function* writeParquet(document: ExportDocument): AsyncGenerator<Bytes> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  let sections = 0;
  for await (const section of document.sections) {
    sections += 1;
    if (sections > 1)
      fail({ code: "unexpected", detail: "A Parquet file holds one kind of record" });
    const rows = await gather(section);
    const columns = columnsOf(section, rows);
    const buffer = parquetWriteBuffer({
      columnData: columns.map(({ name, type }) => ({
        name,
        data: rows.map((row) => cellOf(row[name], type)),
      })),
      schema: [
        { name: "root", num_children: columns.length },
        ...columns.flatMap(({ name, type }) => schemaOf(name, type)),
      ],
      rowGroupSize: groupRows,
      createdBy: "Job Tracker Pro",
      kvMetadata: [
        { key: "kind", value: section.kindId },
        { key: "export_info", value: JSON.stringify(document.exportInfo) },
      ],
    });
    for (let at = 0; at < buffer.byteLength; at += pieceBytes) {
      yield new Uint8Array(buffer, at, Math.min(pieceBytes, buffer.byteLength - at)).slice();
    }
  }
}

async function gather(section: Section): Promise<readonly CleanRow[]> {
  const rows: CleanRow[] = [];
  for await (const batch of section.batches) for (const row of batch) rows.push(row);
  return rows;
}

interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** Every field that holds something, and the columns of the section also where they are empty. */
function columnsOf({ kind, columns }: Section, rows: readonly CleanRow[]): readonly Column[] {
  const known = [...Object.keys(commonFields), ...Object.keys(kind.fields)];
  const present = new Set(columns);
  for (const row of rows) for (const name of Object.keys(row)) present.add(name);
  const order = [...new Set([...known, ...present])].filter((name) => present.has(name));
  return order.map((name) => {
    const values = rows.map((row) => row[name] ?? undefined);
    return { name, type: columnType(kind.fields[name], values) };
  });
}

function cellOf(value: unknown, type: ColumnType): unknown {
  return value === undefined || value === null ? null : toCell(value, type);
}

function schemaOf(name: string, type: ColumnType): readonly SchemaElement[] {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  switch (type) {
    case "text":
    case "json":
      return [{ ...optional, ...textElement }];
    case "day":
      return [{ ...optional, type: "INT32", converted_type: "DATE" }];
    case "instant":
      return [
        {
          ...optional,
          type: "INT64",
          converted_type: "TIMESTAMP_MILLIS",
          logical_type: instantType,
        },
      ];
    case "integer":
      return [{ ...optional, type: "INT64" }];
    case "decimal":
      return [{ ...optional, type: "DOUBLE" }];
    case "flag":
      return [{ ...optional, type: "BOOLEAN" }];
    case "list":
      return [
        { ...optional, converted_type: "LIST", num_children: 1 },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", repetition_type: "OPTIONAL", ...textElement },
      ];
  }
}

const instantType = { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" } as const;
const textElement = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const;
