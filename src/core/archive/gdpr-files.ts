import type { ExportFile } from "../containers/contract.ts";
import type { ExportInfo } from "../formats/contract.ts";
import { byteStream } from "../pipeline/byte-stream.ts";
import { isKindId } from "../records/any-kind.ts";
import { dataDictionaryCsv, dataDictionaryMarkdown } from "./data-dictionary.ts";
import { manifestName } from "./manifest.ts";
import { privacyNotice } from "./privacy-notice.ts";

const schemaName = "schema.json";
const checkName = "gdpr-check.json";

/** What lies beside the records of a GDPR package: notice, dictionary and schema (Articles 12, 15 and 20). */
export function gdprFiles(
  exportInfo: ExportInfo,
  dataFiles: readonly { readonly name: string; readonly what: string }[],
): readonly ExportFile[] {
  const kinds = Object.keys(exportInfo.coverage.records).filter(isKindId);
  const files = [
    ...dataFiles,
    { name: schemaName, what: "describes the JSON file (JSON Schema, draft 7)" },
    { name: "data-dictionary.md", what: "every field in words" },
    { name: "data-dictionary.csv", what: "the same as a table" },
    { name: checkName, what: "each condition of the law, and whether this package meets it" },
    { name: "manifest-sha256.txt", what: "checksums of the payload, for BagIt tools (RFC 8493)" },
    { name: manifestName, what: "every file with its size and SHA-256" },
  ];
  return [
    textFile("README.md", privacyNotice({ exportInfo, files, retention: [] })),
    { name: schemaName, bytes: byteStream(schemaText()) },
    textFile("data-dictionary.md", dataDictionaryMarkdown(kinds)),
    textFile("data-dictionary.csv", dataDictionaryCsv(kinds)),
    textFile(checkName, checkText(exportInfo)),
  ];
}

/** The schema writer is loaded by the packages that carry one. */
async function* schemaText(): AsyncGenerator<string> {
  const { envelopeJsonSchema } = await import("./json-schema.ts");
  yield `${JSON.stringify(envelopeJsonSchema(), null, 2)}\n`;
}

/** The report of the checker that computed `gdpr_compliant`. */
function checkText(exportInfo: ExportInfo): string {
  const { gdpr_compliant, export_id, timestamp } = exportInfo;
  const report = {
    gdpr_compliant,
    export_id,
    timestamp,
    conditions: exportInfo["gdpr_check"] ?? [],
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function textFile(name: string, text: string): ExportFile {
  return { name, bytes: byteStream(once(text)) };
}

async function* once(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}
