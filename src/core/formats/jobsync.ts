import type { Format } from "./contract.ts";
import { jobsyncKeeps } from "../layout/leave/keeps.ts";

/** For leaving: a backup that JobSync restores, with jobs, notes, interviews and contacts. */
export const jobsync: Format = {
  label: "JobSync",
  words: ["jobsync", "job sync"],
  extension: "zip",
  mediaType: "application/zip",
  layout: "whole",
  lossless: false,
  program: "JobSync",
  refuses: (kindId) =>
    jobsyncKeeps(kindId).length > 0
      ? undefined
      : "JobSync takes applications, interviews and contacts",
  keeps: jobsyncKeeps,
  async *write(document) {
    const { writeJobsync } = await import("../layout/leave/write-jobsync.ts");
    yield* writeJobsync(document);
  },
  async count(bytes) {
    const { countJobsync } = await import("../layout/leave/write-jobsync.ts");
    return countJobsync(bytes);
  },
};
