/** A folder in memory with the parts of the File System Access API that the app uses. */
export interface FakeFolder {
  readonly handle: FileSystemDirectoryHandle;
  /** Names and contents of the files that are visible. */
  readonly files: () => Promise<Readonly<Record<string, string>>>;
  permission: PermissionState;
  /** Throws before a write, if it wants to. */
  onWrite: () => void;
  canMove: boolean;
}

const missing = (): never => {
  throw new DOMException("no such file", "NotFoundError");
};

export function fakeFolder(name = "Backups"): FakeFolder {
  const files = new Map<string, Blob>();
  const folders = new Map<string, FakeFolder>();
  const folder: FakeFolder = {
    permission: "granted",
    onWrite: () => undefined,
    canMove: true,
    files: async () => {
      const entries = [...files].map(async ([file, blob]) => [file, await blob.text()] as const);
      return Object.fromEntries(await Promise.all(entries));
    },
    handle: undefined as unknown as FileSystemDirectoryHandle,
  };
  const fileHandle = (file: string): unknown => ({
    kind: "file",
    name: file,
    getFile: async () => new File([files.get(file) ?? missing()], file),
    createWritable: async () => writableOf((blob) => files.set(file, blob), folder),
    remove: async () => void files.delete(file),
    ...(folder.canMove && {
      move: async (to: string) => {
        files.set(to, files.get(file) ?? missing());
        files.delete(file);
      },
    }),
  });
  const handle = {
    kind: "directory",
    name,
    queryPermission: async () => folder.permission,
    getFileHandle: async (file: string, options?: { readonly create?: boolean }) => {
      if (!files.has(file)) {
        if (options?.create !== true) missing();
        files.set(file, new Blob([]));
      }
      return fileHandle(file);
    },
    getDirectoryHandle: async (child: string, options?: { readonly create?: boolean }) => {
      if (!folders.has(child) && options?.create !== true) missing();
      const found = folders.get(child) ?? fakeFolder(child);
      folders.set(child, found);
      return found.handle;
    },
    removeEntry: async (file: string) => {
      if (!files.delete(file)) missing();
    },
    async *keys() {
      await Promise.resolve();
      yield* files.keys();
    },
  };
  return Object.assign(folder, { handle: handle as unknown as FileSystemDirectoryHandle });
}

/** Like a browser's: what is written shows only after `close`. */
function writableOf(save: (blob: Blob) => void, folder: FakeFolder): WritableStream<Uint8Array> {
  const parts: Blob[] = [];
  const write = (chunk: Uint8Array<ArrayBuffer>): void => {
    folder.onWrite();
    parts.push(new Blob([chunk]));
  };
  const close = (): void => {
    save(new Blob(parts));
  };
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({ write, close });
  return Object.assign(stream, {
    write: async (chunk: Uint8Array<ArrayBuffer>) => {
      write(chunk);
    },
    close: async () => {
      close();
    },
    abort: async () => undefined,
  });
}
