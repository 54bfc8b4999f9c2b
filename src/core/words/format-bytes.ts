const units = ["bytes", "kB", "MB", "GB", "TB"] as const;

function scale(bytes: number): number {
  return Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
}
function number(bytes: number, step: number, locale: string): string {
  const value = bytes / 1000 ** step;
  const digits = step > 0 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}
/** 999,950 bytes would print as "1,000 kB": the next unit then. */
function rounded(bytes: number): number {
  const step = scale(bytes);
  return Math.round(bytes / 1000 ** step) >= 1000 ? Math.min(step + 1, units.length - 1) : step;
}

/** `388 MB`, `2.4 kB`, `1 byte`: decimal units (SI), one digit after the point below ten. */
export function formatBytes(bytes: number, locale: string): string {
  const step = rounded(bytes);
  const unit = step === 0 && bytes === 1 ? "byte" : units[step];
  return `${number(bytes, step, locale)} ${unit ?? "bytes"}`;
}

/** `236 of 388 MB`: both in the unit of the whole. */
export function formatBytesOf(done: number, whole: number, locale: string): string {
  const step = rounded(whole);
  return `${number(done, step, locale)} of ${formatBytes(whole, locale)}`;
}

/** `31 MB/s`. */
export function formatSpeed(bytesPerSecond: number, locale: string): string {
  return `${formatBytes(bytesPerSecond, locale)}/s`;
}
