import type { FarReader } from "../core/interface/far-reader.ts";
import type { Database } from "./database.ts";

/** The reader, loaded when the window first asks for it. */
export function lateFarReader(database: Database): FarReader {
  let reader: Promise<FarReader> | undefined;
  const load = async (): Promise<FarReader> => {
    const { makeFarReader } = await import("./far-reader.ts");
    return makeFarReader(database);
  };
  return {
    names: async () => (await (reader ??= load())).names(),
    look: async (...given) => (await (reader ??= load())).look(...given),
  };
}
