import { fail } from "../../core/failure.ts";
import type { TargetRef } from "../../core/pipeline/export-job.ts";
import {
  hasFile,
  removeFile,
  renameFile,
  unfinished,
  type FileHandle,
  type FolderHandle,
} from "../file-system.ts";
import type { Sink } from "./contract.ts";

/**
 * A folder that was chosen once and may be written to unattended. The file is called `….part` until it is
 * proved; a file of the same name that stands there already is never replaced.
 */
export const chosenFolder: Sink<Extract<TargetRef, { kind: "folder" }>> = {
  label: "A folder you chose",
  async open(target, { fileName, exportId }) {
    const folder = target.handle as FolderHandle;
    await requireAccess(folder);
    const partName = `${fileName}.${exportId}${unfinished}`;
    const handle = (await folder.getFileHandle(partName, { create: true })) as FileHandle;
    const stream = await handle.createWritable();
    const finalName = await freeName(folder, fileName);
    let open = true;
    let done = false;
    return {
      place: target.name,
      readsBack: true,
      write: (chunk) => stream.write(chunk),
      async close() {
        await stream.close();
        open = false;
        return { fileName: finalName, readBack: () => handle.getFile() };
      },
      async commit() {
        await renameFile(folder, partName, finalName);
        done = true;
      },
      async discard() {
        if (done) return;
        if (open) await stream.abort().catch(() => undefined);
        open = false;
        await removeFile(folder, partName);
      },
    };
  },
};

async function requireAccess(folder: FolderHandle): Promise<void> {
  const state = await folder.queryPermission?.({ mode: "readwrite" });
  if (state !== undefined && state !== "granted") {
    fail({ code: "permission-lost", where: folder.name });
  }
}

/** `backup.zip`, or `backup (2).zip` where that is taken. */
async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const dot = name.lastIndexOf(".");
  const [base, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  let free = name;
  for (let next = 2; await hasFile(folder, free); next += 1) {
    free = `${base} (${String(next)})${extension}`;
  }
  return free;
}
