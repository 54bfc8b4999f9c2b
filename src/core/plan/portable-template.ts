import { fail } from "../failure.ts";
import type { ExportPlan } from "./plan.ts";

/** A template as it travels: its words, so that "last month" means the month before its use, and its options. */
export interface PortableTemplate {
  readonly name: string;
  readonly sentence: string;
  readonly options?: NonNullable<ExportPlan["options"]>;
}

const mark = "job-tracker-pro-template";
const longestText = 20_000;

/** The template as a small JSON file. Holds no record, no date of its making, no passphrase. */
export function templateFile(name: string, { sentence, options }: ExportPlan): string {
  const template = { format: mark, version: 1, name, sentence, ...(options && { options }) };
  return `${JSON.stringify(template, null, 2)}\n`;
}

/** The same behind the `#` of a link, in letters that need no escape there. */
export function templateFragment(name: string, plan: ExportPlan): string {
  const text = JSON.stringify(JSON.parse(templateFile(name, plan)));
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return `template=${btoa(bytes.join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/**
 * Reads either form. What comes in is words and plain options, which are understood anew: nothing runs.
 * @throws FailureError `unsupported`
 */
export function readTemplate(text: string): PortableTemplate {
  const [, encoded] = /^#?template=([A-Za-z0-9_-]+)$/.exec(text.trim()) ?? [];
  const value = parse(encoded === undefined ? text : decode(encoded));
  const { name, sentence, options } = value;
  if (value["format"] !== mark || !isShort(name) || !isShort(sentence)) return refuse();
  const plain = Object.entries(options ?? {}).filter(([, one]) =>
    ["string", "number", "boolean"].includes(typeof one),
  );
  const kept = Object.fromEntries(plain) as NonNullable<ExportPlan["options"]>;
  return { name, sentence, ...(plain.length > 0 && { options: kept }) };
}

function isShort(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= longestText;
}

function decode(encoded: string): string {
  try {
    const bytes = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
  } catch {
    return refuse();
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = text.length > 2 * longestText ? undefined : JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return refuse();
  }
}

function refuse(): never {
  return fail({ code: "unsupported", what: "This is no template of Job Tracker Pro; it" });
}
