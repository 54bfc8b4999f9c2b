import type { Format } from "./contract.ts";
import { jsonResumeKeeps } from "../layout/leave/keeps.ts";

/** For leaving: job descriptions and résumés in the open JSON Resume schemas, one file each. */
export const jsonresume: Format = {
  label: "JSON Resume",
  words: ["json resume", "json-resume", "jsonresume"],
  extension: "zip",
  mediaType: "application/zip",
  layout: "whole",
  lossless: false,
  program: "JSON Resume",
  refuses: (kindId) =>
    jsonResumeKeeps(kindId).length > 0 ? undefined : "JSON Resume describes jobs and résumés",
  keeps: jsonResumeKeeps,
  async *write(document) {
    const { writeJsonResume } = await import("../layout/leave/write-json-resume.ts");
    yield* writeJsonResume(document);
  },
  async count(bytes) {
    const { countJsonResume } = await import("../layout/leave/write-json-resume.ts");
    return countJsonResume(bytes);
  },
};
