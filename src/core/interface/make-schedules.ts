import type { Schedules } from "../job-tracker.ts";
import type { ScheduleService } from "../schedule/schedule-service.ts";

/** What the schedules offer beside the service itself. */
export interface SchedulesPorts {
  /** Loaded when it is first needed: the first screen shows nothing of it. */
  readonly service: () => Promise<ScheduleService>;
  /** Asks for a folder and keeps its handle for the schedule; has to begin inside a click. */
  readonly chooseFolder: (scheduleId: string) => Promise<string>;
  readonly onChange: (listener: () => void) => () => void;
}

export function makeSchedules({ service, chooseFolder, onChange }: SchedulesPorts): Schedules {
  return {
    list: async () => (await service()).list(),
    runDue: async (now) => (await service()).runDue(now),
    run: async (id) => (await service()).run(id),
    update: async (id, text) => (await service()).update(id, text),
    pause: async (id) => (await service()).pause(id),
    resume: async (id) => (await service()).resume(id),
    remove: async (id) => (await service()).remove(id),
    calendarFile: async (id) => (await service()).calendarFile(id),
    setPassphrase: async (id, passphrase) => (await service()).setPassphrase(id, passphrase),
    async setTarget(id, target) {
      if (target === "private") return (await service()).setTarget(id, { kind: "private" });
      const name = await chooseFolder(id);
      return (await service()).setTarget(id, { kind: "folder", name });
    },
    onChange,
  };
}
