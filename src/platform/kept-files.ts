import type { Store } from "../core/interface/store.ts";
import type { Receipt } from "../core/pipeline/ports.ts";
import type { Database } from "./database.ts";
import { openExportsFolder, removeFile, type FolderHandle } from "./file-system.ts";
import { withReopen } from "./reopen.ts";
import type { PrivateRoot } from "./sinks/contract.ts";
import { sweepFolder } from "./sweep.ts";

interface Place {
  readonly folder: FileSystemDirectoryHandle;
  readonly name: string;
}

/** The finished files that the app can find again: in private storage, and in folders that were chosen. */
export function makeKeptFiles(root: PrivateRoot, receipts: Store<Receipt>, database: Database) {
  const placeOf = async (kept: string): Promise<Place | undefined> => {
    const [folderId, ...name] = kept.split("/");
    if (folderId === undefined || name.length === 0) {
      return { folder: await openExportsFolder(await root()), name: kept };
    }
    const stored = await withReopen(database, () => database.handles.get(folderId));
    if (stored?.handle.kind !== "directory") return undefined;
    return { folder: stored.handle, name: name.join("/") };
  };
  return {
    async keptFile({ kept, mediaType }: Receipt): Promise<Blob | undefined> {
      const place = kept === undefined ? undefined : await placeOf(kept);
      const file = place === undefined ? undefined : await readFile(place);
      return file?.slice(0, file.size, mediaType);
    },

    /** Deletes the file of an export. In a folder only what is still as large as it was written is ours. */
    async removeKept(receipt: Receipt): Promise<void> {
      const { kept, ...rest } = receipt;
      if (kept === undefined) return;
      const place = await placeOf(kept);
      const file = place === undefined ? undefined : await readFile(place);
      if (place !== undefined && file?.size === receipt.bytes) {
        await removeFile(place.folder, place.name);
      }
      await receipts.put(rest);
    },

    /** Half-written files of runs that are gone, also in folders that may still be written to unasked. */
    async sweep(alive: ReadonlySet<string>): Promise<void> {
      await sweepFolder(await openExportsFolder(await root()), alive);
      for (const { handle } of await withReopen(database, () => database.handles.toArray())) {
        if (handle.kind !== "directory") continue;
        const folder = handle as FolderHandle;
        const state = await folder.queryPermission?.({ mode: "readwrite" });
        if (state === "granted") await sweepFolder(folder, alive);
      }
    },
  };
}

async function readFile({ folder, name }: Place): Promise<File | undefined> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if (error instanceof Error && error.name === "NotFoundError") return undefined;
    throw error;
  }
}
