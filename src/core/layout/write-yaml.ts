import { replaceIllegal } from "../escape/markup.ts";
import { utf8Chunks } from "../reading/decode-text.ts";
import { linesOf } from "../reading/lines-of.ts";
import type { Bytes, ExportDocument } from "../formats/contract.ts";

export async function* writeYaml(document: ExportDocument): AsyncGenerator<string> {
  const { stringify } = await import("yaml");
  const write = (value: unknown, indent: string): string =>
    stringify(cleanStrings(value), {
      lineWidth: 0,
      defaultStringType: "QUOTE_DOUBLE",
      // Names of fields are plain words; names that people chose could be read as something else.
      defaultKeyType: hasFreeKeys(value) ? "QUOTE_DOUBLE" : "PLAIN",
    })
      .replace(/[\u0085\u2028\u2029\ufeff]/g, escapeLineEnd)
      .replace(/^(?=.)/gm, indent);
  yield `export_info:\n${write(document.exportInfo, "  ")}data:\n`;
  let sections = 0;
  for await (const section of document.sections) {
    sections += 1;
    let any = false;
    for await (const batch of section.batches) {
      if (batch.length === 0) continue;
      if (!any) yield `  ${section.kindId}:\n`;
      any = true;
      yield batch.map((row) => write([row], "    ")).join("");
    }
    if (!any) yield `  ${section.kindId}: []\n`;
  }
  if (sections === 0) yield "  {}\n";
}

/** Line ends of YAML 1.1, which a reader would fold inside a quoted text. */
function escapeLineEnd(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function hasFreeKeys(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasFreeKeys);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => !plainKey.test(key) || reserved.has(key) || hasFreeKeys(inner),
  );
}

const plainKey = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
/** What YAML 1.1 takes for something other than a text. */
const reserved: ReadonlySet<string> = new Set("y n yes no on off true false null".split(" "));

/** Half characters and those that YAML calls not printable become U+FFFD. */
function cleanStrings(value: unknown): unknown {
  if (typeof value === "string") return replaceIllegal(value);
  if (Array.isArray(value)) return value.map(cleanStrings);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [replaceIllegal(key), cleanStrings(inner)]),
  );
}

/** Counts the entries of the lists under `data`; quoted texts never begin a line. */
export async function countRecords(bytes: ReadableStream<Bytes>): Promise<number> {
  const decoder = new TextDecoder();
  let records = 0;
  // The information in front of the data holds lists of its own.
  let inData = false;
  for await (const { bytes: line } of linesOf(utf8Chunks(bytes))) {
    const head = decoder.decode(line.subarray(0, 6));
    if (head.startsWith("data:")) inData = true;
    else if (inData && head === "    - ") records += 1;
  }
  return records;
}
