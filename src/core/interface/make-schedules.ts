import type { Schedules } from "../job-tracker.ts";
import type { ScheduleService } from "../schedule/schedule-service.ts";

/** What the schedules offer beside the service itself. */
export interface SchedulesPorts {
  readonly service: ScheduleService;
  /** Asks for a folder and keeps its handle for the schedule; has to begin inside a click. */
  readonly chooseFolder: (scheduleId: string) => Promise<string>;
  readonly onChange: (listener: () => void) => () => void;
}

export function makeSchedules({ service, chooseFolder, onChange }: SchedulesPorts): Schedules {
  return {
    list: () => service.list(),
    runDue: (now) => service.runDue(now),
    run: (id) => service.run(id),
    update: (id, text) => service.update(id, text),
    pause: (id) => service.pause(id),
    resume: (id) => service.resume(id),
    remove: (id) => service.remove(id),
    calendarFile: (id) => service.calendarFile(id),
    setPassphrase: (id, passphrase) => service.setPassphrase(id, passphrase),
    async setTarget(id, target) {
      if (target === "private") return service.setTarget(id, { kind: "private" });
      const name = await chooseFolder(id);
      return service.setTarget(id, { kind: "folder", name });
    },
    onChange,
  };
}
