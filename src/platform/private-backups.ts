import { ownHead } from "../core/importing/own-head.ts";
import type { KeptBackup } from "../core/restore/contract.ts";
import { sniff } from "../core/restore/sniff.ts";
import { openExportsFolder, unfinished } from "./file-system.ts";
import type { PrivateRoot } from "./sinks/contract.ts";

const headBytes = 65_536;

/**
 * Our own files in private storage, newest first. They are found by themselves: where the database is lost,
 * so is every receipt. A file has its final name only after it was read back and proved.
 */
export async function findBackups(root: PrivateRoot): Promise<readonly KeptBackup[]> {
  const folder = await openExportsFolder(await root());
  const names: string[] = [];
  for await (const name of folder.keys()) if (!name.endsWith(unfinished)) names.push(name);
  const found: KeptBackup[] = [];
  for (const id of names) {
    const file = await (await folder.getFileHandle(id)).getFile();
    const form = await formOf(file);
    if (form === undefined) continue;
    found.push({
      id,
      file,
      sealed: form === "sealed",
      madeAt: new Date(file.lastModified).toISOString(),
    });
  }
  return found.sort((one, other) => other.madeAt.localeCompare(one.madeAt));
}

/** What the first bytes say; a package is told by the names of its entries, which stand in clear. */
async function formOf(file: File): Promise<"sealed" | "own" | undefined> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const sniffed = sniff(head);
  if (sniffed === "vault" || sniffed === "capsule") return "sealed";
  if (sniffed === "zip") {
    const end = await file.slice(-headBytes).text();
    if (end.includes("export.zip")) return "sealed";
    return end.includes("manifest.json") ? "own" : undefined;
  }
  const bare = { name: file.name, size: file.size, open: () => file.stream(), head };
  return ownHead(bare) === undefined ? undefined : "own";
}
