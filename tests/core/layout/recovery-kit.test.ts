import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeRecoveryKit, type RecoveryKit } from "../../../src/core/layout/recovery-kit.ts";

const kit: RecoveryKit = {
  fileName: "2026-11-25-backup.jtb",
  bytes: 388_000_000,
  made: "Wednesday 25 November 2026, 10:42",
  holds: "640 records. Read back and proved.",
  sha256: "9f3c71ae04d8b2c6".padEnd(64, "0"),
  words: ["mural", "cinch", "dragonfly", "septum", "outfit", "brisk"],
  months: ["Dec 2026", "Jan 2027", "Feb 2027", "Mar 2027"],
};
async function textOf(made: RecoveryKit): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "kit-")), "kit.pdf");
  writeFileSync(file, Buffer.from(await (await makeRecoveryKit(made)).arrayBuffer()));
  execFileSync("qpdf", ["--check", file]);
  return execFileSync("pdftotext", ["-layout", file, "-"]).toString();
}

test("the recovery kit names the file, its fingerprint and the six words", async () => {
  const text = await textOf(kit);
  for (const word of kit.words ?? []) expect(text).toContain(word);
  expect(text).toContain("9f3c 71ae 04d8 b2c6");
  expect(text).toContain("2026-11-25-backup.jtb");
  expect(text).toContain("Page 1 of 1");
});
test("a phrase of one's own is never printed, a line is left for it", async () => {
  const { words: _words, ...own } = kit;
  expect(await textOf(own)).toContain("Your own phrase is not printed");
});
