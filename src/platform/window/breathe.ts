/** Half of what a person feels: a frame still fits beside it. */
const longestMilliseconds = 8;

interface Scheduler {
  yield?(): Promise<void>;
}
const { scheduler } = globalThis as unknown as { readonly scheduler?: Scheduler };

/** Lets input and painting go first, where this thread has been busy for some milliseconds. */
export function makeBreathe(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestMilliseconds) return;
    await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
    since = performance.now();
  };
}
