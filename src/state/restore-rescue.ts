import type { RestoreInterface } from "../core/job-tracker.ts";
import { phaseAfter, type Dropped, type RestorePhase } from "./restore-phase.ts";
import { failureOf } from "./tracker-ports.ts";

/** What a file that failed still holds, as the phase that shows it. */
export async function rescueDropped(
  restore: Pick<RestoreInterface, "inspect">,
  { files, fileName, at }: Dropped,
  passphrase: string | undefined,
): Promise<RestorePhase> {
  const dropped: Dropped = { files, fileName, at };
  const [only] = files;
  if (only === undefined) return { name: "idle" };
  try {
    const sealed = passphrase === undefined ? {} : { passphrase };
    const inspection = await restore.inspect(only.file, {
      name: only.name,
      rescue: true,
      ...sealed,
    });
    return { name: "rescued", inspection, ...dropped };
  } catch (error) {
    return phaseAfter(failureOf(error), dropped);
  }
}
