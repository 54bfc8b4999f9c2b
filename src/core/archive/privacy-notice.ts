import { escapeMarkdown } from "../escape/markdown.ts";
import type { ExportInfo } from "../formats/contract.ts";
import { showInstant } from "../layout/show-value.ts";
import { findKind, isKindId } from "../records/any-kind.ts";

/** What the notice has to know beside `export_info`. */
interface NoticeFacts {
  readonly exportInfo: ExportInfo;
  /** Names of the files in the package, by what they serve. */
  readonly files: readonly { readonly name: string; readonly what: string }[];
  /** Clean-up rules of schedules, in words; empty: nothing is deleted by itself. */
  readonly retention: readonly string[];
}

/**
 * The notice of a GDPR package in plain language, Markdown. The right of access (Article 15) and the
 * right to take data along (Article 20) are told apart, as regulators ask; each statement is one that
 * holds for an app without a server.
 */
export function privacyNotice(facts: NoticeFacts): string {
  return [
    "# Your data, and what the law says about it\n",
    introduction(facts.exportInfo),
    contents(facts),
    access(facts),
    portability(facts.exportInfo),
    others(),
    check(facts.exportInfo),
  ].join("\n");
}

function introduction(exportInfo: ExportInfo): string {
  return `This package was made on ${escapeMarkdown(showInstant(exportInfo.timestamp))} by Job Tracker Pro ${escapeMarkdown(exportInfo.app_version)}, in your browser, at your request. Nobody else took part in it: the app has no server, no account and no company behind it that receives your records.

Two different rights are served here. The **right of access** (Article 15 of the General Data Protection Regulation) lets you know what is stored about you and why. The **right to data portability** (Article 20) lets you take the data you provided to another tool. A copy for the first has to be complete and understandable; a copy for the second has to be machine-readable. This package is both, and says below which part serves which.
`;
}

function contents({ exportInfo, files }: NoticeFacts): string {
  const kinds = Object.entries(exportInfo.coverage.records).flatMap(([id, count]) =>
    isKindId(id)
      ? [
          `- ${findKind(id).label}: ${String(count)}${findKind(id).derived === true ? " (computed from the rest)" : ""}`,
        ]
      : [],
  );
  const left = exportInfo.coverage.left_out.map(
    ({ what, count, why }) =>
      `- ${escapeMarkdown(what)}${count === undefined ? "" : ` (${String(count)})`}: ${escapeMarkdown(why)}`,
  );
  const listed = files.map(
    ({ name, what }) => `- \`${name.replaceAll("`", "")}\`: ${escapeMarkdown(what)}`,
  );
  return `## What is in this package

${String(exportInfo.coverage.total)} records in all:

${kinds.join("\n")}

Left out: ${left.length === 0 ? "nothing." : `\n\n${left.join("\n")}`}

Files:

${listed.join("\n")}
`;
}

function access({ retention }: NoticeFacts): string {
  const kept =
    retention.length === 0
      ? "Until you delete it. No schedule of yours deletes copies by itself."
      : `Until you delete it. Copies made by your schedules are cleaned up by these rules: ${retention.map(escapeMarkdown).join("; ")}.`;
  return `## Article 15: what is stored about you, and why

| Question of the law | Answer |
| --- | --- |
| Is data about you stored? | Yes, in this browser, on this device: the records counted above. |
| For what purpose? | So that you can follow your own search for work. Nothing else uses it. |
| Which categories? | Applications, interviews, contacts, activities, saved searches, conversations, documents, notes to remember, settings, and figures computed from them. \`data-dictionary.md\` describes every field. |
| Who receives it? | Nobody, unless you hand a file on yourself. The app cannot send anything: its content policy forbids every connection. |
| Does it go to another country? | Not by the app. A folder that your own system copies to a cloud goes where that service takes it. |
| How long is it kept? | ${kept} |
| Where does it come from? | From you: typed in, or imported from files that you dropped. Each imported record names its source where the file did. |
| Are decisions made automatically? | No. Figures are counted, nobody is scored and nothing is decided. |
| Which rights do you have? | To correct, delete or restrict what is stored: do it in the app, at once. To object: stop using the app and delete the data. To complain: to the supervisory authority of the place where you live or work. |
`;
}

function portability(exportInfo: ExportInfo): string {
  const complete = exportInfo.gdpr_compliant
    ? "A checker found this package complete: every record, nothing removed, machine-readable, with this notice."
    : "A checker found that this package is not complete; what is missing is listed at the end.";
  return `## Article 20: taking your data along

The JSON files hold every field of every record and can be imported again without loss; \`schema.json\` describes them (JSON Schema, draft 7). The CSV files hold the same records as tables for spreadsheets and other tools. Both are structured, commonly used and machine-readable in the sense of the Article.

What you provided (typed or imported) and what the app computed (analytics, companies) are kept apart: computed records are marked as derived. ${complete}
`;
}

function others(): string {
  return `## Data of other people

Contacts, interviews and conversations name other people, who have the same rights. As long as you keep these notes for yourself, the law leaves them to you (Article 2, paragraph 2, letter c). If you hand the package on, hand on only what the receiver needs: ask the app for a sanitised report instead.
`;
}

function check(exportInfo: ExportInfo): string {
  const missing = exportInfo["gdpr_missing"];
  const list = Array.isArray(missing) ? missing.filter((one) => typeof one === "string") : [];
  const found =
    list.length === 0 ? "" : `\n\n${list.map((one) => `- ${escapeMarkdown(one)}`).join("\n")}`;
  return `## How to check this package

\`manifest.json\` lists every file with its size and SHA-256. Complete in the sense of both Articles: ${exportInfo.gdpr_compliant ? "yes." : "no."}${found}
`;
}
