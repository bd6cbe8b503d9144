// The first and the last time something was seen. Times are epoch milliseconds.

export interface Span {
  first: number | null;
  last: number | null;
}

/** Lines are not strictly in order (several files, several daemons), hence the comparison on both ends. */
export function widen(span: Span, time: number | null): void {
  if (time === null) return;
  if (span.first === null || time < span.first) span.first = time;
  if (span.last === null || time > span.last) span.last = time;
}

export function joinSpan(span: Span, later: Span): void {
  widen(span, later.first);
  widen(span, later.last);
}

/** RFC 3339 in UTC, always with milliseconds, so that times sort as text. */
export function isoTime(time: number | null): string | null {
  return time === null || !(Math.abs(time) <= LATEST_DATE) ? null : new Date(time).toISOString();
}

/** The largest time that a Date can hold. */
const LATEST_DATE = 8.64e15;
