import { needsSeal } from "../core/schedule/make-schedule.ts";
import type { RecipeChoice } from "../core/schedule/recipe.ts";
import type { Schedule } from "../core/schedule/schedule.ts";
import type { SchedulesSession } from "./schedules.svelte.ts";

/** Changes one step of the recipe: the place, or the request, which the sentence says afterwards. */
export async function chooseStep(
  session: SchedulesSession,
  schedule: Schedule,
  { edits, target }: RecipeChoice,
): Promise<void> {
  const { id } = schedule;
  const done = await session.change(id, (all) =>
    target === undefined ? all.edit(id, edits) : all.setTarget(id, target),
  );
  if (!done || session.phase.name !== "ready") return;
  const now = session.phase.schedules.find((one) => one.id === id);
  // Newly sealed: the passphrase is asked for now, not at a run that nobody watches.
  if (now !== undefined && needsSeal(now) && !needsSeal(schedule)) session.askPassphrase(now);
}
