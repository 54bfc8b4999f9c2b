import type { OpenSink } from "../core/pipeline/ports.ts";
import {
  openExportsFolder,
  openSyncHandle,
  removeFile,
  renameFile,
  unfinished,
  type FileHandle,
} from "./file-system.ts";
import type { PrivateRoot, SinkFile } from "./sinks/contract.ts";

/** A file in private storage: `<export id>.part` until it is proved, then `<export id>`. */
export async function openPrivateFile(
  { fileName, exportId }: SinkFile,
  root: PrivateRoot,
  place: string,
): Promise<OpenSink> {
  const folder = await openExportsFolder(await root());
  const partName = `${exportId}${unfinished}`;
  const handle = (await folder.getFileHandle(partName, { create: true })) as FileHandle;
  const writer = await openWriter(handle);
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await writer.close();
  };
  return {
    place,
    readsBack: true,
    write: (chunk) => writer.write(chunk),
    async close() {
      await close();
      return { fileName, readBack: () => handle.getFile() };
    },
    commit: () => renameFile(folder, partName, exportId),
    async discard() {
      await close().catch(() => undefined);
      await removeFile(folder, partName);
      await removeFile(folder, exportId);
    },
  };
}

interface Writer {
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

/** Synchronous access is six times faster and exists in workers; elsewhere a writable stream does. */
async function openWriter(handle: FileHandle): Promise<Writer> {
  const sync = await openSyncHandle(handle);
  if (sync === undefined) {
    const stream = await handle.createWritable();
    return { write: (chunk) => stream.write(chunk), close: () => stream.close() };
  }
  let at = 0;
  return {
    write: async (chunk) => {
      const written = sync.write(chunk, { at });
      at += written;
      if (written < chunk.byteLength) throw new DOMException("Short write", "QuotaExceededError");
    },
    close: async () => {
      sync.flush();
      sync.close();
    },
  };
}
