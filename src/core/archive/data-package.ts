import type { ExportInfo } from "../formats/contract.ts";
import { findKind, type KindId } from "../records/any-kind.ts";
import type { Field, FieldType } from "../records/field.ts";
import type { ManifestFile } from "./manifest.ts";

/** How the tables were written. */
export interface Tables {
  readonly columnsOf: (kind: KindId) => readonly string[];
  readonly delimiter: string;
}

const types: Readonly<Partial<Record<FieldType, object>>> = {
  day: { type: "date" },
  instant: { type: "datetime", format: "any" },
  integer: { type: "integer" },
  decimal: { type: "number" },
  flag: { type: "boolean" },
  url: { type: "string", format: "uri" },
};

/** The CSV files of a package as a Frictionless data package (specs.frictionlessdata.io, version 1). */
export function dataPackageJson(
  exportInfo: ExportInfo,
  written: readonly ManifestFile[],
  tables: Tables,
): string {
  const resources = written.flatMap((file) =>
    file.format === "csv" && file.kind !== undefined ? [toResource(file, file.kind, tables)] : [],
  );
  const data = {
    profile: "tabular-data-package",
    name: "job-search-export",
    title: "Job search export",
    created: exportInfo.timestamp,
    id: exportInfo.export_id,
    resources,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function toResource(file: ManifestFile, kind: KindId, tables: Tables): object {
  const { label, fields, derived } = findKind(kind);
  // A name may hold lower-case letters, digits, `.`, `_` and `-` alone.
  const name = file.name.replace(/^data\//, "").replace(/\.csv$/, "");
  return {
    profile: "tabular-data-resource",
    name: name.toLowerCase().replace(/[^a-z0-9._-]+/g, "-"),
    title: label,
    ...(derived === true && {
      description: "Computed from the other records when the file was made",
    }),
    path: file.name,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    dialect: {
      delimiter: tables.delimiter,
      lineTerminator: "\r\n",
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    schema: {
      fields: tables.columnsOf(kind).map((column) => toField(column, fields[column])),
      missingValues: [""],
    },
  };
}

/** Values are a hint: people may have typed a day that is none, and then the cell holds their text. */
function toField(name: string, field: Field | undefined): object {
  const choices = field?.choices === undefined ? {} : { examples: field.choices };
  return {
    name,
    title: field?.label ?? name,
    ...(types[field?.type ?? "text"] ?? { type: "string" }),
    ...choices,
  };
}
