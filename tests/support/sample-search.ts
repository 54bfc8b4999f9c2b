import { addDays } from "../../src/core/dates/calendar-day.ts";

/** A search of 61 applications over thirteen weeks, the same on every machine. */
export const sampleToday = "2026-11-25";

const perWeek = [3, 5, 4, 6, 2, 7, 5, 4, 6, 8, 5, 3, 3];
const sources = ["Referral", "Recruiter", "Company site", "LinkedIn", "Job board"];
const titles = [
  "Senior Data Analyst",
  "Analytics Engineer",
  "Product Analyst",
  "Data Scientist, Insights",
  "BI Developer",
  "Reporting Specialist",
];
const actions = [
  "Second round; Person A wants someone who can talk to engineers and to sales",
  "Panel of three",
  "Case study",
  "Waiting for a date",
  "",
  "References asked for",
];

export function sampleApplications(): readonly Record<string, unknown>[] {
  const days = perWeek.flatMap((count, week) =>
    Array.from({ length: count }, (_value, at) => addDays("2026-08-31", week * 7 + (at % 5))),
  );
  return days.map((day, at) => toApplication(day, at));
}

function toApplication(day: string, at: number): Record<string, unknown> {
  const reached = at % 9 === 4 ? 3 : at % 5 === 0 ? 2 : at % 4 === 1 ? 1 : 0;
  const path = ["applied", "screening", "interview", "offer"].slice(0, reached + 1);
  const stages = path.map((status, step) => ({ status, at: addDays(day, step * (3 + (at % 8))) }));
  const rejected = at % 3 === 0 && reached < 3;
  if (rejected) stages.push({ status: "rejected", at: addDays(day, 12 + (at % 9)) });
  const company = `Company ${String.fromCharCode(65 + (at % 26))}${at < 26 ? "" : String(at)}`;
  const action = actions[at % actions.length] ?? "";
  return {
    id: `0195f7c0-0000-7000-8000-${String(at).padStart(12, "0")}`,
    company,
    title: titles[at % titles.length],
    status: rejected ? "rejected" : (path.at(-1) ?? "applied"),
    stages,
    applied_on: day,
    location: at % 2 === 0 ? "Hamburg" : "Remote",
    work_mode: at % 2 === 0 ? "hybrid" : "remote",
    salary_min: 52_000 + at * 250,
    salary_max: 64_000 + at * 250,
    salary_currency: "EUR",
    source: sources[at % sources.length],
    tags: at % 3 === 0 ? ["data", "python"] : [],
    ...(action !== "" && { next_action: action }),
    ...(action !== "" && at % 2 === 0 && { next_action_on: addDays("2026-11-27", at % 9) }),
    url: `https://jobs.example.com/${String(at)}/senior-data-analyst-hamburg`,
    notes:
      at % 7 === 0
        ? "Spoke to the team lead. They use dbt and Airflow, and the team is five people.\nAsked for two references."
        : "",
    created_at: `${day}T09:00:00+02:00`,
    updated_at: `${day}T09:00:00+02:00`,
  };
}

export function sampleConversations(): readonly Record<string, unknown>[] {
  return [
    {
      id: "c1",
      title: "Salary talk with Kestrel Mobility",
      source: "email",
      started_at: "2026-11-03T10:00:00+01:00",
      messages: [
        {
          id: "m1",
          role: "recruiter",
          author: "Person A",
          sent_at: "2026-11-03T10:00:00+01:00",
          text: "Could you tell me what you expect?\n\nWe have a band of 70 to 82.",
        },
        { id: "m2", role: "user", text: "I would like to be at the upper end of it." },
      ],
      created_at: "2026-11-03",
      updated_at: "2026-11-03",
    },
  ];
}

/** Names in the scripts of the world, as people have them in their lists. */
export const worldTexts: readonly string[] = [
  "Größe, Łódź, İstanbul, Tiếng Việt",
  "Москва · Київ · Ελληνικά",
  "株式会社メルカリ、東京都港区",
  "北京字节跳动科技有限公司",
  "台灣積體電路製造 (TSMC) 新竹",
  "삼성전자 주식회사, 서울특별시",
  "شركة المراعي (Almarai) الرياض 2026",
  "חברת ההייטק (ABC) תל אביב 42",
  "टाटा कंसल्टेंसी सर्विसेज, क्षत्रिय विद्यार्थी",
  "Emoji 🎉 and 👩‍🔬 are not in the fonts",
];
