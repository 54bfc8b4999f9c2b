import { lineIndexAt } from "../text/lines.ts";
import { pageOf } from "../text/page.ts";
import { matchesOf } from "../text/search.ts";
import { bareAddresses, schemedAddresses, type WebAddress } from "../text/web-address.ts";
import type { Rule } from "./contract.ts";

/** Documentation and company pages say nothing about the person: docs/privacy.md, "Links". */
const companyHost =
  /^(?:docs?|developer|developers|engineering|careers?|jobs?|api|status|support|help|learn|press|newsroom|investors?|registry|cdn|raw|schemas?)\.|(?:^|\.)(?:w3\.org|schema\.org|readthedocs\.io|json-schema\.org|npmjs\.(?:com|org)|mozilla\.org|reactjs\.org)$/;
const companyPath =
  /^\/(?:docs?|documentation|careers?|jobs?|api|reference|privacy|terms|legal|about-us|press|static|assets)(?:[/?#]|$)/i;
const mention = /(?<![\w@/.#:-])@(?=\w*[A-Za-z])(\w{2,20})(?![\w@]|\.\w|:\/\/|\/|\()/g;

function isSpared(text: string, address: WebAddress): boolean {
  const own = /\b(?:portfolio|website|homepage|site|blog|web)\s{0,2}[:|]\s{0,2}$/i.test(
    text.slice(Math.max(0, address.start - 14), address.start),
  );
  if (own) return false;
  if (
    /^(?:asp|node|vue|next|nuxt|three|d3|socket|express|react|backbone|ember|chart|deno|nest|moment|angular|svelte|alpine|solid|bun|monday|cal|draw)\.(?:net|js|io|com|dev)$/.test(
      address.host,
    ) &&
    address.path === ""
  )
    return true;
  return address.schemed && (companyHost.test(address.host) || companyPath.test(address.path));
}

/** Tags of documentation comments and decorators look like mentions. */
function isMarkup(text: string, start: number, written: string): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (/^\s*(?:\*|\/\/|\/\*|#|--)/.test(text.slice(lineStart, start))) return true;
  return (
    /^\s*[{(>]/.test(text.slice(start + written.length)) ||
    /["'`{(]$/.test(text.slice(Math.max(0, start - 1), start))
  );
}

export const links: Rule = {
  label: "Web addresses and mentions",
  level: "strict",
  replacement: "[link]",
  gate: [".", "@", "://"],
  *find(text, given) {
    const page = pageOf(text, given);
    for (const addresses of [schemedAddresses(text), bareAddresses(text)]) {
      for (const address of addresses) {
        if (isSpared(text, address)) continue;
        yield { start: address.start, end: address.end, type: "URL" };
      }
    }
    if (!text.includes("@")) return;
    for (const match of matchesOf(mention, text)) {
      const kind = page.lines[lineIndexAt(page.lines, match.index)]?.kind;
      if (kind === "code" || kind === "log" || isMarkup(text, match.index, match[0])) continue;
      yield { start: match.index, end: match.index + match[0].length, type: "USERNAME" };
    }
  },
  examples: {
    caught: ["see https://maralind.dev/talks", "Portfolio: maralind.me", "ask @mara_l about it"],
    spared: [
      "https://docs.firm.test/api",
      "ASP.NET and Node.js",
      "e.g.this",
      "@Override void run() {}",
    ],
  },
};
