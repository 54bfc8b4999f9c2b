import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportXmlSchema } from "../../../src/core/archive/xml-schema.ts";
import { zip } from "../../../src/core/containers/zip.ts";
import { xml } from "../../../src/core/formats/xml.ts";
import { runExport } from "../../../src/core/pipeline/run-export.ts";
import { findKind, kindIds } from "../../../src/core/records/any-kind.ts";
import { arraySource } from "../../support/array-source.ts";
import { documentOf, sectionOf, writeWhole } from "../../support/clean-rows.ts";
import { planOf, portsOf, record, shelves } from "../../support/export-run.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";
import { memorySink } from "../../support/memory-sink.ts";
import { hasProgram } from "../../support/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "companions-"));

describe("the XML Schema", () => {
  it("is the one that the documentation holds", () => {
    expect(readFileSync("docs/formats/export.xsd", "utf8")).toBe(exportXmlSchema());
  });

  it.skipIf(!hasProgram("xmllint"))(
    "takes every kind with hostile values, and nothing else",
    async () => {
      const sections = kindIds.map((id) =>
        sectionOf(
          id,
          hostileTexts.map((text, at) => {
            const names = Object.keys(findKind(id).fields);
            const value = [text, [text], { [text.slice(0, 40)]: text }, at, true][at % 5];
            return {
              ...Object.fromEntries(names.map((name) => [name, value])),
              odd: { a: [1, null] },
            };
          }),
        ),
      );
      const [xsd, file, wrong] = ["x.xsd", "x.xml", "wrong.xml"].map((name) =>
        join(folder, name),
      ) as [string, string, string];
      writeFileSync(xsd, exportXmlSchema());
      const bytes = await writeWhole(xml, documentOf(sections));
      writeFileSync(file, bytes);
      const check = (path: string): number | null =>
        spawnSync("xmllint", ["--noout", "--huge", "--schema", xsd, path]).status;
      expect(check(file)).toBe(0);
      writeFileSync(
        wrong,
        new TextDecoder().decode(bytes).replace("<record>", "<record><unknown/>"),
      );
      expect(check(wrong)).not.toBe(0);
    },
  );
});

describe("the data package of CSV files", () => {
  it.skipIf(!hasProgram("python3"))(
    "describes each table so that a reader needs to guess nothing",
    async () => {
      const sink = memorySink();
      const source = arraySource({
        applications: [
          record("a1", {
            company: '=Halden; & "Voss"',
            applied_on: "2026-11-01",
            salary_min: 5.5,
            archived: true,
            rating: 4,
            tags: ["a", "b"],
          }),
        ],
        contacts: [record("c1", { name: "Mara\nLind", last_contact_on: "2026-11-02" })],
      });
      await runExport(
        planOf(["applications", "contacts"], { formats: ["csv"], container: "zip" }),
        portsOf({ sink, source }),
        shelves,
      );
      for await (const { name, bytes } of zip.unpack(sink.finished() ?? new Blob([]))) {
        writeFileSync(
          join(folder, name.replace("/", "-")),
          new Uint8Array(await new Response(bytes).arrayBuffer()),
        );
      }
      const script = `
import sys,csv,json,hashlib,datetime,os
d=sys.argv[1]; p=json.load(open(d+'/datapackage.json')); out=[]
casts={'date':datetime.date.fromisoformat,'datetime':datetime.datetime.fromisoformat,'integer':int,'number':float,'boolean':{'true':True,'false':False}.__getitem__,'string':str}
for r in p['resources']:
  f=d+'/'+r['path'].replace('/','-'); b=open(f,'rb').read()
  assert len(b)==r['bytes'] and 'sha256:'+hashlib.sha256(b).hexdigest()==r['hash']
  rows=list(csv.reader(open(f,newline='',encoding='utf-8'),delimiter=r['dialect']['delimiter']))
  fields=r['schema']['fields']; assert rows[0]==[x['name'] for x in fields]
  for row in rows[1:]:
    for x,c in zip(fields,row):
      if c!='': casts[x['type']](c)
  out.append([r['name'],len(rows)-1])
print(json.dumps(out))`;
      const read = execFileSync("python3", ["-c", script, folder]).toString();
      expect(JSON.parse(read)).toEqual([
        ["applications", 1],
        ["contacts", 1],
      ]);
    },
  );
});
