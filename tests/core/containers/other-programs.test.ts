import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Container, ExportFile } from "../../../src/core/containers/contract.ts";
import * as shelf from "../../../src/core/containers/registry.ts";
import { collectBytes } from "../../../src/core/zip/byte-streams.ts";

const passphrase = "ember velvet nickel raven nectar tulip";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "containers-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const has = (program: string): boolean => {
  try {
    execFileSync("which", [program]);
    return true;
  } catch {
    return false;
  }
};
const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });

const json = new TextEncoder().encode('[{"company":"Zoë & Søn"}]');
const big = Uint8Array.from({ length: 6_000_000 }, (_, i) => (i * i + (i >> 7) * 31) & 255);
async function* files(): AsyncGenerator<ExportFile> {
  await Promise.resolve();
  for (const [name, bytes, stored] of [
    ["data/applications.json", json, false],
    ["data/large.bin", big, false],
    ["documents/d1.pdf", big, true],
  ] as const) {
    yield { name, bytes: new Blob([bytes]).stream(), stored };
  }
}
async function write(container: Container, name: string): Promise<string> {
  const stream = container.pack(files(), container.encrypts ? { passphrase } : undefined);
  writeFileSync(join(folder, name), await collectBytes(stream));
  return name;
}

describe("a plain ZIP", () => {
  test.skipIf(!has("7z"))("passes the test of 7-Zip", async () => {
    expect(run("7z", "t", await write(shelf.zip, "a.zip"))).toContain("Everything is Ok");
  });

  test.skipIf(!has("unzip"))("passes the test of Info-ZIP", async () => {
    expect(run("unzip", "-t", await write(shelf.zip, "b.zip"))).toContain("No errors detected");
  });

  test.skipIf(!has("python3"))("opens in Python, with the same bytes and no odd flag", async () => {
    const name = await write(shelf.zip, "c.zip");
    const script = `import zipfile,hashlib,json
z=zipfile.ZipFile("${name}")
assert z.testzip() is None
print(json.dumps([[i.filename,i.flag_bits&1,i.date_time[0],len(i.extra),z.read(i)[:5].hex()] for i in z.infolist()]))`;
    const rows = JSON.parse(run("python3", "-c", script)) as [string, number, number][];
    expect(rows.map((row) => row[0])).toEqual([
      "data/applications.json",
      "data/large.bin",
      "documents/d1.pdf",
    ]);
    expect(rows.every((row) => row[1] === 0 && row[2] === 2000)).toBe(true);
  });

  test("is the same bytes for the same files", async () => {
    const one = readFileSync(join(folder, await write(shelf.zip, "d.zip")));
    const two = readFileSync(join(folder, await write(shelf.zip, "e.zip")));
    expect(Buffer.compare(one, two)).toBe(0);
  });
});

describe.skipIf(!has("7z"))("an encrypted ZIP", () => {
  test("opens in 7-Zip with the passphrase, and shows one stored AES-256 entry", async () => {
    const name = await write(shelf["encrypted-zip"], "f.zip");
    expect(run("7z", "t", `-p${passphrase}`, name)).toContain("Everything is Ok");
    const list = run("7z", "l", "-slt", name);
    expect(list.match(/^Path = .*/gm)?.slice(1)).toEqual(["Path = export.zip"]);
    expect(list).toContain("AES-256 Store");
    expect(list).toContain("2000-01-01");
    expect(() => run("7z", "t", "-pwrong", name)).toThrow();
  });
});
