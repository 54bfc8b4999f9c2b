import type { Question, SaidRequest } from "../request/request.ts";
import { collectReasons } from "./collect-reasons.ts";
import { decideFile } from "./decide-file.ts";
import { decideKinds, listKinds } from "./decide-kinds.ts";
import { decidePrivacy } from "./decide-privacy.ts";
import { decideSchedule } from "./decide-schedule.ts";
import { decideSelection } from "./decide-selection.ts";
import { effectiveRequest } from "./effective-request.ts";
import { fileName } from "./file-name.ts";
import { findTemplate, templateOf } from "./find-template.ts";
import type { ExportPlan, Planned, Reason } from "./plan.ts";
import type { PlanContext } from "./plan-context.ts";

const scopeQuestion: Question = {
  code: "scope.missing",
  severity: "hard",
  slot: "entities",
  text: "What do you want to export?",
  choices: [
    { label: "Everything", patch: [{ op: "set", path: "entities", value: { include: "all" } }] },
    {
      label: "Applications",
      patch: [{ op: "set", path: "entities", value: { include: ["applications"] } }],
    },
    {
      label: "Conversations",
      patch: [{ op: "set", path: "entities", value: { include: ["conversations"] } }],
    },
    { label: "A backup", patch: [{ op: "set", path: "template", value: "backup" }] },
  ],
};

/**
 * Decides everything that the words left open, with a reason for each decision (request contract,
 * section 5), or answers with questions. Pure: same words, same day, same shelves, same plan.
 * `questions` are those of the parser; a hard one keeps the plan from being made.
 */
export function makePlan(
  words: SaidRequest,
  questions: readonly Question[],
  context: PlanContext,
): Planned {
  const said = effectiveRequest(words, context);
  const templateName = templateOf(said);
  const template = templateName === undefined ? undefined : findTemplate(templateName);
  const hard = questions.filter(
    (question) => question.severity === "hard" && stillOpen(question, said),
  );
  const decided = decideKinds(said, template);
  if (decided === undefined && hard.length === 0) hard.push(scopeQuestion);
  const [first, ...rest] = hard;
  if (first !== undefined || decided === undefined) {
    return { questions: [first ?? scopeQuestion, ...rest], reasons: [] };
  }
  const privacy = decidePrivacy(said, template);
  const file = decideFile(said, decided.kinds, template, context);
  const [unsupported, ...others] = file.questions;
  if (unsupported !== undefined)
    return { questions: [unsupported, ...others], reasons: [decided.reason] };
  const selection = decideSelection(said, decided.kinds, decided.leftOut, template, file.formats);
  const plan: ExportPlan = {
    v: 1,
    sentence: context.sentence,
    said,
    today: context.today,
    selection,
    sanitization: privacy.sanitization,
    formats: file.formats,
    container: file.container,
    ...(templateName === undefined ? {} : { template: templateName }),
    ...(said.audience === undefined ? {} : { audience: said.audience.who }),
    ...(said.audience?.name === undefined ? {} : { audienceName: said.audience.name }),
    withBytes: carriesBytes(said, privacy.sanitization.level, file.formats, file.container),
    ...(said.group === undefined ? {} : { group: groupOf(said.group) }),
    ...(context.options === undefined ? {} : { options: context.options }),
    destination: destinationOf(said),
    fileName: nameFile(
      said,
      decided.kinds,
      templateName,
      file,
      privacy.sanitization.level,
      context,
    ),
    title: titleOf(said, templateName, listKinds(selection.kinds.map(({ kind }) => kind))),
    ...(said.schedule === undefined
      ? {}
      : { schedule: decideSchedule(said.schedule, context.today) }),
  };
  const reasons: Reason[] = [
    decided.reason,
    ...file.reasons,
    ...privacy.reasons,
    ...collectReasons(said, plan),
  ];
  return { plan, reasons, questions: questions.filter((question) => question.severity === "soft") };
}

/** A question that the request before this one answers is not asked again. */
function stillOpen(question: Question, said: SaidRequest): boolean {
  if (question.code === "scope.missing")
    return said.entities === undefined && templateOf(said) === undefined;
  return true;
}

type Group = NonNullable<ExportPlan["group"]>;
function groupOf({ by, as }: NonNullable<SaidRequest["group"]>): Group {
  return { by: typeof by === "string" ? by : by.custom, as };
}

function destinationOf(said: SaidRequest): ExportPlan["destination"] {
  const kind = said.destination?.kind;
  if (kind === "folder" || kind === "cloud") return "folder";
  if (kind === "download" || kind === "print") return kind;
  return "ask";
}

/** Bytes cannot be cleaned: from moderate on they stay here and are named in the coverage report. */
function carriesBytes(
  said: SaidRequest,
  level: ExportPlan["sanitization"]["level"],
  formats: readonly string[],
  container: string,
): boolean {
  if (
    level === "moderate" ||
    level === "strict" ||
    said.privacy?.hide?.includes("document") === true
  )
    return false;
  return container !== "bare" || formats.includes("json");
}

const templateFileNames: Readonly<Record<string, string>> = {
  backup: "backup",
  gdpr: "gdpr-package",
  sharing: "job-search-report",
  analysis: "analysis",
  "work-search": "work-search-log",
};

function nameFile(
  said: SaidRequest,
  kinds: readonly string[],
  templateName: string | undefined,
  file: { readonly formats: readonly string[]; readonly container: string },
  level: string,
  context: PlanContext,
): string {
  const extension = extensionOf(file.formats, file.container);
  if (said.fileName !== undefined)
    return fileName([said.fileName.replace(/\.[a-z0-9]{1,5}$/i, "")], extension);
  const everything = said.entities?.include === "all" ? "everything" : undefined;
  const what =
    templateName === undefined
      ? (everything ?? (kinds.length > 3 ? "export" : kinds.join("-")))
      : (templateFileNames[templateName] ?? templateName);
  const company = said.filters?.find(({ field, op }) => field === "company" && op === "eq")?.value;
  // A file name may not tell what the file hides.
  const open = level === "none" || level === "basic";
  const who =
    said.audience === undefined || said.audience.who === "self"
      ? []
      : ["for", (open ? said.audience.name : undefined) ?? said.audience.who];
  return fileName(
    [context.today, what, ...(open && typeof company === "string" ? [company] : []), ...who],
    extension,
  );
}

const extensions: Readonly<Record<string, string>> = {
  markdown: "md",
  text: "txt",
  vcard: "vcf",
  notes: "zip",
  huntr: "csv",
  reactiveresume: "csv",
  jobsync: "zip",
  notion: "zip",
  googlesheets: "xlsx",
  airtable: "zip",
  jsonresume: "zip",
  vault: "jtb",
  capsule: "html",
  "encrypted-zip": "zip",
  zip: "zip",
};

function extensionOf(formats: readonly string[], container: string): string {
  const id = container === "bare" ? (formats[0] ?? "json") : container;
  return extensions[id] ?? id;
}

function titleOf(said: SaidRequest, templateName: string | undefined, kinds: string): string {
  if (templateName === "sharing") return "Job search report";
  if (templateName === "work-search") return "Work-search log";
  if (templateName !== undefined)
    return findTemplate(templateName as NonNullable<ReturnType<typeof templateOf>>).label;
  return said.entities?.include === "all" ? "Everything" : kinds;
}
