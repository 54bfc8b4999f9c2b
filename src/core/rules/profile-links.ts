import { bareAddresses, schemedAddresses, type WebAddress } from "../text/web-address.ts";
import { pageOf } from "../text/page.ts";
import { readAnnounced } from "../text/label-value.ts";
import { matchAt } from "../text/search.ts";
import type { Rule, RuleSpan } from "./contract.ts";

/** Hosts where the path names a person. */
const people =
  /(?:^|\.)(?:linkedin\.com|xing\.com|github\.com|github\.io|gitlab\.com|gitlab\.io|bitbucket\.org|twitter\.com|x\.com|facebook\.com|fb\.com|instagram\.com|threads\.net|bsky\.app|t\.me|telegram\.me|wa\.me|mastodon\.\w+|stackoverflow\.com|stackexchange\.com|medium\.com|dev\.to|hashnode\.dev|about\.me|behance\.net|dribbble\.com|kaggle\.com|huggingface\.co|codepen\.io|leetcode\.com|hackerrank\.com|researchgate\.net|orcid\.org|scholar\.google\.\w+|academia\.edu|angel\.co|wellfound\.com|indeed\.com|polywork\.com|linktr\.ee|calendly\.com|skype\.com|youtube\.com|vimeo\.com|tiktok\.com|pinterest\.\w+|soundcloud\.com|upwork\.com|fiverr\.com|toptal\.com|read\.cv|notion\.site|carrd\.co|wixsite\.com|wordpress\.com|blogspot\.com|substack\.com|malt\.\w+|viadeo\.com|doximity\.com)$/;
/** Paths on these hosts that show a company, a job, or a page of the host itself. */
const notPeople =
  /^\/(?:company|companies|jobs?|school|showcase|pulse|learning|feed|help|about|legal|search|explore|features|topics|trending|login|signup|watch|docs|questions|tags|terms|privacy|settings|hashtag|events|groups?|organizations|orgs|marketplace|pricing|blog|careers|cmp|viewjob|rc|q-)(?:[/?]|$)/i;

function isProfile(address: WebAddress): boolean {
  if (!people.test(address.host)) return false;
  if (
    /\.(?:github\.io|gitlab\.io|medium\.com|hashnode\.dev|notion\.site|wixsite\.com|wordpress\.com|blogspot\.com|substack\.com|carrd\.co)$/.test(
      address.host,
    )
  )
    return true;
  const path = address.path.replace(/[/?#]+$/, "");
  if (path.length < 2 || notPeople.test(path)) return false;
  // A repository of somebody else is no profile: two parts or more on a code host.
  return !(
    /github\.com|gitlab\.com|bitbucket\.org/.test(address.host) && path.split("/").length > 2
  );
}

const handle = /@?[A-Za-z0-9](?:[A-Za-z0-9_.-]{1,38})[A-Za-z0-9_]/y;

function* labelled(text: string, page: ReturnType<typeof pageOf>): Generator<RuleSpan> {
  for (const label of page.labels) {
    if (!label.groups.includes("user") && !label.groups.includes("link")) continue;
    const announced = readAnnounced(text, label.end);
    if (!announced || announced.tie === "near" || announced.tie === "line") continue;
    const match = matchAt(handle, text, announced.start);
    if (!match || /^[\s:]*\/\//.test(text.slice(announced.start + match[0].length))) continue;
    const value = match[0];
    const after = text.charAt(announced.start + value.length);
    const marked =
      value.startsWith("@") ||
      (announced.tie === "colon" && /[\d_.-]/.test(value) && !/^\d+$/.test(value));
    if (!marked || (after !== "" && !/[\s,;|)"'<·]/.test(after)) || after.startsWith("@")) continue;
    yield {
      start: announced.start,
      end: announced.start + value.length,
      type: "USERNAME",
      strength: "keyed",
    };
  }
}

export const profileLinks: Rule = {
  label: "Profiles and handles",
  level: "moderate",
  replacement: "[profile]",
  *find(text, given) {
    const page = pageOf(text, given);
    for (const addresses of [schemedAddresses(text), bareAddresses(text)]) {
      for (const address of addresses) {
        if (isProfile(address))
          yield { start: address.start, end: address.end, type: "URL", certain: true };
      }
    }
    yield* labelled(text, page);
  },
  examples: {
    caught: ["linkedin.com/in/mara-lind", "https://github.com/maralind", "Telegram: @mara_l"],
    spared: [
      "https://linkedin.com/company/acme",
      "https://github.com/acme/tool",
      "github.com",
      "login: required",
    ],
  },
};
