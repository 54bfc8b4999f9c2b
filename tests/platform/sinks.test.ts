import { describe, expect, it } from "vitest";
import type { TargetRef } from "../../src/core/pipeline/export-job.ts";
import type { OpenSink } from "../../src/core/pipeline/ports.ts";
import { openSink } from "../../src/platform/open-sink.ts";
import { sweepFolder } from "../../src/platform/sweep.ts";
import { fakeFolder, type FakeFolder } from "../support/fake-folder.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const file = { fileName: "backup.zip", exportId: "e1" };

interface Place {
  readonly target: TargetRef;
  readonly root: FakeFolder;
  /** Where the file shows in the end, and under which name. */
  readonly shown: () => Promise<string | undefined>;
  readonly leftovers: () => Promise<readonly string[]>;
  readonly folder: FakeFolder;
}

async function exportsOf(root: FakeFolder): Promise<FakeFolder["files"]> {
  const folder = await root.handle.getDirectoryHandle("exports", { create: true });
  return async () => {
    const found: Record<string, string> = {};
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
      found[name] = await (await (await folder.getFileHandle(name)).getFile()).text();
    }
    return found;
  };
}

async function place(kind: TargetRef["kind"], canMove = true): Promise<Place> {
  const root = fakeFolder("root");
  const chosen = fakeFolder();
  chosen.canMove = canMove;
  const handle = await chosen.handle.getFileHandle("picked.zip", { create: true });
  if (kind !== "picked") await chosen.handle.removeEntry("picked.zip");
  const inRoot = await exportsOf(root);
  const targets: Record<TargetRef["kind"], TargetRef> = {
    private: { kind: "private" },
    download: { kind: "download" },
    picked: { kind: "picked", handle },
    folder: { kind: "folder", handle: chosen.handle, name: "Backups", id: "folder:Backups" },
  };
  const name = { private: "e1", download: "e1", picked: "picked.zip", folder: "backup.zip" }[kind];
  const files = kind === "private" || kind === "download" ? inRoot : chosen.files;
  return {
    target: targets[kind],
    root,
    folder: chosen,
    shown: async () => (await files())[name],
    leftovers: async () => Object.keys(await files()),
  };
}

const open = (at: Place): Promise<OpenSink> =>
  openSink(at.target, file, () => Promise.resolve(at.root.handle));

describe.each(["private", "download", "picked", "folder"] as const)("the place %s", (kind) => {
  it("shows the whole file after the commit", async () => {
    const at = await place(kind);
    const sink = await open(at);
    await sink.write(bytes("one "));
    await sink.write(bytes("two"));
    const closed = await sink.close();
    expect(await (await closed.readBack?.())?.text()).toBe("one two");
    await sink.commit();
    expect(await at.shown()).toBe("one two");
    expect(await at.leftovers()).toHaveLength(1);
  });

  it("leaves no file when it is discarded while open, also twice", async () => {
    const at = await place(kind);
    const sink = await open(at);
    await sink.write(bytes("half"));
    await sink.discard();
    await sink.discard();
    expect(await at.leftovers()).toEqual([]);
  });

  it("leaves no file when it is discarded after the file was closed", async () => {
    const at = await place(kind);
    const sink = await open(at);
    await sink.write(bytes("whole but not proved"));
    await sink.close();
    await sink.discard();
    expect(await at.leftovers()).toEqual([]);
  });
});

describe("a chosen folder", () => {
  it("copies where the browser cannot rename", async () => {
    const at = await place("folder", false);
    const sink = await open(at);
    await sink.write(bytes("kept"));
    await sink.close();
    await sink.commit();
    expect(await at.folder.files()).toEqual({ "backup.zip": "kept" });
  });

  it("never replaces a file that is there already", async () => {
    const at = await place("folder");
    for (const text of ["first", "second", "third"]) {
      const sink = await open(at);
      await sink.write(bytes(text));
      await sink.close();
      await sink.commit();
    }
    expect(await at.folder.files()).toEqual({
      "backup.zip": "first",
      "backup (2).zip": "second",
      "backup (3).zip": "third",
    });
  });

  it("says so when the permission was taken back, and writes nothing", async () => {
    const at = await place("folder");
    at.folder.permission = "prompt";
    await expect(open(at)).rejects.toMatchObject({ failure: { code: "permission-lost" } });
    expect(await at.leftovers()).toEqual([]);
  });
});

describe("a picked file", () => {
  it("keeps the older content when the run is cancelled", async () => {
    const at = await place("picked");
    const first = await open(at);
    await first.write(bytes("older"));
    await first.close();
    await first.commit();
    const second = await open(at);
    await second.write(bytes("half of the newer"));
    await second.discard();
    expect(await at.shown()).toBe("older");
  });
});

describe("sweeping", () => {
  it("removes half-written files of runs that are gone, and nothing else", async () => {
    const { handle, files } = fakeFolder();
    for (const name of ["e1.part", "e2.part", "e3", "letter.part.txt"]) {
      await handle.getFileHandle(name, { create: true });
    }
    await sweepFolder(handle, new Set(["e2"]));
    expect(Object.keys(await files())).toEqual(["e2.part", "e3", "letter.part.txt"]);
  });
});
