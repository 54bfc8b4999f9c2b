interface StoredSchedule {
  readonly paused?: boolean;
  readonly nextRun?: string;
}

/** Whether a copy is due, read from the database as it stands: when is all that shows while locked. */
export function isDue(now: Date, name = "job-tracker-pro"): Promise<boolean> {
  const minute = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 16);
  return new Promise((resolve) => {
    const no = (): void => {
      resolve(false);
    };
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = no;
    opening.onsuccess = () => {
      const database = opening.result;
      const asked = database.transaction("schedules").objectStore("schedules").getAll();
      asked.onerror = no;
      asked.onsuccess = () => {
        database.close();
        const schedules = asked.result as readonly StoredSchedule[];
        const isOver = ({ paused, nextRun }: StoredSchedule): boolean =>
          paused !== true && nextRun !== undefined && nextRun <= minute;
        resolve(schedules.some(isOver));
      };
    };
  });
}
