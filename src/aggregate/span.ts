// The first and the last time something was seen. Times are epoch milliseconds.
export { isoTime } from '../model/iso-time.ts';

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
