import { mount } from "svelte";
import exportWorker from "../workers/export.worker.ts?worker&url";
import restoreWorker from "../workers/restore.worker.ts?worker&url";
import type { JobTracker } from "./core/job-tracker.ts";
import { openJobTracker } from "./platform/window/open-job-tracker.ts";
import { makeSurroundings } from "./platform/window/surroundings.ts";
import { App as AppState } from "./state/app.svelte.ts";
import App from "./ui/App.svelte";

declare global {
  var jobTracker: JobTracker;
}

const around = makeSurroundings(__BUILD_ID__);
globalThis.jobTracker = openJobTracker({
  version: __APP_VERSION__,
  exportWorker,
  restoreWorker,
  language: () => (around.languages[0] ?? "en").slice(0, 2),
  onTrouble: () => undefined,
});

const target = document.querySelector("#app");
if (target !== null) {
  const app = new AppState(globalThis.jobTracker, around);
  mount(App, { target, props: { app } });
  void globalThis.jobTracker.ready.then(() => app.start());
}
