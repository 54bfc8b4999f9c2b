import { existsSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { join, parse } from "node:path";
import type { OpenSink } from "../../src/core/pipeline/ports.ts";

/** A file in a folder of this machine; one that is there already is never replaced. */
export async function fileSink(folder: string, fileName: string): Promise<OpenSink> {
  const { name, ext } = parse(fileName);
  let finalName = fileName;
  for (let next = 2; existsSync(join(folder, finalName)); next += 1) {
    finalName = `${name} (${String(next)})${ext}`;
  }
  const part = join(folder, `${finalName}.part`);
  const file = await open(part, "w");
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    place: folder,
    write: async (chunk) => {
      await file.write(chunk);
    },
    close: async () => {
      await close();
      return { fileName: finalName, readBack: async () => new Blob([await readFile(part)]) };
    },
    commit: () => rename(part, join(folder, finalName)),
    discard: async () => {
      await close();
      await rm(part, { force: true });
    },
  };
}
