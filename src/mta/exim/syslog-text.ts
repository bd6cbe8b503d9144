// What Exim puts in front of its text when it writes to syslog: its own stamp and pid, and counters of split entries.
import type { MailEvent } from '../../model/event.ts';
import { BACKSLASH, DASH, DOT, isDigit, OPEN_BRACKET, SLASH, SPACE } from './ascii.ts';
import { numberAt } from './scan.ts';

/** `[2/4] `: part 2 of 4; the sign tells whether the entry was cut at its length (`/`) or at a newline (`\`). */
export interface SplitPart {
  readonly part: number;
  readonly of: number;
  /** Where the part's text begins. */
  readonly start: number;
}

/** The counter at the begin of `text`, or null. */
export function splitPart(text: string): SplitPart | null {
  if (text.charCodeAt(0) !== OPEN_BRACKET) return null;
  const part = numberAt(text, 1);
  if (part === null || part === 0) return null;
  const sign = digitsEnd(text, 1);
  const code = text.charCodeAt(sign);
  if (code !== SLASH && code !== BACKSLASH) return null;
  const of = numberAt(text, sign + 1);
  const end = digitsEnd(text, sign + 1);
  if (of === null || of < part || !text.startsWith('] ', end)) return null;
  return { part, of, start: end + 2 };
}

/** Behind Exim's own `2026-03-14 09:15:06.123 +0100 [6104] ` at `at`. The syslog header's time and pid stay. */
export function innerHeaderEnd(text: string, at: number, event: MailEvent): number {
  const start = stampEnd(text, at);
  if (text.charCodeAt(start) !== OPEN_BRACKET) return start;
  const pid = numberAt(text, start + 1);
  const close = digitsEnd(text, start + 1);
  if (pid === null || !text.startsWith('] ', close)) return start;
  event.pid ??= pid;
  return close + 2;
}

function stampEnd(text: string, at: number): number {
  if (!isDigit(text.charCodeAt(at)) || text.charCodeAt(at + 4) !== DASH || text.charCodeAt(at + 10) !== SPACE)
    return at;
  if (!STAMP.test(text.substring(at, at + STAMP_LENGTH))) return at;
  let end = at + STAMP_LENGTH;
  if (text.charCodeAt(end) === DOT) end = digitsEnd(text, end + 1);
  if (text.charCodeAt(end) !== SPACE) return at;
  return ZONE.test(text.substring(end, end + ZONE_LENGTH)) ? end + ZONE_LENGTH : end + 1;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

const STAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const STAMP_LENGTH = 19;
const ZONE = /^ [+-]\d{4} $/;
const ZONE_LENGTH = 7;
