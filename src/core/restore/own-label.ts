const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "Export of Job Tracker Pro, made 25 Nov 2026, 10:42": the clock it was written with. */
export function ownLabel(madeAt: string | undefined, what = "Export"): string {
  const [, year, month, day, time] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(madeAt ?? "") ?? [];
  if (year === undefined) return `${what} of Job Tracker Pro`;
  const made = `${String(Number(day))} ${months[Number(month) - 1] ?? ""} ${year}`;
  return `${what} of Job Tracker Pro, made ${made}${time === undefined ? "" : `, ${time}`}`;
}

/** Said about a file of a newer minor version; a newer major one is refused. */
export function newerMinor(version: string | undefined): readonly string[] {
  const minor = Number(/^1\.(\d+)$/.exec(version ?? "")?.[1] ?? 0);
  if (minor === 0) return [];
  return [
    `This file was made by a newer version (${version ?? ""}). What this version does not know is kept under other fields.`,
  ];
}
