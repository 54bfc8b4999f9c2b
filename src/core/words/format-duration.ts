import { formatCount } from "./format-count.ts";

/** `40 ms`, `0.8 s`, `13 s`, `3 min`, `2 h`. */
export function formatDuration(milliseconds: number, locale: string): string {
  const seconds = milliseconds / 1000;
  if (milliseconds < 100) return `${formatCount(Math.round(milliseconds), locale)} ms`;
  if (seconds < 9.95) return `${formatCount(Math.round(seconds * 10) / 10, locale)} s`;
  if (seconds < 99.5) return `${formatCount(Math.round(seconds), locale)} s`;
  if (seconds < 5970) return `${formatCount(Math.round(seconds / 60), locale)} min`;
  return `${formatCount(Math.round(seconds / 3600), locale)} h`;
}

/** Time left, rounded so that it does not flicker: `7 s`, `40 s`, `3 min`. */
export function formatTimeLeft(seconds: number, locale: string): string {
  if (seconds < 10) return `${formatCount(Math.max(1, Math.ceil(seconds)), locale)} s left`;
  if (seconds < 60) return `${formatCount(Math.ceil(seconds / 5) * 5, locale)} s left`;
  return `${formatCount(Math.round(seconds / 60), locale)} min left`;
}
