import { fail } from "../failure.ts";
import { eachRecord } from "../importing/each-record.ts";
import type { PlacedMail } from "../importing/mail/mail-threads.ts";
import { mailThreads } from "../importing/mail/mail-threads.ts";
import { readMail } from "../importing/mail/read-mail.ts";
import { mentionsCompany } from "../importing/relevant-chats.ts";
import { chunksOf } from "../reading/chunks-of.ts";
import { latinText } from "../reading/json-atoms.ts";
import { limits } from "../restore/limits.ts";
import { headText } from "../restore/sniff.ts";
import type { Skipped } from "../restore/contract.ts";
import type { FoundFile, Importer } from "./contract.ts";

const headerLine =
  /^(?:return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|dkim-signature|x-[\w-]+): /i;

/** A mailbox begins with `From `, a message with a block of known headers, From and Date or Subject in it. */
function isMail({ head }: FoundFile): boolean {
  const text = headText(head).replace(/^\ufeff/, "");
  const start = text.startsWith("From ") ? text.replace(/^.*\r?\n/, "") : text;
  const [block = ""] = start.split(/\r?\n\r?\n/, 1);
  return (
    headerLine.test(start) &&
    /^from: .*\S/im.test(block) &&
    /^(?:date|subject|message-id): /im.test(block)
  );
}

const aboutSearch =
  /\b(?:applying|application|applied|candidate|candidacy|interview|recruit(?:er|ing|ment)|hiring|job offer|offer letter|vacancy|resume|résumé|cover letter|bewerbung|stelle(?:nangebot)?|vorstellungsgespräch|absage|lebenslauf|candidature|entretien|recrutement|poste|candidatura|solicitud|entrevista|empleo|vacante|colloquio|sollicitatie)\b/i;

/** Mails about applications, as .eml or .mbox: conversations. Attachments are named, not taken. */
export const mail: Importer = {
  label: "Mail",
  recognises: (files) => (files.some(isMail) ? (files.length === 1 ? 0.95 : 0.6) : 0),
  async read(files, context) {
    const mails: PlacedMail[] = [];
    for (const file of files.filter(isMail)) mails.push(...(await mailsOf(file)));
    // One message that a person drops is meant; of a mailbox only what belongs to the search.
    const own =
      mails.length === 1
        ? mails
        : mails.filter(({ subject, text, from }) => {
            const words = `${subject}\n${text.slice(0, 20_000)}\n${from}`;
            return aboutSearch.test(words) || mentionsCompany(words, context.companies);
          });
    const attached = own.reduce((sum, { attachments }) => sum + attachments.length, 0);
    const others = mails.length - own.length;
    const skipped: Skipped[] = [];
    if (others > 0)
      skipped.push({
        what: `Mails not about the search: ${String(others)}`,
        why: "Neither a word of applying nor a tracked company is in them",
      });
    if (attached > 0)
      skipped.push({
        what: `Attachments: ${String(attached)}`,
        why: "Their names are kept, the files are not taken",
      });
    return {
      label: "Mails",
      records: eachRecord(mailThreads(own, context)),
      skipped,
      warnings: [`Mails in the file: ${String(mails.length)}.`],
    };
  },
};

/** The messages of a mailbox: a line `From ` opens each, `>From ` in a text loses its sign. */
async function mailsOf(file: FoundFile): Promise<readonly PlacedMail[]> {
  const source = await letters(file);
  if (!source.startsWith("From ")) return [{ ...readMail(source), where: file.name }];
  const parts = source.split(/^From \S+.*\d{4}\r?\n/m).filter((part) => part.trim() !== "");
  return parts.map((part, at) => ({
    ...readMail(part.replace(/^>(>*From )/gm, "$1")),
    where: `message ${String(at + 1)}`,
  }));
}

async function letters(file: FoundFile): Promise<string> {
  const parts: string[] = [];
  let size = 0;
  for await (const chunk of chunksOf(file.open())) {
    parts.push(latinText(chunk, 0, chunk.length));
    size += chunk.length;
    if (size <= limits.wholeText) continue;
    const what = `Bytes of ${file.name}`;
    fail({ code: "limit-exceeded", what, limit: limits.wholeText, actual: size, unit: "bytes" });
  }
  return parts.join("");
}
