import { isPlaceholder } from "../text/entropy.ts";
import { matchAt } from "../text/search.ts";
import type { Rule, RuleSpan } from "./contract.ts";

// scheme://user:secret@host — RFC 3986 section 3.2.1; a secret may hold "@" when it was not escaped.
const authority =
  /:\/\/([^\s:/@'"<>`[\]]{0,80}):([^\s/'"<>`]{1,120})@([A-Za-z0-9.${}_-]{1,120}|\[[0-9a-f:]{2,40}\])(?::\d{1,5})?/y;
const tail = /[^\s"'<>`)\],]{0,200}/y;
const scheme = /(?:[a-z][a-z0-9+.-]{1,20}:)?[a-z][a-z0-9+.-]{1,20}$/i;
const header =
  /\b(?:authorization["']?\s{0,2}[:=]\s{0,2}["']?(basic|bearer|token|digest|apikey|negotiate)\s{1,3}|x-api-key["']?\s{0,2}[:=]\s{0,2}["']?)([\w.+/=~:-]{6,4000})/gi;
const bearer = /\bbearer ([\w.+/~-]{20,4000}={0,2})(?![\w])/gi;
const cookie =
  /\b(?:set-)?cookie["']?\s{0,2}[:=][^\n]{0,200}?\b(?:session|sess|sid|auth|token|jwt|csrf)\w{0,20}=([\w.%+/=-]{8,400})/gi;
const database =
  /^(?:jdbc:)?(?:mongodb(?:\+srv)?|mysql|mariadb|postgres(?:ql)?|redis|rediss|amqps?|mssql|sqlserver|oracle|clickhouse|jdbc)/i;

function isTemplate(part: string): boolean {
  return /^[$%{<[(]|\$\{|\{\{|^\*+$|^x+$|^(?:your|replace|my|change|insert)[_-]?\w*$/i.test(part);
}

/** How documentation writes it: "username:password@", "postgres:postgres@localhost". */
function isDocumentation(user: string, secret: string, host: string): boolean {
  if (/^user_?name$/i.test(user) && /passw/i.test(secret)) return true;
  const local = /localhost|127\.0/.test(host);
  return local && (user === secret || isPlaceholder(secret));
}

function readUrl(text: string, mark: number): RuleSpan | undefined {
  const parts = matchAt(authority, text, mark);
  if (!parts) return undefined;
  const [whole, user = "", secret = "", host = ""] = parts;
  if (isTemplate(secret) || isTemplate(user) || isTemplate(host)) return undefined;
  const before = scheme.exec(text.slice(Math.max(0, mark - 45), mark));
  if (!before) return undefined;
  if (isDocumentation(user, secret, host)) return undefined;
  const start = mark - before[0].length;
  const stop = mark + whole.length;
  const rest = database.test(before[0]) ? (matchAt(tail, text, stop)?.[0].length ?? 0) : 0;
  return { start, end: stop + rest, type: "SECRET", certain: true, strength: "proved" };
}

function* readHeaders(text: string): Generator<RuleSpan> {
  for (const expression of [header, bearer, cookie]) {
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const value = match.at(-1) ?? "";
      const end = match.index + match[0].length;
      if (!isPlaceholder(value))
        yield { start: end - value.length, end, type: "SECRET", strength: "keyed" };
      expression.lastIndex = end;
    }
  }
}

export const urlCredentials: Rule = {
  label: "Credentials in addresses and headers",
  level: "basic",
  replacement: "[secret]",
  gate: ["://", "bearer ", "authorization", "cookie", "x-api-key"],
  *find(text) {
    for (let mark = text.indexOf("://"); mark >= 0; mark = text.indexOf("://", mark + 3)) {
      const span = readUrl(text, mark);
      if (span) yield span;
    }
    yield* readHeaders(text);
  },
  examples: {
    caught: [
      "clone https://mara:Ker8plunk@git.firm.test/x",
      "Authorization: Basic bWFyYTpLZXI4cGx1bms=",
    ],
    spared: [
      "https://host.test:8443/path",
      "https://${USER}:${PASS}@host.test",
      "mailto:mara@firm.test",
    ],
  },
};
