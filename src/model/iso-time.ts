/** RFC 3339 in UTC, always with milliseconds, so that times sort as text. Null for what no Date can hold. */
export function isoTime(time: number | null): string | null {
  return time === null || !(Math.abs(time) <= LATEST_DATE) ? null : new Date(time).toISOString();
}

/** The largest time that a Date can hold. */
const LATEST_DATE = 8.64e15;
