import { beforeAll, describe, expect, it } from "vitest";
import { loadLists } from "../../../src/core/names/lists.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";
import { makeSanitizer, type Sanitizer } from "../../../src/core/sanitize/make-sanitizer.ts";
import type { Sanitization } from "../../../src/core/sanitize/sanitization.ts";

beforeAll(async () => {
  await loadLists("strict");
});

const known = {
  people: ["Mara Lindqvist", "Jonas Adeyemi"],
  companies: ["Halden Freight GmbH", "Brightwater Inc"],
};
const make = (sanitization: Sanitization): Sanitizer => makeSanitizer(sanitization, { known });
const base = { created_at: "2026-01-02T10:00:00Z", updated_at: "2026-01-03T10:00:00Z" };

const application: AnyRecord = {
  ...base,
  id: "0190b8a4-9f0e-7c3a-8f00-3a5b7c9d1e2f",
  company: "Halden Freight GmbH",
  title: "Route Planner",
  status: "applied",
  applied_on: "2026-01-02",
  url: "https://jobs.halden.test/4471?ref=x",
  salary_min: 52000,
  salary_max: 61000,
  contact_ids: ["0190b8a4-9f0e-7c3a-8f00-3a5b7c9d1e30"],
  tags: ["logistics", "mara.lindqvist@halden.test"],
  notes:
    "Mara Lindqvist (mara.lindqvist@halden.test, +49 30 901820) said the API token is ghp_Qm3vT8kLz0WcY5rNs2XbH7dJp9FgA4uE6iKo.",
};
const contact: AnyRecord = {
  ...base,
  id: "c1",
  name: "Mara Lindqvist",
  company: "Halden Freight GmbH",
  email: "mara.lindqvist@halden.test",
  phone: "+49 30 901820",
  notes: "Mara prefers calls. M. Lindqvist leads the team; LINDQVIST wrote twice.",
};

describe("level none", () => {
  it("lets a record through as it is", () => {
    expect(make({ level: "none" }).clean("applications", application)).toEqual(application);
  });
});

describe("level basic", () => {
  it("removes secrets and keeps everything else", () => {
    const row = make({ level: "basic" }).clean("applications", application);
    expect(row["notes"]).not.toContain("ghp_");
    expect(row["notes"]).toContain("mara.lindqvist@halden.test");
    expect(row["company"]).toBe("Halden Freight GmbH");
    expect(row["salary_min"]).toBe(52000);
  });
});

describe("level moderate", () => {
  it("replaces ways to reach a person, in fields, texts and tags", () => {
    const sanitizer = make({ level: "moderate" });
    const text = JSON.stringify([
      sanitizer.clean("applications", application),
      sanitizer.clean("contacts", contact),
    ]);
    expect(text).not.toMatch(/@halden|901820|ghp_/);
    expect(text).toContain("Mara Lindqvist");
  });

  it("keeps salaries, dates, ids and relations", () => {
    const row = make({ level: "moderate" }).clean("applications", application);
    expect(row["salary_max"]).toBe(61000);
    expect(row["applied_on"]).toBe("2026-01-02");
    expect(row["id"]).toBe(application.id);
    expect(row["contact_ids"]).toEqual(application["contact_ids"]);
  });
});

describe("level strict", () => {
  it("leaves no form of a known person or company", () => {
    const sanitizer = make({ level: "strict" });
    const text = JSON.stringify([
      sanitizer.clean("applications", application),
      sanitizer.clean("contacts", contact),
    ]);
    expect(text).not.toMatch(/mara|lindqvist|halden|901820|ghp_/i);
  });

  it("gives all forms of one person the same pseudonym, and another person another", () => {
    const sanitizer = make({ level: "strict", pseudonyms: true });
    const row = sanitizer.clean("contacts", contact);
    expect(row["name"]).toBe("Person 1");
    expect(row["email"]).toBe("person1@example.invalid");
    expect(row["notes"]).toBe(
      "Person 1 prefers calls. Person 1 leads the team; Person 1 wrote twice.",
    );
    expect(
      sanitizer.clean("contacts", { ...contact, id: "c2", name: "Jonas Adeyemi" })["name"],
    ).toBe("Person 2");
    expect(row["company"]).toBe("Company A");
  });

  it("finds in one field the name that another field of the record gives away", () => {
    const row = makeSanitizer({ level: "strict" }, { known: { people: [], companies: [] } }).clean(
      "interviews",
      {
        ...base,
        id: "i1",
        outcome: "Interviewer: Tomás Pereira",
        notes: "Pereira asked about routing.",
      },
    );
    expect(JSON.stringify(row)).not.toContain("Pereira");
  });

  it("reads keys of unknown fields as labels, and cleans keys too", () => {
    const row = make({ level: "strict" }).clean("contacts", {
      ...base,
      id: "c3",
      extra: {
        dob: "1990-04-12",
        passport_number: "K8231145",
        "mara.lindqvist@halden.test": "yes",
        room: 12,
        ssn: 219099999,
      },
    });
    const extra = row["extra"] as Record<string, unknown>;
    expect(extra["dob"]).toBe("[date of birth]");
    expect(extra["passport_number"]).toBe("[id]");
    expect(extra["room"]).toBe(12);
    expect(extra["ssn"]).toBe("[id]");
    expect(JSON.stringify(extra)).not.toContain("lindqvist");
  });

  it("replaces an id that embeds an e-mail by the same word wherever it stands", () => {
    const sanitizer = make({ level: "strict" });
    const owner = sanitizer.clean("contacts", {
      ...contact,
      id: "contact:mara.lindqvist@halden.test",
    });
    const reference = sanitizer.clean("applications", {
      ...application,
      contact_ids: ["contact:mara.lindqvist@halden.test"],
    });
    expect(reference["contact_ids"]).toEqual([owner["id"]]);
    expect(owner["id"]).not.toContain("@");
  });
});

describe("a setting", () => {
  it("is labelled by the key beside it", () => {
    const row = make({ level: "basic" }).clean("settings", {
      ...base,
      id: "s1",
      key: "mail_password",
      value: "Tr4mpol1ne!",
    });
    expect(row["value"]).toBe("[secret]");
  });
});

describe("an e-mail address without a name in it", () => {
  it("belongs to the person whose record it is", () => {
    const row = make({ level: "strict", pseudonyms: true }).clean("contacts", {
      ...contact,
      id: "c9",
      name: "Jonas Adeyemi",
      email: "hello@firm.test",
    });
    expect(row["email"]).toBe("person2@example.invalid");
  });
});

describe("wishes", () => {
  it("hides on top of any level", () => {
    const row = make({ level: "none", hide: ["salary", "company"] }).clean(
      "applications",
      application,
    );
    expect(row["salary_min"]).toBeUndefined();
    expect(row["company"]).toBe("[company]");
    expect(row["notes"]).toContain("Mara Lindqvist");
    expect(row["notes"]).not.toContain("halden");
  });

  it("hides notes, dates and documents whole", () => {
    const row = make({ level: "basic", hide: ["notes", "date"] }).clean(
      "applications",
      application,
    );
    expect(row["notes"]).toBe("[notes]");
    expect(row["applied_on"]).toBeUndefined();
    expect(row["created_at"]).toBe(application.created_at);
  });

  it("hides e-mails in texts without hiding phones", () => {
    const text = make({ level: "custom", hide: ["email"] }).cleanText(
      "a.b@firm.test or +49 30 901820",
    );
    expect(text).toBe("[email] or +49 30 901820");
  });

  it("keeps what the user wants kept, but never a secret", () => {
    const row = make({ level: "strict", keep: ["company", "secret"] }).clean(
      "applications",
      application,
    );
    expect(row["company"]).toBe("Halden Freight GmbH");
    expect(row["notes"]).not.toContain("ghp_");
  });

  it("follows own words and own rules", () => {
    const sanitization: Sanitization = {
      level: "none",
      ownWords: [{ text: "Project Heron", mode: "hide" }],
      ownRules: [{ label: "Ticket", expression: "HR-\\d{4}", replacement: '=ticket, "x"' }],
    };
    expect(make(sanitization).cleanText("Project Heron, HR-2211")).toBe("[hidden], ticket x");
  });

  it("empties a field by name", () => {
    const row = make({ level: "none", hideFields: ["applications.notes"] }).clean(
      "applications",
      application,
    );
    expect(row["notes"]).not.toBe(application["notes"]);
  });
});

describe("names of files", () => {
  it("are cleaned and hold no character that a name may not hold", () => {
    expect(make({ level: "strict" }).cleanName("CV Mara Lindqvist: final?.pdf")).not.toMatch(
      /Mara|[:?[\]]/,
    );
  });
});

describe("the count", () => {
  it("says how often something of each type was replaced", () => {
    const sanitizer = make({ level: "moderate" });
    sanitizer.clean("contacts", contact);
    expect(sanitizer.counts.get("EMAIL")).toBe(1);
    expect(sanitizer.counts.get("PHONE")).toBe(1);
  });
});

describe("time", () => {
  it("stops the export when a record takes longer than allowed", () => {
    let now = 0;
    const sanitizer = makeSanitizer(
      { level: "basic" },
      { known, clock: () => (now += 50), maxMsPerRecord: 10 },
    );
    expect(() => sanitizer.clean("contacts", contact)).toThrow("sanitizing-failed");
  });
});
