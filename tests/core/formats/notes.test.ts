import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { notes } from "../../../src/core/formats/notes.ts";
import { openZip } from "../../../src/core/zip/open-zip.ts";
import { documentOf, sectionOf, writeWhole } from "../../support/clean-rows.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";

const applications = [
  {
    id: "a1",
    company: "Halden & Voss",
    title: "Analyst",
    applied_on: "2026-11-01",
    salary_min: 60000,
    contact_ids: ["c1", "gone"],
    notes: "# no heading\n<b>none</b>",
    stages: [{ status: "applied", at: "2026-11-01", note: "by mail" }],
  },
  { id: "a2", company: "halden & voss", title: "analyst" },
  ...hostileTexts.map((text, at) => ({
    id: `h${String(at)}`,
    company: text,
    title: text,
    notes: text,
    contact_ids: ["c1"],
  })),
];
const contacts = [{ id: "c1", name: "Mara [Lind]|qvist", application_ids: ["a1", "a2"] }];

async function filesOf(): Promise<Map<string, string>> {
  const bytes = await writeWhole(
    notes,
    documentOf([sectionOf("applications", applications), sectionOf("contacts", contacts)]),
  );
  const { entries } = await openZip(new Blob([bytes]), {});
  const files = new Map<string, string>();
  for (const entry of entries) files.set(entry.name, await new Response(entry.open()).text());
  return files;
}

describe("Markdown notes", () => {
  it("are one a record, under its name, with properties, texts and links", async () => {
    const files = await filesOf();
    expect(files.size).toBe(1 + applications.length + contacts.length);
    const note =
      files.get("Applications/Analyst · Halden & Voss.md") ??
      [...files.entries()].find(([, text]) => text.includes('id: "a1"'))?.[1] ??
      "";
    expect(note).toContain("applied_on: 2026-11-01\n");
    expect(note).toContain("salary_min: 60000\n");
    expect(note).toContain('contact_ids: ["[[Contacts/Mara Lind qvist|Mara Lind qvist]]","gone"]');
    expect(note).toContain("## Stages\n\n- applied 2026-11-01 (by mail)\n");
    expect(note).toContain("- Contacts: [[Contacts/Mara Lind qvist|Mara Lind qvist]]");
    expect(note).not.toMatch(/^# no heading|<b>/m);
  });

  it("have names that differ on every system", async () => {
    const names = [...(await filesOf()).keys()];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).not.toMatch(/[\\:*?"<>|#^[\]]|\/\.|[. ]\.md$/);
  });

  it("link to notes that are there, and to nothing else", async () => {
    const files = await filesOf();
    let links = 0;
    for (const text of files.values()) {
      for (const [, path = ""] of text.matchAll(/(?<!\\)\[\[([^\]|]+)\|/g)) {
        links += 1;
        expect(files.has(`${path}.md`), path).toBe(true);
      }
    }
    expect(links).toBeGreaterThan(100);
  });

  it.skipIf(spawnSync("python3", ["-c", "import yaml"]).status !== 0)(
    "have front matter that PyYAML reads, every text still a text",
    async () => {
      const files = await filesOf();
      const fronts = [...files.entries()]
        .filter(([name]) => name.startsWith("Applications/"))
        .map(([, text]) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? "");
      const script =
        "import sys,json,yaml; print(json.dumps([(lambda d: [d['id'], d.get('company')])(yaml.safe_load(t)) for t in json.load(sys.stdin)]))";
      const read = JSON.parse(
        execFileSync("python3", ["-c", script], {
          input: JSON.stringify(fronts),
          maxBuffer: 1e9,
        }).toString(),
      ) as [string, string][];
      const lost = new RegExp(
        String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]`,
        "g",
      );
      expect(read).toEqual(
        applications.map(({ id, company }) => [id, company.toWellFormed().replace(lost, "\ufffd")]),
      );
    },
  );
});
