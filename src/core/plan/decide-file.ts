import type { KindId } from "../records/any-kind.ts";
import type { Question, SaidFormat, SaidRequest } from "../request/request.ts";
import type { Template } from "../templates/contract.ts";
import type { ContainerId, FormatId, Reason } from "./plan.ts";
import type { PlanContext } from "./plan-context.ts";
import { containerEncrypts } from "./seals.ts";

export interface DecidedFile {
  readonly formats: readonly FormatId[];
  readonly container: ContainerId;
  readonly reasons: readonly Reason[];
  readonly questions: readonly Question[];
}

const containerFormats: ReadonlySet<SaidFormat> = new Set(["zip", "encrypted-zip", "gdpr"]);
const reportWords = /\b(?:report|summary|overview|bericht|rapport|resumen|informe|relat[oó]rio)\b/i;
/** Kinds that fit a flat table without loss of their main content. */
const nested: ReadonlySet<KindId> = new Set([
  "conversations",
  "documents",
  "settings",
  "analytics",
]);

/** Formats and container: said, else the template's, else what fits the kinds. */
export function decideFile(
  said: SaidRequest,
  kinds: readonly KindId[],
  template: Template | undefined,
  context: PlanContext,
): DecidedFile {
  const named = (said.formats ?? []).filter((format) => !containerFormats.has(format));
  const missing = named.filter((format) => !context.formats.includes(format));
  const formats = named.filter((format) => context.formats.includes(format));
  const chosen = formats.length > 0 ? formats : fallbackFormats(said, kinds, template, context);
  const container = decideContainer(said, kinds, chosen, template, context);
  const because: Reason["because"] =
    formats.length > 0 ? "said" : template === undefined ? "default" : "template";
  return {
    formats: chosen,
    container,
    reasons: [
      fileReason(said, chosen, container, because),
      ...sealReasons(said, container, template),
    ],
    questions: missing.map((format) => unsupported(format, chosen)),
  };
}

function fallbackFormats(
  said: SaidRequest,
  kinds: readonly KindId[],
  template: Template | undefined,
  context: PlanContext,
): readonly FormatId[] {
  const [first] = kinds;
  if (template !== undefined) return template.formats;
  if (said.destination?.kind === "print") return ["pdf"];
  if (reportWords.test(context.sentence)) return ["pdf"];
  if (kinds.length === 1 && first !== undefined && !nested.has(first)) return ["csv"];
  return ["json"];
}

function decideContainer(
  said: SaidRequest,
  kinds: readonly KindId[],
  formats: readonly FormatId[],
  template: Template | undefined,
  context: PlanContext,
): ContainerId {
  const zipped = said.formats?.some((format) => containerFormats.has(format)) === true;
  const sealed = said.encryption?.on ?? said.formats?.includes("encrypted-zip") === true;
  if (
    sealed ||
    (said.encryption === undefined &&
      template?.containers.includes("vault") === true &&
      !zipped &&
      formats.every((id) => id === "json"))
  ) {
    const method = said.encryption?.method;
    const asked = method === "vault" || method === "capsule" ? method : undefined;
    if (asked !== undefined && context.containers.includes(asked)) return asked;
    const wantsZip = zipped || method === "zip-aes" || !formats.every((id) => id === "json");
    return !wantsZip && context.containers.includes("vault") ? "vault" : "encrypted-zip";
  }
  const many = formats.length > 1 || (formats.some(isPerKind) && kinds.length > 1);
  const files = said.group?.as === "file";
  const packs = template?.containers.includes("zip") === true && template.wholeCopy === true;
  const backupInClear = said.template === "backup";
  return zipped || many || files || packs || backupInClear ? "zip" : "bare";
}

const perKind: ReadonlySet<FormatId> = new Set(["csv", "parquet"]);
function isPerKind(format: FormatId): boolean {
  return perKind.has(format);
}

const formatLabels: Readonly<Record<string, string>> = {
  json: "JSON",
  ndjson: "JSON lines",
  csv: "CSV",
  pdf: "PDF",
  markdown: "Markdown",
  xlsx: "Excel",
  html: "Web page",
  xml: "XML",
  yaml: "YAML",
  ics: "Calendar",
  text: "Text",
  parquet: "Parquet",
  docx: "Word",
  vcard: "Address book",
  notes: "Markdown notes",
  huntr: "Huntr",
  reactiveresume: "Reactive Resume",
  jobsync: "JobSync",
  notion: "Notion",
  googlesheets: "Google Sheets",
  airtable: "Airtable",
  jsonresume: "JSON Resume",
};
const containerLabels: Readonly<Record<string, string>> = {
  bare: "",
  zip: "ZIP",
  "encrypted-zip": "Encrypted ZIP",
  vault: "Vault",
  capsule: "Capsule",
};

export function labelFile(formats: readonly FormatId[], container: ContainerId): string {
  const inside = formats.map((id) => formatLabels[id] ?? id).join(" and ");
  const outside = containerLabels[container] ?? container;
  return outside === "" ? inside : `${outside} of ${inside}`;
}

function fileReason(
  said: SaidRequest,
  formats: readonly FormatId[],
  container: ContainerId,
  because: Reason["because"],
): Reason {
  const value = labelFile(formats, container);
  const said2 = said.formats === undefined ? because : "said";
  return { slot: "formats", label: "File", value, because: said2, text: `${value} is written.` };
}

function sealReasons(
  said: SaidRequest,
  container: ContainerId,
  template: Template | undefined,
): readonly Reason[] {
  const encrypts = containerEncrypts(container);
  if (said.encryption === undefined && !encrypts) return [];
  const because: Reason["because"] =
    said.encryption !== undefined || said.formats?.includes("encrypted-zip") === true
      ? "said"
      : template === undefined
        ? "default"
        : "template";
  return [
    encrypts
      ? {
          slot: "encryption",
          label: "Seal",
          value: "Encrypted",
          because,
          text: "Opens only with the passphrase you give.",
        }
      : {
          slot: "encryption",
          label: "Seal",
          value: "Not encrypted",
          because,
          widens: true,
          text: "Anyone who has the file can read it.",
        },
  ];
}

function unsupported(format: SaidFormat, instead: readonly FormatId[]): Question {
  const offers = [...new Set([...instead, "csv", "pdf"])].slice(0, 3);
  return {
    code: "format.unsupported",
    severity: "hard",
    slot: "formats",
    text: `${formatLabels[format] ?? format} cannot be written yet. Which one instead?`,
    choices: offers.map((id) => ({
      label: formatLabels[id] ?? id,
      patch: [{ op: "set", path: "formats", value: [id] }],
    })),
  };
}
