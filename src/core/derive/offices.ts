/** What an office asks for, as far as it is published. Data to start from, to be edited; no promise. */
export interface Office {
  readonly id: string;
  readonly label: string;
  /** Activities a week; absent where the office sets a number for each person. */
  readonly goal?: number;
  readonly weekStart: "sunday" | "monday";
  /** What the office writes that is worth knowing before signing. */
  readonly rule: string;
  readonly source: string;
  /** When the rule was looked up. */
  readonly asOf: string;
}

const asOf = "2026-11-25";

/** Presets of a work-search log. "Check with your office" stands beside each wherever it is shown. */
export const offices: readonly Office[] = [
  {
    id: "us-ny",
    label: "New York",
    goal: 3,
    weekStart: "monday",
    rule: "3 activities a week; an older text also asks for different days. Contacts are checked.",
    source: "New York State Department of Labor, work search rules",
    asOf,
  },
  {
    id: "us-ne",
    label: "Nebraska",
    weekStart: "sunday",
    rule: "For each claim week; nothing can be added after the weekly claim is filed.",
    source: "Nebraska Department of Labor, work search requirements",
    asOf,
  },
  {
    id: "us-tx",
    label: "Texas",
    weekStart: "sunday",
    rule: "The number is set for each person. Kept, and sent only when asked; own forms are taken with a cover sheet.",
    source: "Texas Workforce Commission, work search log",
    asOf,
  },
  {
    id: "us-wa",
    label: "Washington",
    goal: 3,
    weekStart: "sunday",
    rule: "At least 3 employer contacts or approved in-person activities a week.",
    source: "Washington Employment Security Department, job search requirements",
    asOf,
  },
  {
    id: "us-wi",
    label: "Wisconsin",
    goal: 4,
    weekStart: "sunday",
    rule: "4 actions a week, each with its own proof. Repeat contacts and reading advertisements do not count; keep the log for 53 weeks.",
    source: "Wisconsin Department of Workforce Development, work search guide",
    asOf,
  },
  {
    id: "us-me",
    label: "Maine",
    goal: 3,
    weekStart: "sunday",
    rule: "The exact day is needed to match the benefit week; employer with town and state.",
    source: "Maine Department of Labor, form B-101",
    asOf,
  },
  {
    id: "us-mt",
    label: "Montana",
    goal: 1,
    weekStart: "sunday",
    rule: "At least 1 a week; reading advertisements does not count.",
    source: "Montana Department of Labor & Industry, work search",
    asOf,
  },
  {
    id: "us-ak",
    label: "Alaska",
    weekStart: "sunday",
    rule: "Date, employer and how to reach it; reading advertisements does not count.",
    source: "Alaska Department of Labor, work search",
    asOf,
  },
  {
    id: "ca-ei",
    label: "Canada (EI)",
    weekStart: "sunday",
    rule: "Reports of two weeks, Sunday to Saturday; networking and cold calls count.",
    source: "Government of Canada, Employment Insurance, job search",
    asOf,
  },
  {
    id: "de",
    label: "Germany",
    weekStart: "monday",
    rule: "The number is agreed with the agency, often 5 to 10 a month. Keep copies of letters and replies.",
    source: "Bundesagentur für Arbeit, Eigenbemühungen",
    asOf,
  },
  {
    id: "ch",
    label: "Switzerland",
    weekStart: "monday",
    rule: "The RAV sets the number; each entry names a real vacancy.",
    source: "arbeit.swiss, Nachweis der persönlichen Arbeitsbemühungen",
    asOf,
  },
  {
    id: "se",
    label: "Sweden",
    weekStart: "monday",
    rule: "An activity report; spot checks ask for the application and the reply. Keep them for 3 months.",
    source: "Arbetsförmedlingen, aktivitetsrapport",
    asOf,
  },
];

export function findOffice(id: unknown): Office | undefined {
  return offices.find((office) => office.id === id);
}
