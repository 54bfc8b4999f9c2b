import { describe, expect, test } from "vitest";
import { planRestore } from "../../../src/core/restore/plan-restore.ts";
import { runRestore } from "../../../src/core/restore/run-restore.ts";
import { RestoreStore } from "../../support/restore-store.ts";
import { differences, inspectSample, readSamples } from "../../support/sample-check.ts";

const sets = [
  { folder: "", samples: readSamples("expected.json") },
  { folder: "spreadsheets/", samples: readSamples("spreadsheets/expected.json") },
];

describe.each(sets)("a file people drop, in samples/$folder", ({ folder, samples }) => {
  test.each(samples)("$file becomes the records that stand in it", async (sample) => {
    expect(differences(await inspectSample(folder, sample), sample)).toEqual([]);
  });

  test.each(samples)("$file brings nothing new the second time", async (sample) => {
    const inspection = await inspectSample(folder, sample);
    const store = new RestoreStore();
    const first = await planRestore(inspection, { everywhere: "merge" }, store.ports);
    const receipt = await runRestore(first, store.ports);
    expect(receipt.verified).toBe(true);
    expect(receipt.written).toBe(inspection.incoming.length);
    const again = await inspectSample(folder, sample);
    const second = await planRestore(again, { everywhere: "merge" }, store.ports);
    expect(second.writes).toBe(0);
  });
});

/** Proposed columns: any of the fields that are right. */
describe("the mapping that is proposed", () => {
  const tables = sets.flatMap(({ folder, samples }) =>
    samples
      .filter(({ mapping, source }) => mapping !== undefined && source === "spreadsheet")
      .map((sample) => ({ folder, sample, file: sample.file })),
  );
  test.each(tables)("fits the columns of $file", async ({ folder, sample }) => {
    const { mapping = {} } = await inspectSample(folder, sample);
    const beside = /^(?:contacts|interviews|documents|activities)\.|^(?:stages|updated_at|skip)$/;
    for (const [name, right] of Object.entries(sample.mapping ?? {})) {
      const proposed = mapping[name === "" ? "column 1" : name];
      const fits = [right].flat().map((field) => {
        if (field === "salary_min") return ["salary", "salary_min"];
        return beside.test(field) ? ["extra", field] : [field];
      });
      expect([name, fits.flat()]).toEqual([name, expect.arrayContaining([proposed])]);
    }
  });
});

describe("the report", () => {
  const byFile = new Map(
    sets.flatMap(({ folder, samples }) => samples.map((one) => [one.file, { folder, one }])),
  );
  const reportOf = async (file: string): Promise<string> => {
    const found = byFile.get(file);
    if (found === undefined) throw new Error(`No sample ${file}`);
    const { skipped, warnings } = await inspectSample(found.folder, found.one);
    return [...skipped.map(({ what, why }) => `${what} (${why})`), ...warnings].join("\n");
  };

  test("of LinkedIn counts doubles, merged jobs, nameless people and drafts, and names what stays unread", async () => {
    const report = await reportOf("linkedin/Basic_LinkedInDataExport_03-14-2026.zip");
    for (const line of [
      "Duplicates: 2",
      "Saved jobs that were applied for: 2",
      "Contacts without a name: 1",
      "Draft messages: 1",
      "Logins.csv",
      "Verifications/Verifications.csv",
      "Jobs/Job Applications_2.csv (It holds no table)",
    ]) {
      expect(report).toContain(line);
    }
  });

  test("of chats counts attachments and empty conversations", async () => {
    expect(await reportOf("chatgpt/chatgpt-export.zip")).toContain("Attachments: 2");
    const claude = await reportOf("claude/data-2026-02-01-10-00-00-batch-0000.zip");
    expect(claude).toContain("Empty conversations: 1");
  });

  test("of Notion counts joined and left pages", async () => {
    const report = await reportOf("notion/Export-jobhunt.zip");
    expect(report).toContain("Pages joined to their rows: 11");
    expect(report).toContain("Pages: 1");
    expect(report).toContain("Relations, rollups, formulas and views");
  });

  test("of a calendar counts events, older versions, repetitions and to-dos", async () => {
    expect(await reportOf("calendar/outlook.ics")).toContain("Events not about the search: 2");
    const report = await reportOf("calendar/thunderbird.ics");
    for (const line of [
      "Events in the file: 4",
      "Older versions of events: 1",
      "events of their own: 2",
      "To-dos: 1",
    ]) {
      expect(report).toContain(line);
    }
  });

  test("of cards counts photos and groups", async () => {
    expect(await reportOf("contacts/contacts-3.vcf")).toContain("Photos: 1");
    expect(await reportOf("contacts/contacts-4.vcf")).toContain("Groups: 1");
  });

  test("of a JobSync backup counts missing files and dates", async () => {
    const report = await reportOf("jobsync/jobsync-backup-2026-02-11.zip");
    expect(report).toContain("Documents without their file: 1");
    expect(report).toContain("Interviews without a date: 2");
    expect(report).toContain("UserSettings");
  });

  test("of a board names the columns that are not taken: its owner", async () => {
    const report = await reportOf("huntr/huntr-board.csv");
    for (const name of ["creatorUserFirstName", "creatorUserLastName", "creatorUserEmail"]) {
      expect(report).toMatch(new RegExp(`not taken: .*${name}`));
    }
  });

  test("of a table says how it was read", async () => {
    const report = await reportOf("spreadsheets/bewerbungen.csv");
    for (const line of [
      "Windows-1252",
      "semicolons",
      "d.m.y",
      "comma parts the cents",
      "Summe (A row of totals)",
    ]) {
      expect(report).toContain(line);
    }
    const byHand = await reportOf("74-kept-by-hand.csv");
    expect(byHand).toContain("row 3: 8/82025");
    expect(byHand).toContain("row 4: 8-Jul");
  });
});
