import { describe, expect, it } from "vitest";
import { vcard } from "../../../src/core/formats/vcard.ts";
import {
  preferred,
  readCards,
  unescapeText,
} from "../../../src/core/importing/cards/read-cards.ts";
import { documentOf, sectionOf, writeText } from "../../support/clean-rows.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";

const mara = {
  id: "0195f7c0-0000-7000-8000-00000000c001",
  updated_at: "2026-11-24T10:00:00+01:00",
  name: "Mara Lindqvist",
  role: "Recruiter; Nordics",
  company: "Halden & Voss, KG",
  email: "mara@example.com",
  phone: "+49 30 1234567",
  profile_url: "https://example.com/in/mara,l",
  last_contact_on: "2026-11-20",
  notes: "Met at the fair\nPrefers mail",
};
const write = (rows: readonly object[], version?: string): Promise<string> =>
  writeText(
    vcard,
    documentOf(
      [sectionOf("contacts", rows)],
      version === undefined ? {} : { options: { version } },
    ),
  );

describe("an address book", () => {
  it("is vCard 4 with an id and a time of change, so that a second import updates", async () => {
    const written = await write([mara]);
    expect(written).toContain("VERSION:4.0\r\n");
    expect(written).toContain(`UID:urn:uuid:${mara.id}\r\n`);
    expect(written).toContain("REV:20261124T090000Z\r\n");
    expect(written).toContain("N:Lindqvist;Mara;;;\r\n");
    expect(written).toContain("TITLE:Recruiter; Nordics\r\n");
    expect(written).toContain("ORG:Halden & Voss\\, KG\r\n");
    expect(written).toContain("URL:https://example.com/in/mara%2Cl\r\n");
    expect(written).toContain("NOTE:Met at the fair\\nPrefers mail\\nLast contact: 2026-11-20\r\n");
  });

  it("is vCard 3 when asked, without what only version 4 knows", async () => {
    const written = await write([mara], "3.0");
    expect(written).toContain("VERSION:3.0\r\n");
    expect(await write([{ id: "c2", company: "Voss" }], "3.0")).not.toContain("KIND:");
  });

  it("calls a company without a person an organisation, and names a card after what there is", async () => {
    const written = await write([
      { id: "c2", company: "Voss" },
      { id: "c3", email: "a@b.example" },
    ]);
    expect(written).toContain("KIND:org\r\nFN:Voss\r\n");
    expect(written).toContain("FN:a@b.example\r\n");
  });

  it("turns no address into a link that is none", async () => {
    const written = await write([{ id: "c4", name: "X", profile_url: "javascript:alert(1)" }]);
    expect(written).not.toContain("URL:");
  });

  it.each(["3.0", "4.0"])(
    "version %s gives hostile texts back through a reader of its own",
    async (version) => {
      const rows = hostileTexts.map((text, at) => ({
        id: `c${String(at)}`,
        name: `N${text}`,
        notes: text,
      }));
      const written = await write(rows, version);
      for (const line of written.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\n\r]/);
      }
      const { cards, cutOff } = readCards(written);
      expect(cutOff).toBe(0);
      const plain = (text: string): string => text.replace(/\r\n?/g, "\n").replace(lost, "\ufffd");
      expect(
        cards.map(({ properties }) => unescapeText(preferred(properties.get("NOTE")) ?? "")),
      ).toEqual(hostileTexts.map((text) => plain(text.toWellFormed()).trim()));
    },
  );

  it("refuses every other kind by name", () => {
    expect(vcard.refuses?.("applications")).toContain("contacts");
    expect(vcard.refuses?.("contacts")).toBeUndefined();
  });
});

const lost = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]`,
  "g",
);
