import type { Format } from "./contract.ts";

/** Typed columns, one kind a file: days, times, numbers, flags and lists as such, nested values as JSON. */
export const parquet: Format = {
  label: "Parquet",
  words: ["parquet"],
  extension: "parquet",
  mediaType: "application/vnd.apache.parquet",
  layout: "per-kind",
  lossless: false,
  keepsEveryField: true,
  async *write(document) {
    const { writeParquet } = await import("../layout/write-parquet.ts");
    yield* writeParquet(document);
  },
  async count(bytes) {
    const { countParquet } = await import("../layout/count-parquet.ts");
    return countParquet(bytes);
  },
};
