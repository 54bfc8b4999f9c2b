import { linkKey } from "../../restore/natural-key.ts";
import { isBlank, sameValue } from "../../restore/same-value.ts";
import type { Draft } from "./read-application.ts";

/**
 * The same row twice counts once, and the same link twice is one application, whose blanks are filled.
 * The same company and title on other days are other applications.
 */
export function joinDoubles(rows: readonly { readonly draft: Draft; readonly where: string }[]) {
  const byLink = new Map<string, number>();
  const byContent = new Set<string>();
  const kept: { draft: Draft; readonly where: string }[] = [];
  let doubles = 0;
  for (const { draft, where } of rows) {
    const content = JSON.stringify(draft);
    const link = typeof draft["url"] === "string" ? linkKey(draft["url"]) : "";
    const at = isOnePosting(link) ? byLink.get(link) : undefined;
    const other = at === undefined ? undefined : kept[at];
    if (byContent.has(content)) doubles += 1;
    else if (other !== undefined && sameJob(other.draft, draft)) {
      other.draft = filled(other.draft, draft);
      doubles += 1;
    } else {
      if (link !== "" && !byLink.has(link)) byLink.set(link, kept.length);
      kept.push({ draft, where });
    }
    byContent.add(content);
  }
  return { kept, doubles };
}

/** A bare host or a list of jobs is the home of many applications, not one of them. */
const isOnePosting = (link: string): boolean =>
  /\/[^/]*\d|\/.*[a-z0-9]{6}/i.test(link.slice(0, 500)) && !/\/(?:jobs|careers?)$/.test(link);

/** Two companies that give one link are two applications with a wrong link. */
function sameJob(one: Draft, other: Draft): boolean {
  const [mine, yours] = [one["company"], other["company"]];
  return (
    isBlank(mine) ||
    isBlank(yours) ||
    sameValue(mine, yours) ||
    sameValue(one["title"], other["title"])
  );
}

function filled(one: Draft, other: Draft): Draft {
  const blanks = Object.entries(other).filter(([name]) => isBlank(one[name]));
  const extra = {
    ...(other["extra"] as object | undefined),
    ...(one["extra"] as object | undefined),
  };
  return {
    ...one,
    ...Object.fromEntries(blanks),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
}
