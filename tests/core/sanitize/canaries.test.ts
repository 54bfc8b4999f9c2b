import { describe, expect, it } from "vitest";
import { unzipSync } from "fflate";
import { withDerived } from "../../../src/core/derive/with-derived.ts";
import { defaultShelves } from "../../../src/core/pipeline/default-shelves.ts";
import { runExport } from "../../../src/core/pipeline/run-export.ts";
import { textOf } from "../../../src/core/pipeline/second-look.ts";
import type { Shelves } from "../../../src/core/pipeline/shelves.ts";
import type { Format } from "../../../src/core/formats/contract.ts";
import type { KindId } from "../../../src/core/records/any-kind.ts";
import type { FixedLevel, Sanitization } from "../../../src/core/sanitize/sanitization.ts";
import { arraySource, type Records } from "../../support/array-source.ts";
import { planOf, portsOf, record } from "../../support/export-run.ts";
import { memorySink } from "../../support/memory-sink.ts";

/** Values planted in every place, by the lowest level that removes them. */
const key = ["ghp_", "R7mZq2LxV9cTn4Wb8KdYf1Hs6JpAe3Gu0XiM"].join("");
const canaries = {
  basic: [key, "Regen!Bogen-4417"],
  moderate: ["zofia.kwiatek@firma-kanar.pl", "+48 601 337 912"],
  strict: [
    "Zofia Kwiatek",
    "Kwiatek",
    "Kanarek Holding",
    "DE44500105175407324931",
    "4929 1847 2203 5518",
    "Lindenstraße 48a",
  ],
} as const;
const order: readonly FixedLevel[] = ["basic", "moderate", "strict"];
const mustGo = (level: FixedLevel): readonly string[] =>
  order.slice(0, order.indexOf(level) + 1).flatMap((one) => canaries[one as keyof typeof canaries]);

const note =
  `Spoke with Zofia Kwiatek (zofia.kwiatek@firma-kanar.pl, +48 601 337 912) of Kanarek Holding. ` +
  `Portal password: Regen!Bogen-4417, token ${key}. IBAN DE44500105175407324931, ` +
  `card 4929 1847 2203 5518. Office: Lindenstraße 48a, 50674 Köln.`;
const mail = "zofia.kwiatek@firma-kanar.pl";

const records: Records = {
  applications: [
    record("a1", {
      company: "Kanarek Holding",
      title: "Analyst for Zofia Kwiatek",
      status: "applied",
      applied_on: "2026-11-02",
      url: `https://jobs.example/?token=${key}`,
      location: "Lindenstraße 48a, 50674 Köln",
      source: mail,
      tags: ["Kanarek Holding", mail],
      next_action: "Call Zofia Kwiatek on +48 601 337 912",
      description: note,
      notes: note,
      contact_ids: ["c1"],
      extra: { [mail]: note, password: "Regen!Bogen-4417", deep: [{ contact: "Zofia Kwiatek" }] },
    }),
    record("a2", {
      company: "Kanarek Holding",
      title: "Tester",
      status: "rejected",
      applied_on: "2026-10-01",
    }),
  ],
  contacts: [
    record("c1", {
      name: "Zofia Kwiatek",
      role: "Recruiter",
      company: "Kanarek Holding",
      email: mail,
      phone: "+48 601 337 912",
      notes: note,
    }),
  ],
  interviews: [
    record("i1", {
      application_id: "a1",
      starts_at: "2026-11-20T09:00:00.000Z",
      interviewers: ["Zofia Kwiatek"],
      location: "Lindenstraße 48a, 50674 Köln",
      notes: note,
      prep: note,
    }),
  ],
  conversations: [
    record("v1", {
      title: "Letter to Zofia Kwiatek",
      messages: [
        {
          id: "m1",
          role: "user",
          author: "Zofia Kwiatek",
          at: "2026-11-20T09:00:00.000Z",
          text: note,
        },
      ],
    }),
  ],
  documents: [
    record("d1", { name: "Zofia Kwiatek CV.pdf", title: "CV for Kanarek Holding", text: note }),
  ],
  activities: [
    record("y1", {
      date: "2026-11-19",
      employer: "Kanarek Holding",
      employer_contact: "Zofia Kwiatek",
      notes: note,
    }),
  ],
};
/** Charts and companies are derived from the records, names and all. */
const kinds = [...(Object.keys(records) as KindId[]), "companies", "analytics"] as KindId[];
const known = { people: ["Zofia Kwiatek"], companies: ["Kanarek Holding"] };

const secondChance: readonly string[] = ["bare", "zip"];

async function run(
  format: string,
  level: Sanitization["level"],
  container: string,
  shelves: Shelves = defaultShelves,
  more: Partial<Sanitization> = {},
): Promise<Blob> {
  const sink = memorySink();
  await runExport(
    planOf(kinds, {
      sanitization: { level, ...more },
      formats: [format],
      container,
      title: "Everything about Zofia Kwiatek at Kanarek Holding",
      sentence: "everything about Zofia Kwiatek at Kanarek Holding",
    }),
    portsOf({
      source: withDerived(arraySource(records), "2026-11-25T08:00:00.000Z", "2026-11-25"),
      sink,
      known,
    }),
    shelves,
  );
  const file = sink.finished();
  if (file === undefined) throw new Error("no file");
  return file;
}

/** Everything that can be read in a file: its raw bytes, the text its format shows, names and parts of a ZIP. */
async function everythingIn(file: Blob, format: Format): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const raw = new TextDecoder().decode(bytes);
  const texts = [raw];
  if (raw.startsWith("PK")) {
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      texts.push(name, await everythingIn(new Blob([new Uint8Array(part)]), format));
  } else if (raw.startsWith("%PDF")) {
    for await (const text of textOf(new Blob([bytes]).stream(), format)) texts.push(text);
  }
  return texts.join("\n");
}

const formats = Object.entries(defaultShelves.formats);

describe.each(formats)("an export as %s", (id, format) => {
  for (const level of order) {
    for (const container of secondChance) {
      it(
        `holds no planted value that ${level} removes, in a ${container} file`,
        { timeout: 60_000 },
        async () => {
          // One file cannot hold several: those formats go into a ZIP only.
          if (container === "bare" && format.layout === "per-kind") return;
          const text = await everythingIn(await run(id, level, container), format);
          expect(text.length).toBeGreaterThan(100);
          for (const canary of mustGo(level))
            expect(text.includes(canary), `${canary.slice(0, 6)}… in ${id}`).toBe(false);
        },
      );
    }
  }
});

describe("a rule that is switched off", () => {
  /** Shelves whose sanitizer lets records through as they are; its second look is the real one. */
  const careless: Shelves = {
    ...defaultShelves,
    makeSanitizer: async (sanitization, context) => {
      const plain = await defaultShelves.makeSanitizer({ level: "none" }, context);
      return {
        ...(await defaultShelves.makeSanitizer(sanitization, context)),
        clean: (kind, row) => plain.clean(kind, row),
      };
    },
  };
  it.each(formats.map(([id]) => id).filter((id) => !["ics"].includes(id)))(
    "is caught by the second look in %s, and no file is left",
    { timeout: 60_000 },
    async (id) => {
      await expect(run(id, "moderate", "zip", careless)).rejects.toMatchObject({
        failure: { code: "leak-found" },
      });
    },
  );

  it("stops the export when a rule throws", async () => {
    const broken: Shelves = {
      ...defaultShelves,
      makeSanitizer: async (sanitization, context) => ({
        ...(await defaultShelves.makeSanitizer(sanitization, context)),
        clean: () => {
          throw new RangeError("a rule");
        },
      }),
    };
    await expect(run("json", "strict", "zip", broken)).rejects.toThrow();
  });

  it("stops the export when a stored expression of one's own cannot run", async () => {
    const ownRules = [{ label: "Bad", expression: "(a+)+$", replacement: "[x]" }];
    await expect(run("json", "basic", "zip", defaultShelves, { ownRules })).rejects.toMatchObject({
      failure: { code: "sanitizing-failed", rule: "Bad" },
    });
  });
});
