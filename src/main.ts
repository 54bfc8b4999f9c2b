import { mount } from "svelte";
import worker from "../workers/start.worker.ts?worker&url";
import type { JobTracker } from "./core/job-tracker.ts";
import { openJobTracker } from "./platform/window/open-job-tracker.ts";
import type { Watch } from "./platform/window/lock/watch-lock.ts";
import { makeSurroundings } from "./platform/window/surroundings.ts";
import { newsOfTrouble, type AppNews } from "./state/app-news.ts";
import { App as AppState } from "./state/app.svelte.ts";
import App from "./ui/App.svelte";

declare global {
  var jobTracker: JobTracker;
}

let tell: (news: AppNews) => void = () => undefined;
const reload = (): void => location.reload();

const around = makeSurroundings(__BUILD_ID__);
function begin(watch?: Watch): void {
  globalThis.jobTracker = openJobTracker({
    version: __APP_VERSION__,
    worker,
    language: () => (around.languages[0] ?? "en").slice(0, 2),
    onTrouble: (trouble) => tell(newsOfTrouble(trouble, reload)),
  });
  const target = document.querySelector("#app");
  if (target === null) return;
  const app = new AppState(globalThis.jobTracker, around);
  tell = (news) => (app.news = news);
  app.late = globalThis.jobTracker.ready
    .then(() => import("./main-late.ts"))
    .then(({ startLate }) => startLate(app, watch));
  mount(App, { target, props: { app } });
  void globalThis.jobTracker.ready.then(() => app.start());
}

// Set while the app lock may be on; what opens it is loaded then alone.
if (around.remembered.read("lock") === undefined) begin();
else void import("./main-locked.ts").then(({ startLocked }) => startLocked(around, begin));
