import { describe, expect, test } from "vitest";
import type { Inspection } from "../../../src/core/restore/contract.ts";
import { inspect } from "../../../src/core/restore/inspect.ts";
import { rawZip } from "../../support/hostile/raw-zip.ts";

const look = (name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Inspection> =>
  inspect(new Blob([content]), {
    name,
    now: () => new Date("2026-11-25T10:00:00Z"),
    companies: ["Acme"],
  });
const pack = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> =>
  rawZip(Object.entries(files).map(([name, content]) => ({ name, content })));
const first = ({ incoming }: Inspection): Readonly<Record<string, unknown>> =>
  incoming[0]?.record ?? {};

const applications = `Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"9/2/25, 4:31 PM",,,Copperline,Analyst,http://www.linkedin.com/jobs/view/1,cv.pdf,\n`;

describe("a copy from LinkedIn is read", () => {
  test.each([
    ["in a folder", { "Basic_Export/Jobs/Job Applications.csv": applications, "x.csv": "a\n" }],
    ["without folders", { "Job Applications.csv": applications }],
    ["with a member number", { "Jobs/Job Applications_12345678.csv": applications }],
    ["zipped again", { "Complete.zip": pack({ "Jobs/Job Applications.csv": applications }) }],
  ])("%s", async (_, files) => {
    const inspection = await look("export.zip", pack(files));
    expect(inspection.source).toBe("linkedin");
    expect(first(inspection)).toMatchObject({ company: "Copperline", applied_on: "2025-09-02" });
  });
});

describe("a table in another language is read as its columns say", () => {
  test.each([
    [
      "French",
      "Nom de l’entreprise,Intitulé du poste,Date de candidature,Statut\nCuivre,Analyste,02/09/2025,Refusé\n",
    ],
    ["German", "Firma;Stelle;Beworben am;Stand\nKupfer;Analystin;2.9.25;Absage\n"],
    ["Spanish", "Empresa,Puesto,Fecha de solicitud,Estado\nCobre,Analista,02/09/2025,Rechazada\n"],
    ["Italian", "Azienda,Posizione,Data candidatura,Stato\nRame,Analista,02/09/2025,Rifiutata\n"],
    ["Dutch", "Bedrijf;Functie;Sollicitatiedatum;Status\nKoper;Analist;02-09-2025;Afgewezen\n"],
    ["Polish", "Firma,Stanowisko,Data aplikacji,Status\nMiedź,Analityk,2025-09-02,Odrzucono\n"],
    ["Russian", "Компания;Должность;Дата отклика;Статус\nМедь;Аналитик;02.09.2025;Отказ\n"],
    [
      "Portuguese",
      "Empresa,Vaga,Data da candidatura,Situação\nCobre,Analista,02/09/2025,Recusada\n",
    ],
  ])("%s", async (_, table) => {
    const record = first(await look("table.csv", table));
    expect(record).toMatchObject({ applied_on: "2025-09-02", status: "rejected" });
    expect(record["company"]).toBeTypeOf("string");
    expect(record["title"]).toBeTypeOf("string");
  });

  test("beside a first name the French column Nom is the family name", async () => {
    const table =
      "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste\nEva,Pierre,https://a.example.com/eva,,Nord,RH\n";
    expect(first(await look("Relations.csv", table))).toMatchObject({ name: "Eva Pierre" });
  });
});

const mailOf = (id: string, subject: string, body: string, more = ""): string =>
  `From: =?utf-8?Q?M=C3=BCller?= <hr@acme.example.com>\r\nTo: eva@example.com\r\nSubject: ${subject}\r\nDate: Thu, 5 Mar 2026 14:22:11 +0100\r\nMessage-ID: <${id}@acme.example.com>\r\n${more}\r\n${body}\r\n`;

describe("mail", () => {
  test("is a conversation with its sender, time and words", async () => {
    const inspection = await look("a.eml", mailOf("1", "=?utf-8?B?R3LDvMOfZQ==?=", "Hello"));
    expect(inspection.source).toBe("mail");
    expect(first(inspection)).toMatchObject({
      title: "Grüße",
      source: "email",
      started_at: "2026-03-05T14:22:11+01:00",
      messages: [{ role: "contact", author: "Müller <hr@acme.example.com>", text: "Hello" }],
    });
  });

  test("of a mailbox is taken where it belongs to the search, and joined by its answers", async () => {
    const box = [
      mailOf("1", "Your application", "Thank you.\r\n>From us all"),
      mailOf(
        "2",
        "Re: Your application",
        "Come on Monday.",
        "In-Reply-To: <1@acme.example.com>\r\n",
      ),
      mailOf("3", "Gas bill", "Please pay").replaceAll("acme", "gas"),
    ];
    const text = box.map((one) => `From hr@acme.example.com Thu Mar  5 14:22:11 2026\r\n${one}`);
    const inspection = await look("box.mbox", text.join("\r\n"));
    expect(inspection.kinds).toEqual({ conversations: 1 });
    expect(first(inspection)["messages"]).toHaveLength(2);
    expect(JSON.stringify(first(inspection))).toContain("\\nFrom us all");
    expect(inspection.skipped).toContainEqual(
      expect.objectContaining({ what: "Mails not about the search: 1" }),
    );
  });

  test("in parts gives its plain words; attachments are named, not taken", async () => {
    const type = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n`;
    const body = [
      `--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe=\r\n aus Bonn\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>No</p>\r\n--c--`,
      `--b\r\nContent-Type: application/pdf; name="offer.pdf"\r\nContent-Disposition: attachment; filename="offer.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b--`,
    ].join("\r\n");
    const inspection = await look("a.eml", mailOf("1", "Offer", body, type));
    expect(first(inspection)["messages"]).toMatchObject([
      { text: "Grüße aus Bonn", attachments: ["offer.pdf"] },
    ]);
  });

  test("nested a thousand times ends, and says what it found", async () => {
    const deep = Array.from(
      { length: 1_000 },
      () => `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n`,
    ).join("");
    const inspection = await look("a.eml", mailOf("1", "Deep", "", deep));
    expect(inspection.incoming).toHaveLength(1);
  });
});

describe("JSON Resume", () => {
  test("becomes one document with its text, without address and phone", async () => {
    const resume = {
      basics: { name: "Eva Stone", label: "Analyst", email: "eva@example.com", phone: "555-0100" },
      work: [{ name: "Acme", position: "Analyst", startDate: "2020-01", highlights: ["Led X"] }],
      custom: [1],
    };
    const inspection = await look("resume.json", JSON.stringify(resume));
    expect(inspection.source).toBe("json-resume");
    expect(first(inspection)).toMatchObject({
      name: "Resume of Eva Stone",
      document_type: "resume",
    });
    const text = first(inspection)["text"];
    expect(text).toContain("WORK\nAcme\nposition: Analyst");
    expect(text).toContain("- Led X");
    expect(text).not.toContain("555-0100");
    expect(inspection.skipped.map(({ what }) => what)).toEqual([
      "custom",
      "basics.phone",
      "basics.email",
    ]);
  });
});
