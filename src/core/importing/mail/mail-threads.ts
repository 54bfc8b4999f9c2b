import type { ImportContext, ReadRecord } from "../../importers/contract.ts";
import type { Mail } from "./read-mail.ts";
import { addressOf } from "./read-mail.ts";

export interface PlacedMail extends Mail {
  readonly where: string;
}

const answer = /^(?:(?:re|fwd?|aw|wg|antw|sv|tr|rv|rif)(?:\[\d+\])?:\s*)+/i;

/** Messages that answer each other are one conversation, in the order of their time. */
export function mailThreads(
  mails: readonly PlacedMail[],
  context: ImportContext,
): readonly ReadRecord[] {
  const roots = new Map<string, string>();
  const threads = new Map<string, PlacedMail[]>();
  for (const mail of mails) {
    const known = [...mail.answers, mail.id].find((id) => roots.has(id));
    const first = mail.answers[0] ?? mail.id;
    const root = (known === undefined ? undefined : roots.get(known)) ?? (first || mail.where);
    for (const id of [...mail.answers, mail.id]) if (id !== "") roots.set(id, root);
    const thread = threads.get(root);
    if (thread === undefined) threads.set(root, [mail]);
    else thread.push(mail);
  }
  const owner = ownerOf(mails);
  return [...threads].map(([root, list]) => toRecord(root, list, owner, context));
}

/** Whose mailbox it is: the address that most messages come from or go to; of one message it is unknown. */
function ownerOf(mails: readonly PlacedMail[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { from, to } of mails)
    for (const one of new Set([from, ...to].map(addressOf)))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  const [most, next] = [...counts].sort((one, other) => other[1] - one[1]);
  return most !== undefined && most[1] > (next?.[1] ?? 0) ? most[0] : undefined;
}

function toRecord(
  root: string,
  list: readonly PlacedMail[],
  owner: string | undefined,
  context: ImportContext,
): ReadRecord {
  const mails = [...list].sort((one, other) => time(one) - time(other));
  const [first] = mails;
  const title = first?.subject.replace(answer, "").trim() ?? "";
  const messages = mails.map((mail, at) => ({
    id: context.newId(`mail ${mail.id === "" ? `${root} ${String(at)}` : mail.id}`),
    role: owner !== undefined && addressOf(mail.from) === owner ? "user" : "contact",
    ...(mail.from === "" ? {} : { author: mail.from }),
    ...(mail.at === undefined ? {} : { sent_at: mail.at }),
    text: mail.text,
    ...(mail.attachments.length === 0 ? {} : { attachments: mail.attachments }),
  }));
  const times = mails.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const value = {
    id: context.newId(`mail thread ${root}`),
    ...(title === "" ? {} : { title }),
    source: "email",
    ...(times.length === 0 ? {} : { started_at: times[0], ended_at: times.at(-1) }),
    messages,
  };
  return { kindId: "conversations", value, where: first?.where ?? "the mail" };
}

const time = ({ at }: PlacedMail): number => (at === undefined ? 0 : Date.parse(at));
