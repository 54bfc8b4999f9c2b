import { fail } from "../../core/failure.ts";
import type { ExportTarget, PlaceState } from "../../core/job-tracker.ts";
import type { TargetRef } from "../../core/pipeline/export-job.ts";
import type { ExportPlan } from "../../core/plan/plan.ts";
import type { Schedule } from "../../core/schedule/schedule.ts";
import type { Database } from "../database.ts";
import type { FolderHandle } from "../file-system.ts";
import { withReopen } from "../reopen.ts";

interface Pickers {
  showSaveFilePicker?(options: { readonly suggestedName: string }): Promise<FileSystemFileHandle>;
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly mode: "readwrite";
  }): Promise<FileSystemDirectoryHandle>;
}
const pickers = globalThis as unknown as Pickers;

const scheduleFolder = (scheduleId: string): string => `schedule:${scheduleId}`;
const namedFolder = (name: string): string => `folder:${name}`;

/** Acquires places to write to. Pickers and permissions need a click, so these are called inside one. */
export function makeTargets(database: Database) {
  const folder = async (id: string, name: string): Promise<FolderHandle> => {
    const stored = await withReopen(database, () => database.handles.get(id));
    if (stored?.handle.kind !== "directory") {
      return fail({ code: "file-gone", where: `The folder "${name}"` });
    }
    return stored.handle;
  };
  /** Asks only where a click is under way; a folder that was moved or deleted is told from a refusal. */
  const stateOf = async (id: string, how: "query" | "request"): Promise<PlaceState> => {
    const stored = await withReopen(database, () => database.handles.get(id));
    if (stored?.handle.kind !== "directory") return "gone";
    const handle: FolderHandle = stored.handle;
    const mode = { mode: "readwrite" } as const;
    const state = await (how === "request"
      ? handle.requestPermission?.(mode)
      : handle.queryPermission?.(mode));
    if ((state ?? "granted") !== "granted") return state ?? "granted";
    return (await isThere(handle)) ? "granted" : "gone";
  };
  return {
    async acquire(target: ExportTarget, plan: ExportPlan): Promise<TargetRef> {
      if (target === "private") return { kind: "private" };
      if (target === "download") return { kind: "download" };
      if (target === "ask") return pickFile(plan.fileName);
      const id = namedFolder(target.folder);
      const handle = await folder(id, target.folder);
      await allow(handle);
      return { kind: "folder", handle, name: target.folder, id };
    },

    /** A scheduled run has no click: a permission that has ended is told, not asked for. */
    async targetOf({ id: scheduleId, target }: Schedule): Promise<TargetRef> {
      if (target.kind !== "folder") return { kind: target.kind };
      const id = scheduleFolder(scheduleId);
      return { kind: "folder", handle: await folder(id, target.name), name: target.name, id };
    },

    folderState: (scheduleId: string) => stateOf(scheduleFolder(scheduleId), "query"),
    allowFolder: (scheduleId: string) => stateOf(scheduleFolder(scheduleId), "request"),

    /** Asks for a folder and remembers it under its name, and for a schedule. Returns the name. */
    async chooseFolder(scheduleId?: string): Promise<string> {
      if (pickers.showDirectoryPicker === undefined) {
        return fail({ code: "unsupported", what: "This browser cannot write to a folder" });
      }
      const handle = await pickers.showDirectoryPicker({ id: "exports", mode: "readwrite" });
      const ids = [namedFolder(handle.name), ...(scheduleId ? [scheduleFolder(scheduleId)] : [])];
      await withReopen(database, () => database.handles.bulkPut(ids.map((id) => ({ id, handle }))));
      return handle.name;
    },
  };
}

async function pickFile(suggestedName: string): Promise<TargetRef> {
  if (pickers.showSaveFilePicker === undefined) return { kind: "download" };
  return { kind: "picked", handle: await pickers.showSaveFilePicker({ suggestedName }) };
}

/** A handle outlives its folder: only looking inside tells. */
async function isThere(folder: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    await folder.keys().next();
    return true;
  } catch {
    return false;
  }
}

async function allow(folder: FolderHandle): Promise<void> {
  const mode = { mode: "readwrite" } as const;
  if ((await folder.queryPermission?.(mode)) !== "prompt") return;
  if ((await folder.requestPermission?.(mode)) === "granted") return;
  fail({ code: "permission-lost", where: folder.name });
}
