/** Invented firms, people and sentences: nobody and nothing here exists. */
export interface SampleCompany {
  readonly name: string;
  readonly city: string;
  readonly currency: string;
  readonly site: string;
}
const company = (name: string, city: string, currency: string): SampleCompany => ({
  name,
  city,
  currency,
  site: `${name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z]+/g, "")}.example`,
});

export const sampleCompanies: readonly SampleCompany[] = [
  company("Halden & Voss", "Hamburg", "EUR"),
  company("Kestrel Mobility", "London", "GBP"),
  company("Oriel Health", "Dublin", "EUR"),
  company("Fjordworks", "Oslo", "NOK"),
  company("Lumen Cartography", "Lisbon", "EUR"),
  company("Northwind Rail", "Manchester", "GBP"),
  company("Saltmarsh Energy", "Rotterdam", "EUR"),
  company("Brightwater Labs", "Berlin", "EUR"),
  company("Tidepool", "Porto", "EUR"),
  company("Quillfeather Press", "Edinburgh", "GBP"),
  company("Cobalt Orchard", "Vienna", "EUR"),
  company("Maison Verne", "Lyon", "EUR"),
  company("Pinecrest Insurance", "Zürich", "CHF"),
  company("Atlas Grain", "Kraków", "PLN"),
  company("Vela Robotics", "Munich", "EUR"),
  company("Harbour Street Bank", "Bristol", "GBP"),
  company("Meridian Water", "Copenhagen", "DKK"),
  company("Ñandú Software", "Madrid", "EUR"),
  company("Stellwerk Neun", "Leipzig", "EUR"),
  company("Open Fields Foundation", "Brussels", "EUR"),
  company("Gannet Analytics", "Cork", "EUR"),
  company("Copperline", "Stockholm", "SEK"),
  company("Rowan & Ash", "Leeds", "GBP"),
  company("Nebelhorn", "Graz", "EUR"),
];

export const sampleTitles = [
  "Senior Data Analyst",
  "Analytics Engineer",
  "Product Analyst",
  "Data Engineer",
  "Business Intelligence Developer",
  "Reporting Lead",
  "Operations Analyst",
  "Data Product Manager",
] as const;

/** People in five scripts, with the spelling of their e-mail address. */
export const samplePeople = [
  ["Petra Nyström", "petra.nystroem", "Talent partner"],
  ["Jonas Weiß", "jonas.weiss", "Head of data"],
  ["Aoife Brennan", "aoife.brennan", "Recruiter"],
  ["Marta Gonçalves", "m.goncalves", "Hiring manager"],
  ["Tomás Ibáñez", "tomas.ibanez", "Engineering manager"],
  ["Ольга Соколова", "olga.sokolova", "Lead analyst"],
  ["Νίκος Παπαδάκης", "nikos.papadakis", "Recruiter"],
  ["王小梅", "xiaomei.wang", "Staff engineer"],
  ["ليلى حداد", "layla.haddad", "People partner"],
  ["आरव शर्मा", "aarav.sharma", "Data scientist"],
  ["Sofie Vandermeulen", "s.vandermeulen", "Recruiter"],
  ["Callum Reid", "callum.reid", "Chief operating officer"],
  ["Ingrid Solheim", "ingrid.solheim", "Talent partner"],
  ["Łukasz Zieliński", "lukasz.zielinski", "Team lead"],
] as const;

export const sampleSources = [
  "LinkedIn",
  "Company site",
  "Referral",
  "Indeed",
  "Stepstone",
  "Newsletter",
] as const;
export const sampleTags = [
  "remote",
  "dream job",
  "referral",
  "startup",
  "public sector",
  "part-time possible",
] as const;
export const sampleNotes = [
  "Take-home task came with a clear brief; two evenings.",
  "The advert asks for dbt and good writing. Both fit.",
  "Referred by a former colleague; mention the migration project.",
  "Form letter after nine days, no reason given.",
  "Salary band was named in the first call.",
  "They want somebody on site two days a week.",
  "Ask about the team's on-call rota before the second round.",
] as const;
export const sampleActions = [
  "Send the follow-up",
  "Prepare the case study",
  "Ask about the timeline",
  "Write the thank-you note",
  "Negotiate the start date",
] as const;
export const sampleTalk: readonly (readonly [title: string, question: string, answer: string])[] = [
  [
    "Salary prep for the second round",
    "What should I say when they ask about salary?",
    "Name the range from the advert, then ask what the band depends on.",
  ],
  [
    "Rewriting my CV summary",
    "Can you make the first paragraph shorter?",
    "Two sentences: what you built, and what changed because of it.",
  ],
  [
    "Questions for the hiring manager",
    "What do I ask at the end?",
    "Ask how success is measured after six months, and who decides.",
  ],
  [
    "Choosing between two offers",
    "One pays more, the other is closer to home.",
    "Write down what a bad week looks like in each of them.",
  ],
  [
    "Cover letter for the water utility",
    "Is this too long?",
    "Cut the second paragraph; the third already says it.",
  ],
  [
    "Salary in Zürich",
    "Is 118,000 a fair figure?",
    "It is inside the published band; ask about the thirteenth month.",
  ],
];
export const sampleMemories: readonly (readonly [topic: string, text: string])[] = [
  ["preferences", "Prefers hybrid work, at most three days on site."],
  ["salary", "Will not go below 68,000 EUR a year."],
  ["notice", "Notice period is six weeks to the end of a month."],
  ["skills", "Strongest in SQL, dbt and explaining results."],
  ["location", "Could move to Lisbon or Hamburg."],
];
export const sampleQueries = [
  "data analyst remote",
  "analytics engineer hamburg",
  "product analyst lisbon",
  "bi developer dublin",
] as const;
