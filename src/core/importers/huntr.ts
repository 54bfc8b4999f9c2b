import { htmlToText } from "../importing/html-text.ts";
import { signedTable } from "../importing/table/signed-table.ts";

/** The lists that Huntr makes; one a person named stays as it is. */
const lists: Readonly<Record<string, string>> = {
  wishlist: "saved",
  apply: "saved",
  applied: "applied",
  "phone screen": "screening",
  interview: "interview",
  interviewing: "interview",
  offer: "offer",
  offers: "offer",
  accepted: "accepted",
  rejected: "rejected",
  archived: "withdrawn",
};

/** The board of Huntr as CSV: several boards in one file, `-` for nothing, HTML in descriptions. */
export const huntr = signedTable({
  label: "Board of Huntr",
  seed: "huntr",
  signature: ["title", "company name", "board name", "list name"],
  columns: {
    title: "title",
    "company name": "company",
    "list name": "status",
    url: "url",
    salary: "salary",
    location: "location",
    "html description": "description",
    deadline: "deadline",
    "created at": "created_at",
    "board id": "skip",
    "list id": "skip",
    "company id": "skip",
    color: "skip",
    // The owner of the board: not a contact, and not needed.
    "creator user id": "skip",
    "creator user first name": "skip",
    "creator user last name": "skip",
    "creator user email": "skip",
  },
  emptyStatus: true,
  statusOf: (word) => lists[word.trim().toLowerCase()],
  finish(draft) {
    const { description } = draft;
    return typeof description === "string"
      ? { ...draft, description: htmlToText(description) }
      : draft;
  },
});
