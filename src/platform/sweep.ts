import { removeFile, unfinished } from "./file-system.ts";

/**
 * Removes half-written files of exports that no longer run. Only names that the app gives itself are
 * touched: `<export id>.part` and `<file name>.<export id>.part`.
 */
export async function sweepFolder(
  folder: FileSystemDirectoryHandle,
  alive: ReadonlySet<string>,
): Promise<void> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) {
    if (!name.endsWith(unfinished)) continue;
    const exportId = name.slice(0, -unfinished.length).split(".").at(-1) ?? "";
    if (!alive.has(exportId)) await removeFile(folder, name);
  }
}
