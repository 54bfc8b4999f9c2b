import "fake-indexeddb/auto";
import { afterAll, describe, expect, it } from "vitest";
import type { Receipt } from "../../src/core/pipeline/ports.ts";
import { runningReceipt } from "../../src/core/pipeline/receipts.ts";
import { Database } from "../../src/platform/database.ts";
import { makeKeptFiles } from "../../src/platform/kept-files.ts";
import { fakeFolder } from "../support/fake-folder.ts";
import { planOf } from "../support/export-run.ts";
import { memoryStore } from "../support/memory-store.ts";

const database = new Database("kept-files");
const root = fakeFolder("root");
const receipts = memoryStore<Receipt>(({ exportId }) => exportId);
const kept = makeKeptFiles(() => Promise.resolve(root.handle), receipts, database);

afterAll(() => {
  database.close();
});

async function fileIn(
  folder: FileSystemDirectoryHandle,
  name: string,
  text: string,
): Promise<void> {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(new TextEncoder().encode(text));
  await stream.close();
}
function receiptOf(exportId: string, keptAs: string, bytes: number): Receipt {
  const receipt = runningReceipt(exportId, planOf(["applications"]), new Date(0), undefined);
  return { ...receipt, status: "done", mediaType: "application/json", kept: keptAs, bytes };
}

describe("kept files", () => {
  it("are read from private storage with their media type", async () => {
    const exports = await root.handle.getDirectoryHandle("exports", { create: true });
    await fileIn(exports, "e1", "{}");
    const file = await kept.keptFile(receiptOf("e1", "e1", 2));
    expect(await file?.text()).toBe("{}");
    expect(file?.type).toBe("application/json");
  });

  it("are gone after they were removed, and the receipt says so", async () => {
    const receipt = receiptOf("e1", "e1", 2);
    await kept.removeKept(receipt);
    expect(await kept.keptFile(receipt)).toBeUndefined();
    expect(await receipts.get("e1")).not.toHaveProperty("kept");
  });

  it("are none where the folder is no longer known", async () => {
    expect(await kept.keptFile(receiptOf("e2", "folder:Gone/x.json", 2))).toBeUndefined();
  });
});
