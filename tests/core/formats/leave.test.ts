import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCoverage } from "../../../src/core/archive/coverage.ts";
import type { Format } from "../../../src/core/formats/contract.ts";
import * as shelf from "../../../src/core/formats/registry.ts";
import { makePlan } from "../../../src/core/plan/make-plan.ts";
import { nameShelfFormats } from "../../../src/core/plan/shelf-formats.ts";
import type { KindId } from "../../../src/core/records/any-kind.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import { writeSentence } from "../../../src/core/request/write-sentence.ts";
import type { Inspection } from "../../../src/core/restore/contract.ts";
import { inspect } from "../../../src/core/restore/inspect.ts";
import { documentOf, sectionOf, writeText, writeWhole } from "../../support/clean-rows.ts";
import { hasProgram } from "../../support/programs.ts";

const applications = [
  {
    id: "0195f7c0-0000-7000-8000-000000000001",
    created_at: "2026-01-04T09:00:00Z",
    updated_at: "2026-02-01T09:00:00Z",
    company: "Halden Robotics",
    title: 'Engineer, "Platform"',
    status: "withdrawn",
    stages: [
      { status: "applied", at: "2026-01-05" },
      { status: "withdrawn", at: "2026-02-01", note: "moved away" },
    ],
    applied_on: "2026-01-05",
    url: "https://jobs.halden.example.com/1",
    location: "Oslo, Norway",
    work_mode: "hybrid",
    employment_type: "full-time",
    salary_min: 50000,
    salary_max: 60000,
    salary_currency: "EUR",
    salary_period: "year",
    source: "Referral",
    tags: ["remote", "a, b"],
    deadline: "2026-01-20",
    description: "Build <robots> & more.\n\nIn Oslo.",
    notes: "Ask for Ida.",
  },
  {
    id: "0195f7c0-0000-7000-8000-000000000002",
    company: "=Sum Of Parts",
    title: "Writer",
    status: "saved",
  },
];
const interviews = [
  {
    id: "0195f7c0-0000-7000-8000-000000000003",
    application_id: "0195f7c0-0000-7000-8000-000000000001",
    starts_at: "2026-01-15T10:00:00+01:00",
    type: "video",
    contact_ids: ["0195f7c0-0000-7000-8000-000000000004"],
    notes: "Went well",
  },
];
const contacts = [
  {
    id: "0195f7c0-0000-7000-8000-000000000004",
    name: "Ida Berg",
    email: "ida@halden.example.com",
    company: "Halden Robotics",
    application_ids: ["0195f7c0-0000-7000-8000-000000000001"],
  },
];
const documents = [{ id: "d1", name: "Resume 2026", document_type: "resume", text: "Ten years." }];
const rows: Readonly<Partial<Record<KindId, readonly object[]>>> = {
  applications,
  interviews,
  contacts,
  documents,
};

async function written(format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const sections = (Object.keys(rows) as KindId[])
    .filter((kind) => format.refuses?.(kind) === undefined)
    .map((kind) => sectionOf(kind, rows[kind] ?? []));
  return writeWhole(format, documentOf(sections));
}

async function readBack(format: Format): Promise<Inspection> {
  const bytes = await written(format);
  return inspect(new Blob([bytes]), {
    name: `pack.${format.extension}`,
    now: () => new Date("2026-11-25T10:00:00Z"),
    companies: [],
  });
}

const recordsOf = ({ incoming }: Inspection, kind: string) =>
  incoming.filter((one) => one.kind === kind).map(({ record }) => record);

describe("a pack for another program is read back by the importer of that program", () => {
  it.each([
    ["huntr", "huntr", "withdrawn"],
    ["reactiveresume", "reactive-resume", "rejected"],
  ] as const)("%s", async (id, source, status) => {
    const inspection = await readBack(shelf[id]);
    expect(inspection.source.toLowerCase().replaceAll("-", "")).toBe(source.replaceAll("-", ""));
    const [halden, parts] = recordsOf(inspection, "applications");
    expect(halden).toMatchObject({
      company: "Halden Robotics",
      title: 'Engineer, "Platform"',
      status,
      url: "https://jobs.halden.example.com/1",
      location: "Oslo, Norway",
      salary_min: 50000,
      salary_max: 60000,
      salary_currency: "EUR",
      salary_period: "year",
    });
    expect(parts).toMatchObject({ company: "=Sum Of Parts", title: "Writer", status: "saved" });
  });

  it("jobsync", async () => {
    const inspection = await readBack(shelf.jobsync);
    expect(inspection.source).toBe("jobsync-backup");
    const [halden] = recordsOf(inspection, "applications");
    expect(halden).toMatchObject({
      company: "Halden Robotics",
      title: 'Engineer, "Platform"',
      status: "rejected",
      applied_on: "2026-01-05",
      deadline: "2026-01-20",
      employment_type: "full-time",
      work_mode: "hybrid",
      source: "Referral",
      tags: ["remote", "a, b"],
    });
    expect(halden?.["description"]).toContain("Build <robots> & more.");
    expect(halden?.["notes"]).toContain("2026-02-01 withdrawn (moved away)");
    const [interview] = recordsOf(inspection, "interviews");
    expect(interview?.["application_id"]).toBe(halden?.id);
    expect(recordsOf(inspection, "contacts")).toMatchObject([
      { name: "Ida Berg", email: "ida@halden.example.com", application_ids: [halden?.id] },
    ]);
  });

  it("notion", async () => {
    const inspection = await readBack(shelf.notion);
    expect(inspection.source).toBe("notion");
    const [halden] = recordsOf(inspection, "applications");
    expect(halden).toMatchObject({
      company: "Halden Robotics",
      title: 'Engineer, "Platform"',
      status: "withdrawn",
      applied_on: "2026-01-05",
    });
    expect(halden?.["notes"]).toContain("Ask for Ida.");
    expect(recordsOf(inspection, "contacts")).toMatchObject([{ name: "Ida Berg" }]);
  });

  it("googlesheets", async () => {
    const inspection = await readBack(shelf.googlesheets);
    const [halden] = recordsOf(inspection, "applications");
    const { id: _id, created_at: _made, updated_at: _changed, ...fields } = applications[0] ?? {};
    expect(halden).toMatchObject(fields);
    expect(recordsOf(inspection, "contacts")).toMatchObject([{ name: "Ida Berg" }]);
  });

  it("airtable", async () => {
    const inspection = await readBack(shelf.airtable);
    expect(recordsOf(inspection, "applications")).toContainEqual(
      expect.objectContaining({ company: "Halden Robotics", applied_on: "2026-01-05" }),
    );
  });
});

describe("a pack says by names what another program links by names", () => {
  it("and gives each row of a table a name of its own", async () => {
    const two = [applications[1], { ...applications[1], id: "x" }];
    const bytes = await writeWhole(
      shelf.airtable,
      documentOf([sectionOf("applications", two as object[]), sectionOf("contacts", contacts)]),
    );
    const { entries } = await (
      await import("../../../src/core/zip/open-zip.ts")
    ).openZip(new Blob([bytes]), {});
    const [table] = entries;
    const text = table === undefined ? "" : await new Response(table.open()).text();
    expect(text).toContain("=Sum Of Parts · Writer");
    expect(text).toContain("=Sum Of Parts · Writer 2");
  });
});

/** A program that others wrote. */
const reader = "jq";

describe("job descriptions of JSON Resume", () => {
  it.skipIf(!hasProgram(reader))("hold what the schema names, and are read by jq", async () => {
    const folder = mkdtempSync(join(tmpdir(), "leave-"));
    try {
      writeFileSync(join(folder, "pack.zip"), await written(shelf.jsonresume));
      spawnSync("unzip", ["-q", "pack.zip"], { cwd: folder });
      const filter =
        "[.title,.company,.date,.location.address,.remote,.salary,.skills[0].keywords[1]]|@json";
      const found = spawnSync(reader, ["-r", filter, "jobs/00001-halden-robotics.json"], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(JSON.parse(found.stdout)).toEqual([
        'Engineer, "Platform"',
        "Halden Robotics",
        "2026-01-05",
        "Oslo, Norway",
        "Hybrid",
        "50000 - 60000 EUR per year",
        "a, b",
      ]);
      const resume = spawnSync(
        reader,
        ["-r", ".basics.summary", "resumes/00001-resume-2026.json"],
        {
          cwd: folder,
          encoding: "utf8",
        },
      );
      expect(resume.stdout.trim()).toBe("Ten years.");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("Reactive Resume", () => {
  it("gets a mark in front, every cell in quotes, and formulas with an apostrophe", async () => {
    const text = await writeText(
      shelf.reactiveresume,
      documentOf([sectionOf("applications", applications)]),
    );
    expect(text.startsWith('\ufeff"Company","Role","Stage","Applied Date"')).toBe(true);
    expect(text).toContain(`"'=Sum Of Parts","Writer","saved",""`);
  });
});

describe("what a program has no place for is named", () => {
  it("field by field, and kind by kind", () => {
    const chosen = (["applications", "contacts"] as const).map((kind) => ({
      kind,
      count: 1,
      stored: 1,
      selection: { kind },
      batches: () => noBatches(),
    }));
    const coverage = makeCoverage({
      plan: { selection: { kinds: [], leftOut: [] } },
      chosen,
      formats: [{ id: "huntr", format: shelf.huntr }],
      bytes: "not-asked",
      storedOf: new Map(),
    } as unknown as Parameters<typeof makeCoverage>[0]);
    expect(coverage.left_out).toContainEqual({
      what: "Contacts in Huntr",
      count: 1,
      why: "Huntr takes applications only",
    });
    const fields = coverage.left_out.find(({ what }) => what.startsWith("Fields of applications"));
    expect(fields?.what).toContain("stages");
    expect(fields?.what).not.toContain("company");
    expect(fields?.why).toBe("Huntr has no place for them");
  });
});

async function* noBatches(): AsyncGenerator<never> {
  // Coverage counts; it reads nothing.
}

const context = { today: "2026-11-25" };
const understand = (text: string) => nameShelfFormats(text, parseRequest(text, context), shelf);

describe("a sentence names the program one leaves for", () => {
  it.each([
    ["pack for Notion", "notion"],
    ["leave for Huntr", "huntr"],
    ["leave pack for Airtable", "airtable"],
    ["move everything to Airtable", "airtable"],
    ["pack for Google Sheets", "googlesheets"],
    ["pack for JSON Resume", "jsonresume"],
    ["pack for Reactive Resume", "reactiveresume"],
    ["applications for JobSync", "jobsync"],
    ["Paket für Notion", "notion"],
    ["paquet pour Notion", "notion"],
    ["paquete para Notion", "notion"],
    ["pacote para Notion", "notion"],
  ])("%s", (sentence, format) => {
    const parsed = understand(sentence);
    expect(parsed.said.formats).toEqual([format]);
    expect(parsed.said.intent).toBe("export");
    expect(parsed.unused).toEqual([]);
    const planned = makePlan(parsed.said, parsed.questions, {
      sentence,
      last: null,
      today: context.today,
      formats: Object.keys(shelf),
      containers: ["bare", "zip"],
    });
    expect("plan" in planned && planned.plan.formats).toEqual([format]);
    expect("plan" in planned && planned.plan.container).toBe("bare");
  });

  it("and the sentence that the app writes from it says the same", () => {
    for (const language of ["en", "de", "fr", "es", "pt"]) {
      const said = writeSentence(understand("pack for Huntr").said, language);
      expect(understand(said).said.formats, said).toEqual(["huntr"]);
    }
  });

  it("while an employer of that name stays an employer", () => {
    expect(understand("applications at Notion").said.formats).toBeUndefined();
    expect(understand("interviews at Airtable as CSV").said.formats).toEqual(["csv"]);
    expect(understand("everything for Google Sheets").said.formats).toEqual(["csv"]);
  });
});
