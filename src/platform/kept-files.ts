import type { Store } from "../core/interface/store.ts";
import type { Receipt } from "../core/pipeline/ports.ts";
import { openExportsFolder, removeFile } from "./file-system.ts";
import type { PrivateRoot } from "./sinks/contract.ts";
import { sweepFolder } from "./sweep.ts";

/** The finished files that stay in private storage until they are cleaned up. */
export function makeKeptFiles(root: PrivateRoot, receipts: Store<Receipt>) {
  return {
    async keptFile({ kept, mediaType }: Receipt): Promise<Blob | undefined> {
      if (kept === undefined) return undefined;
      const folder = await openExportsFolder(await root());
      try {
        const file = await (await folder.getFileHandle(kept)).getFile();
        return file.slice(0, file.size, mediaType);
      } catch (error) {
        if (error instanceof Error && error.name === "NotFoundError") return undefined;
        throw error;
      }
    },
    async removeKept(receipt: Receipt): Promise<void> {
      const { kept, ...rest } = receipt;
      if (kept === undefined) return;
      await removeFile(await openExportsFolder(await root()), kept);
      await receipts.put(rest);
    },
    sweep: async (alive: ReadonlySet<string>): Promise<void> => {
      await sweepFolder(await openExportsFolder(await root()), alive);
    },
  };
}
