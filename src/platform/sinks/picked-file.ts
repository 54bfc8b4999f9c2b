import type { TargetRef } from "../../core/pipeline/export-job.ts";
import type { FileHandle } from "../file-system.ts";
import type { Sink } from "./contract.ts";

/**
 * A file that the person picked. The browser writes beside it and replaces it on close, so until then an
 * older file of that name is whole; a cancelled run leaves it as it was.
 */
export const pickedFile: Sink<Extract<TargetRef, { kind: "picked" }>> = {
  label: "A file you pick",
  async open(target) {
    const handle: FileHandle = target.handle;
    const wasEmpty = (await handle.getFile()).size === 0;
    const stream = await handle.createWritable();
    let state: "open" | "closed" | "done" = "open";
    return {
      place: handle.name,
      readsBack: true,
      write: (chunk) => stream.write(chunk),
      async close() {
        await stream.close();
        state = "closed";
        return { fileName: handle.name, readBack: () => handle.getFile() };
      },
      async commit() {
        state = "done";
        await Promise.resolve();
      },
      async discard() {
        if (state === "done") return;
        if (state === "open") await stream.abort().catch(() => undefined);
        state = "done";
        await removeIfOurs(handle, wasEmpty);
      },
    };
  },
};

/** The picker makes an empty file: that, and a file that failed its proof, is taken away again. */
async function removeIfOurs(handle: FileHandle, wasEmpty: boolean): Promise<void> {
  const { size } = await handle.getFile();
  if (size > 0 && !wasEmpty) return;
  if (handle.remove !== undefined) await handle.remove();
  else if (size > 0) await (await handle.createWritable()).close();
}
