import { wrap, type Remote } from "comlink";
import { scriptUrl } from "./app-urls.ts";

/** A worker that starts when it is first called, and anew after it died. */
export function startWhenCalled<T>(url: string, name: string): () => Remote<T> {
  let remote: Remote<T> | undefined;
  return () => {
    if (remote !== undefined) return remote;
    const worker = new Worker(scriptUrl(url), { type: "module", name });
    worker.addEventListener("error", () => {
      worker.terminate();
      remote = undefined;
    });
    return (remote = wrap<T>(worker));
  };
}
