import { FailureError, fail } from "../failure.ts";
import * as shelf from "../importers/registry.ts";
import type { Inspection, NamedFile } from "./contract.ts";
import { findFiles } from "./find-files.ts";
import { inspect, type InspectOptions } from "./inspect.ts";
import { joinInspections, type Together } from "./join-inspections.ts";

type Options = Omit<InspectOptions, "name" | "mapping">;
type Glance = "own" | "sealed" | "other";

/**
 * Reads files that were dropped together as one import where they belong to one chain of increments.
 * Undefined where they do not: then each of them is read by itself. A file that cannot be read stays out.
 * @throws FailureError `passphrase-missing` where one of them is sealed, `wrong-passphrase` where the
 *   passphrase opens none of the sealed ones.
 */
export async function inspectTogether(
  files: readonly NamedFile[],
  options: Options,
): Promise<Together | undefined> {
  const glances: Glance[] = [];
  for (const file of files) glances.push(await glanceAt(file));
  if (glances.filter((glance) => glance !== "other").length < 2) return undefined;
  if (options.passphrase === undefined && glances.includes("sealed")) {
    return fail({ code: "passphrase-missing" });
  }
  const read: (Inspection | undefined)[] = [];
  let shut: FailureError | undefined;
  for (const [at, { file, name }] of files.entries()) {
    const glance = glances[at] ?? "other";
    const seen = glance === "other" ? undefined : await inspectOrNot(file, { ...options, name });
    if (seen instanceof FailureError && seen.failure.code === "wrong-passphrase") shut ??= seen;
    read.push(seen instanceof FailureError ? undefined : seen);
  }
  const opened = glances.some((glance, at) => glance === "sealed" && read[at] !== undefined);
  if (shut !== undefined && !opened) throw shut;
  return joinInspections(read);
}

/** What a file is by its first bytes, without taking it apart. */
async function glanceAt({ file, name }: NamedFile): Promise<Glance> {
  try {
    const { files } = await findFiles(file, name);
    const own = [shelf["own-json"], shelf["own-ndjson"], shelf["own-zip"]];
    for (const one of own) if ((await one.recognises(files)) > 0) return "own";
    return "other";
  } catch (error) {
    const sealed = error instanceof FailureError && error.failure.code === "passphrase-missing";
    return sealed ? "sealed" : "other";
  }
}

async function inspectOrNot(
  file: Blob,
  options: InspectOptions,
): Promise<Inspection | FailureError | undefined> {
  try {
    return await inspect(file, options);
  } catch (error) {
    return error instanceof FailureError ? error : undefined;
  }
}
