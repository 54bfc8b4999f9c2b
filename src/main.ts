import { mount } from "svelte";
import worker from "../workers/start.worker.ts?worker&url";
import type { JobTracker } from "./core/job-tracker.ts";
import { openJobTracker } from "./platform/window/open-job-tracker.ts";
import { registerServiceWorker } from "./platform/window/register-service-worker.ts";
import { makeSurroundings } from "./platform/window/surroundings.ts";
import { newsOfTrouble, newsOfUpdate, type AppNews } from "./state/app-news.ts";
import { App as AppState } from "./state/app.svelte.ts";
import App from "./ui/App.svelte";

declare global {
  var jobTracker: JobTracker;
}

let tell: (news: AppNews) => void = () => undefined;
const reload = (): void => location.reload();

const around = makeSurroundings(__BUILD_ID__);
globalThis.jobTracker = openJobTracker({
  version: __APP_VERSION__,
  worker,
  language: () => (around.languages[0] ?? "en").slice(0, 2),
  onTrouble: (trouble) => tell(newsOfTrouble(trouble, reload)),
});

const target = document.querySelector("#app");
if (target !== null) {
  const app = new AppState(globalThis.jobTracker, around);
  tell = (news) => (app.news = news);
  mount(App, { target, props: { app } });
  void globalThis.jobTracker.ready.then(() => app.start());
  void globalThis.jobTracker.ready
    .then(() => import("./platform/window/schedule-clock.ts"))
    .then(({ watchSchedules }) => watchSchedules(globalThis.jobTracker));
  void registerServiceWorker(({ apply }) => tell(newsOfUpdate(apply)));
}
