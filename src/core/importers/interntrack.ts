import { foldHeader } from "../importing/table/column-words.ts";
import type { Draft } from "../importing/table/read-application.ts";
import { signedTable } from "../importing/table/signed-table.ts";

const final: Readonly<Record<string, string>> = {
  rejected: "rejected",
  accepted: "accepted",
  withdrawn: "withdrawn",
};
const response: Readonly<Record<string, string>> = {
  pending: "applied",
  viewed: "applied",
  shortlisted: "screening",
  offered: "offer",
  rejected: "rejected",
};

/** InternTrack has two statuses; the final one wins, and until there is one the answer counts. */
export const interntrack = signedTable({
  label: "Applications of InternTrack",
  seed: "interntrack",
  signature: ["company name", "role applied to", "response status", "final status"],
  columns: {
    "company name": "company",
    "role applied to": "title",
    "platform applied on": "source",
    "date applied": "applied_on",
    "salary info": "salary",
    "tasks to complete": "next_action",
  },
  finish(draft, extra): Draft {
    const word = (header: string): string =>
      Object.entries(extra)
        .find(([name]) => foldHeader(name) === header)?.[1]
        .trim()
        .toLowerCase() ?? "";
    const status = final[word("final status")] ?? response[word("response status")];
    const others = Object.entries(extra).filter(
      ([name]) => !/(?:response|final) status/.test(foldHeader(name)),
    );
    return { ...draft, status: status ?? draft["status"], extra: Object.fromEntries(others) };
  },
});
