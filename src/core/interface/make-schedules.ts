import { fail } from "../failure.ts";
import type { PlaceState, Schedules } from "../job-tracker.ts";
import type { NaturalLanguageParser } from "../job-tracker.ts";
import type { ScheduleService } from "../schedule/schedule-service.ts";

/** What the schedules offer beside the service itself. */
export interface SchedulesPorts {
  /** Loaded when it is first needed: the first screen shows nothing of it. */
  readonly service: () => Promise<ScheduleService>;
  readonly parser: Pick<NaturalLanguageParser, "parse">;
  /** Asks for a folder and keeps its handle for the schedule; has to begin inside a click. */
  readonly chooseFolder: (scheduleId: string) => Promise<string>;
  /** Whether the folder may be written to unasked. Absent: there are no folders here. */
  readonly folderState?: (scheduleId: string) => Promise<PlaceState>;
  /** Asks for a permission that has ended; has to begin inside a click. */
  readonly allowFolder?: (scheduleId: string) => Promise<PlaceState>;
  readonly onChange: (listener: () => void) => () => void;
}

export function makeSchedules(ports: SchedulesPorts): Schedules {
  const { service, parser, chooseFolder, onChange } = ports;
  return {
    list: async () => (await service()).list(),
    runDue: async (now) => (await service()).runDue(now),
    run: async (id) => (await service()).run(id),
    update: async (id, text) => (await service()).update(id, text),
    reword: async (text, edits) => (await service()).reword(text, edits),
    edit: async (id, edits) => (await service()).edit(id, edits),
    configure: async (id, settings) => (await service()).configure(id, settings),
    pause: async (id) => (await service()).pause(id),
    resume: async (id) => (await service()).resume(id),
    remove: async (id) => (await service()).remove(id),
    putBack: async (schedule) => (await service()).putBack(schedule),
    pending: async (id) => (await service()).pending(id),
    calendarFile: async (id) => (await service()).calendarFile(id),
    setPassphrase: async (id, passphrase) => (await service()).setPassphrase(id, passphrase),
    async obey(text, about) {
      const { obey } = await import("../schedule/obey.ts");
      return obey(await service(), text, parser.parse(text).said, about);
    },
    async setTarget(id, target) {
      if (target !== "folder") return (await service()).setTarget(id, { kind: target });
      const name = await chooseFolder(id);
      return (await service()).setTarget(id, { kind: "folder", name });
    },
    placeState: (id) => ports.folderState?.(id) ?? Promise.resolve("gone"),
    async allowFolder(id) {
      // Asked first: the permission needs the click that is under way.
      const state = await (ports.allowFolder?.(id) ?? Promise.resolve("gone" as const));
      if (state !== "granted") fail({ code: "permission-lost", where: "The folder" });
      (await service()).forgive(id);
    },
    onChange,
  };
}
