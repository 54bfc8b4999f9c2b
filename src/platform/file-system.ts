/** The part of `FileSystemSyncAccessHandle` used here; the type library of pages does not know it. */
export interface SyncHandle {
  write(chunk: Uint8Array, options?: { readonly at?: number }): number;
  flush(): void;
  close(): void;
}

/** Synchronous access to a file of the private storage, which only dedicated workers have. */
export async function openSyncHandle(
  handle: FileSystemFileHandle,
): Promise<SyncHandle | undefined> {
  const { createSyncAccessHandle: open } = handle as unknown as {
    readonly createSyncAccessHandle?: () => Promise<SyncHandle>;
  };
  return open?.call(handle);
}

/** Parts of the File System Access drafts that the type libraries do not have. */
export interface FileHandle extends FileSystemFileHandle {
  /** Renames within the folder. Not in every browser, and not in every folder. */
  move?(name: string): Promise<void>;
  /** Chromium. */
  remove?(): Promise<void>;
}

export interface FolderHandle extends FileSystemDirectoryHandle {
  queryPermission?(options: { readonly mode: "read" | "readwrite" }): Promise<PermissionState>;
  requestPermission?(options: { readonly mode: "read" | "readwrite" }): Promise<PermissionState>;
}

/** Folder of finished and half-written exports in the browser's private storage. */
export const exportsFolder = "exports";
/** What a file is called until it is proved. */
export const unfinished = ".part";

export async function openExportsFolder(root: FileSystemDirectoryHandle): Promise<FolderHandle> {
  return await root.getDirectoryHandle(exportsFolder, { create: true });
}

/** Gives a file its final name: renamed where the browser can, copied where not. */
export async function renameFile(
  folder: FileSystemDirectoryHandle,
  from: string,
  to: string,
): Promise<void> {
  const handle = (await folder.getFileHandle(from)) as FileHandle;
  if (handle.move !== undefined) {
    try {
      await handle.move(to);
      return;
    } catch (error) {
      // Some folders on a disk refuse to rename although the method is there.
      if (error instanceof Error && error.name === "NotFoundError") throw error;
    }
  }
  const file = await handle.getFile();
  const copy = await folder.getFileHandle(to, { create: true });
  await file.stream().pipeTo(await copy.createWritable());
  const copied = await copy.getFile();
  if (copied.size !== file.size)
    throw new DOMException("The copy is shorter", "QuotaExceededError");
  await folder.removeEntry(from);
}

/** Removes a file; one that is gone already is what was wanted. */
export async function removeFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    if (!(error instanceof Error && error.name === "NotFoundError")) throw error;
  }
}

export async function hasFile(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch {
    return false;
  }
}
