import { findKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Incoming } from "./contract.ts";

const followed = /^(?:https?|mailto|tel):/i;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** Media types that may hold a script: kept as bytes, offered as a download, never drawn. */
const active = /\b(?:svg|html|xhtml|xml|javascript)\b/i;

interface Oddity {
  readonly found: (incoming: Incoming) => boolean;
  readonly one: string;
  readonly many: string;
}

const oddities: readonly Oddity[] = [
  {
    found: ({ record }) => hasHalf(record),
    one: "One record holds half a character; it is kept as it stands",
    many: "# records hold half a character; it is kept as it stands",
  },
  {
    found: ({ kind, record }) =>
      Object.entries(findKind(kind).fields).some(
        ([name, field]) => field.type === "url" && isOddLink(record[name]),
      ),
    one: "One link is no address of the web and is shown as text",
    many: "# links are no addresses of the web and are shown as text",
  },
  {
    found: ({ record }) => hasMarkup(record),
    one: "One record holds the code of a page; it stays text",
    many: "# records hold the code of a page; it stays text",
  },
  {
    found: ({ kind, record }) => kind === "documents" && active.test(String(record["media_type"])),
    one: "One document may hold a script; it is kept as bytes and never shown in place",
    many: "# documents may hold a script; they are kept as bytes and never shown in place",
  },
];

/** What is taken and still worth saying: one sentence for each, with the first place. */
export function noteOddities(incoming: readonly Incoming[]): readonly string[] {
  return oddities.flatMap(({ found, one, many }) => {
    const hits = incoming.filter(found);
    const [first] = hits;
    if (first === undefined) return [];
    const words = hits.length === 1 ? one : many.replace("#", String(hits.length));
    return [`${words} (${hits.length === 1 ? "" : "first: "}${first.where}).`];
  });
}

function hasHalf(value: unknown): boolean {
  if (typeof value === "string") return !value.isWellFormed();
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, one]) => !name.isWellFormed() || hasHalf(one));
}

/** Browsers drop blanks and controls before a scheme: so does this. */
function isOddLink(value: unknown): boolean {
  if (typeof value !== "string") return false;
  const plain = value.replace(/[\s\p{Cc}]/gu, "");
  return scheme.test(plain) && !followed.test(plain);
}

const hasMarkup = (record: AnyRecord): boolean =>
  Object.values(record).some(
    (value) => typeof value === "string" && /<(?:script|iframe|object|img|svg)\b/i.test(value),
  );
