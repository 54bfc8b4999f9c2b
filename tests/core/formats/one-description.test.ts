import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { ExportDocument, Format } from "../../../src/core/formats/contract.ts";
import { docx } from "../../../src/core/formats/docx.ts";
import { html } from "../../../src/core/formats/html.ts";
import { markdown } from "../../../src/core/formats/markdown.ts";
import { pdf } from "../../../src/core/formats/pdf.ts";
import {
  collect,
  documentOf,
  sectionOf,
  streamOf,
  writeText,
  writeWhole,
} from "../../support/clean-rows.ts";
import { openZip } from "../../../src/core/zip/open-zip.ts";
import { sampleApplications } from "../../support/sample-search.ts";

const report = (): ExportDocument =>
  documentOf([sectionOf("applications", sampleApplications())], {
    template: "sharing",
    title: "Job search report",
  });

async function textOf(format: Format): Promise<string> {
  const bytes = await writeWhole(format, report());
  if (format === pdf) return (await collect(pdf.text?.(streamOf(bytes)) ?? none())).join("\n");
  if (format !== docx) return new TextDecoder().decode(bytes);
  const { entries } = await openZip(new Blob([bytes]), {});
  const body = entries.find(({ name }) => name === "word/document.xml");
  return (await collect(body?.open() ?? none()))
    .map((part) => new TextDecoder().decode(part))
    .join("");
}

describe("the report for somebody else", () => {
  it.each([
    ["PDF", pdf],
    ["HTML", html],
    ["Word", docx],
    ["Markdown", markdown],
  ] as const)("tells the same story in the same order as %s", async (_name, format) => {
    const text = (await textOf(format)).replace(/\s+/g, " ");
    const places = [
      "41 of 61 had a reply. Of 29 that were screened, 19 went on to an interview.",
      "Applications a week",
      "Replies by source",
      "Nothing was removed",
      "Open applications",
      "21 that ended are listed on request, not here.",
      "Company G58",
    ].map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it.skipIf(spawnSync("python3", ["-c", "import mistune, markdown"]).status !== 0)(
    "is read alike by two Markdown engines",
    async () => {
      const written = await writeText(markdown, report());
      const script =
        "import sys,json,re,mistune,markdown; t=sys.stdin.read(); a=mistune.create_markdown(plugins=['table'])(t); b=markdown.markdown(t,extensions=['tables']); print(json.dumps([[len(re.findall('<'+x+'[ >]',h)) for x in ('h1','h2','table','tr','td')] for h in (a,b)]))";
      const [first, second] = JSON.parse(
        execFileSync("python3", ["-c", script], { input: written }).toString(),
      ) as [number[], number[]];
      expect(first).toEqual(second);
      expect(first.slice(0, 3)).toEqual([1, 5, 8]);
    },
  );
});

async function* none(): AsyncGenerator<never> {
  // Stands in for a part that is not there; the comparison fails then.
}
