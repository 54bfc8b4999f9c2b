import type { ReadRecord } from "../importers/contract.ts";
import { folded } from "../restore/natural-key.ts";

/** A company name without what people leave out when they talk of it. */
const core = (name: string): string =>
  folded(name)
    .replace(/[,.]/g, " ")
    .replace(
      /\b(?:inc|ltd|llc|gmbh|ag|se|kg|co|corp|corporation|limited|plc|s ?a|s ?r ?l|b ?v|oy|ab|as)\b/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();

/** How many conversations name a company that is tracked: the others can be left out. */
export function relevantChats(
  records: readonly ReadRecord[],
  companies: readonly string[],
): readonly string[] {
  if (records.length === 0 || companies.length === 0) return [];
  const count = records.filter(({ value }) =>
    mentionsCompany(JSON.stringify(value), companies),
  ).length;
  return [
    `Conversations that mention a tracked company: ${String(count)} of ${String(records.length)}.`,
  ];
}

/** True when a text names one of the companies. */
export function mentionsCompany(text: string, companies: readonly string[]): boolean {
  if (companies.length === 0) return false;
  const plain = ` ${core(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return companies.some((company) => {
    const name = core(company);
    return name.length >= 3 && plain.includes(` ${name.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `);
  });
}
