/**
 * The one script that workers start with: its name says which part it plays, so that what the parts
 * share is built, stored and checked once. Calls that arrive while the part loads are kept for it.
 */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  export: () => import("./export.worker.ts"),
  restore: () => import("./restore.worker.ts"),
};

const early: MessageEvent[] = [];
const keep = (event: MessageEvent): void => void early.push(event);
self.addEventListener("message", keep);

async function start(): Promise<void> {
  const { unlockWorker } = await import("../src/platform/lock/unlock-worker.ts");
  await unlockWorker();
  await parts[self.name]?.();
  self.removeEventListener("message", keep);
  for (const { data, ports } of early) {
    self.dispatchEvent(new MessageEvent("message", { data: data as unknown, ports: [...ports] }));
  }
}

start().catch((error: unknown) => {
  // Thrown outside the promise, so that the window hears of it and no call waits for ever.
  setTimeout(() => {
    throw error;
  });
});
