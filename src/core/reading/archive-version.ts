import { fail } from "../failure.ts";

/** What every version 1 of the envelope can be read by. */
const readableMajor = 1;

/**
 * The version that `export_info` states. A higher minor version is readable; whoever imports says so.
 * @throws FailureError `newer-archive` for a higher major version, `archive-damaged` without one.
 */
export function checkArchiveVersion(exportInfo: unknown): string {
  const version =
    typeof exportInfo === "object" && exportInfo !== null && "version" in exportInfo
      ? exportInfo.version
      : undefined;
  const [, major] = typeof version === "string" ? (/^(\d{1,6})\.\d{1,6}$/.exec(version) ?? []) : [];
  if (typeof version !== "string" || major === undefined) {
    return fail({
      code: "archive-damaged",
      where: "export_info.version",
      detail: "The file does not say which version it is",
    });
  }
  if (Number(major) > readableMajor) return fail({ code: "newer-archive", version });
  return version;
}
