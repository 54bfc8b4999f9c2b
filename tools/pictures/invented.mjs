// One invented search beside the sample data, so that counts, risks and texts look as they do in use.
// Runs inside the page.

/* global jobTracker */
export async function fillSearch() {
  const { records } = jobTracker;
  const day = (back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const at = (back, time) => `${day(back)}T${time}:00Z`;
  const stages = (...list) =>
    list.map(([status, back, note]) => ({ status, at: at(back, "09:00"), note }));
  await records.loadSample();
  await records.addMany("applications", [
    {
      id: "halden",
      company: "Halden & Voss",
      title: "Senior Data Analyst",
      status: "interview",
      applied_on: day(42),
      location: "Hamburg",
      work_mode: "hybrid",
      source: "Referral",
      priority: "high",
      tags: ["energy", "dbt", "walkable"],
      salary_min: 68_000,
      salary_max: 76_000,
      salary_currency: "EUR",
      salary_period: "year",
      url: "https://haldenvoss.example/412",
      next_action: "Second interview",
      next_action_on: day(-2),
      contact_ids: ["petra", "ilse"],
      document_ids: ["cv", "cover"],
      stages: stages(
        [
          "applied",
          42,
          "With cv-2026-10.pdf and cover-halden.pdf, after Jonas Weiss passed the name on.",
        ],
        ["screening", 33, "Petra Nyström called, 25 min. Team of six, dbt and Snowflake."],
        [
          "interview",
          22,
          "First round with Petra Nyström and Ilse Brandt. Case: churn in the heating segment.",
        ],
      ),
      notes:
        "Team wants someone who can talk to engineers and to sales. Petra Nyström said call her on +49 40 5550 1234 before Friday if the time does not work.",
    },
    {
      id: "kestrel",
      company: "Kestrel Mobility",
      title: "Analytics Engineer",
      status: "screening",
      applied_on: day(35),
      location: "Berlin",
      source: "LinkedIn",
      salary_min: 65_000,
      salary_max: 72_000,
      salary_currency: "EUR",
      next_action: "Return take-home",
      next_action_on: day(0),
      stages: stages(["applied", 35], ["screening", 4]),
      notes: "Referral from Jonas Weiss; take-home due soon.",
    },
    {
      id: "fjord",
      company: "Fjordworks",
      title: "BI Developer",
      status: "applied",
      applied_on: day(8),
      location: "Oslo",
      source: "Newsletter",
      next_action: "Nudge Mia Lund",
      next_action_on: day(1),
      stages: stages(["applied", 8]),
    },
    {
      id: "northlight",
      company: "Northlight Energy",
      title: "Data Lead",
      status: "offer",
      applied_on: day(64),
      location: "Hamburg",
      source: "Company site",
      salary_min: 82_000,
      salary_currency: "EUR",
      next_action: "Answer the offer",
      next_action_on: day(-5),
      stages: stages(["applied", 64], ["interview", 30], ["offer", 5]),
    },
    {
      id: "ostrich",
      company: "Ostrich Maps",
      title: "Geo Data Analyst",
      status: "saved",
      deadline: day(-5),
    },
  ]);
  await records.addMany("contacts", [
    {
      id: "petra",
      name: "Petra Nyström",
      role: "Talent partner",
      company: "Halden & Voss",
      email: "petra@haldenvoss.example",
      phone: "+49 40 5550 1234",
      application_ids: ["halden"],
      last_contact_on: day(22),
    },
    {
      id: "ilse",
      name: "Ilse Brandt",
      role: "Head of Data",
      company: "Halden & Voss",
      application_ids: ["halden"],
    },
    {
      id: "jonas",
      name: "Jonas Weiss",
      role: "Recruiter",
      company: "Weiss & Partner",
      email: "jonas.weiss@weiss-partner.example",
      application_ids: ["halden", "kestrel"],
    },
  ]);
  await records.addMany("interviews", [
    {
      application_id: "halden",
      round: "Second round",
      type: "onsite",
      starts_at: at(-2, "09:00"),
      duration_minutes: 90,
      contact_ids: ["ilse"],
    },
    {
      application_id: "halden",
      round: "First round",
      type: "video",
      starts_at: at(22, "13:30"),
      duration_minutes: 60,
      contact_ids: ["petra", "ilse"],
      outcome: "passed",
    },
    {
      application_id: "kestrel",
      round: "Phone",
      type: "phone",
      starts_at: at(-1, "15:00"),
      duration_minutes: 30,
    },
    {
      application_id: "northlight",
      round: "Case",
      type: "video",
      starts_at: at(6, "12:00"),
      duration_minutes: 60,
    },
  ]);
  await records.addMany("documents", [
    { id: "cv", name: "cv-2026-10.pdf", document_type: "resume", application_ids: ["halden"] },
    {
      id: "cover",
      name: "cover-halden.pdf",
      document_type: "cover_letter",
      application_ids: ["halden"],
    },
  ]);
  await records.putBytes("cv", new Blob([new Uint8Array(184_000)], { type: "application/pdf" }));
  await records.putBytes("cover", new Blob([new Uint8Array(62_000)], { type: "application/pdf" }));
  await records.add("conversations", {
    title: "Re: Your application",
    source: "email",
    application_id: "halden",
    started_at: at(9, "10:00"),
    messages: [
      {
        id: "1",
        role: "other",
        author: "Jonas Weiss",
        sent_at: at(9, "10:00"),
        text: "Hi Nora,\n\nthanks for the call on Tuesday. I have put you forward at Halden & Voss with Petra Nyström; she will ring you on +49 170 555 0188 before Friday. If it gets late, her desk is 040 5550 1234.\n\nPlease bring the signed form to Große Elbstraße 145, 22767 Hamburg. The portal login I made for you is nora.okafor / Tulip-93-harbour.\n\nMay I also ask: would you grant us a reference from Mark? A mark from school is not needed.\n\nBest, Jonas\njonas.weiss@weiss-partner.example",
      },
    ],
  });
}
