import { toJsonSchema } from "@valibot/to-json-schema";
import type { AnyKind, KindId } from "../records/any-kind.ts";
import { findKind, kindIds } from "../records/any-kind.ts";
import type { Field, FieldType } from "../records/field.ts";
import { recordSchema } from "../records/record-schema.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

const draft = "http://json-schema.org/draft-07/schema#";
const encodings: Readonly<Partial<Record<FieldType, JsonSchema>>> = {
  day: { format: "date" },
  instant: { format: "date-time" },
  url: { format: "uri-reference" },
  email: { format: "email" },
};

/** One kind of record as JSON Schema, draft 7, from the same schema that checks an import. */
function recordJsonSchema(kind: AnyKind): JsonSchema {
  const { $schema: _draft, ...schema } = toJsonSchema(recordSchema(kind), {
    errorMode: "ignore",
  }) as Record<string, unknown>;
  const properties = schema["properties"] as Readonly<Record<string, JsonSchema>>;
  const described = Object.entries(kind.fields).map(
    ([name, field]) => [name, describe(field, properties[name] ?? {})] as const,
  );
  return {
    ...schema,
    title: kind.label,
    properties: Object.fromEntries(described),
    additionalProperties: kind.id === "documents" ? bytesProperty : false,
  };
}

/** A JSON file carries the bytes of a document inside it; a package as a file of its own. */
const bytesProperty: JsonSchema = { type: "string", contentEncoding: "base64" };

function describe(field: Field, schema: JsonSchema): JsonSchema {
  const choices = field.choices === undefined ? {} : { examples: field.choices };
  const refers = field.refers === undefined ? {} : { description: `Refers to ${field.refers}` };
  // Formats are a hint: an instant may lack its zone, and an imported address may be none.
  return { ...schema, title: field.label, ...encodings[field.type], ...choices, ...refers };
}

/** The whole JSON file: `export_info` and `data` (see docs/formats/json.md). */
export function envelopeJsonSchema(): JsonSchema {
  const definitions = kindIds.map((id) => [id, recordJsonSchema(findKind(id))] as const);
  return {
    $schema: draft,
    title: "Job Tracker Pro export, version 1.0",
    type: "object",
    required: ["export_info", "data"],
    properties: {
      export_info: exportInfoSchema,
      data: {
        type: "object",
        properties: Object.fromEntries(kindIds.map((id) => [id, listOf(id)])),
      },
    },
    definitions: Object.fromEntries(definitions),
  };
}

const exportInfoSchema: JsonSchema = {
  type: "object",
  required: ["timestamp", "format", "version", "gdpr_compliant"],
  properties: {
    timestamp: { type: "string", format: "date-time" },
    format: { type: "string" },
    version: { type: "string", pattern: "^1\\.\\d+$" },
    gdpr_compliant: { type: "boolean" },
  },
};

function listOf(id: KindId): JsonSchema {
  const item = { $ref: `#/definitions/${id}` };
  if (id === "settings") {
    return { type: "object", description: "Key to setting; the key is not repeated inside." };
  }
  if (id === "analytics") {
    const figures = { type: "array", items: item };
    return { type: "object", properties: { derived: { const: true }, figures } };
  }
  return { type: "array", items: item };
}
