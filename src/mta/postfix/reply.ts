// The reply as a server sent it: three digits, perhaps an enhanced status, text. Where it may stand is the caller's
// knowledge; digits anywhere else are no reply.
import type { MailEvent } from '../../model/event.ts';

/**
 * Reads `452 4.2.2 Mailbox full` between `at` and `end` into `event`.
 * False: no reply stands there, and `event` is as it was.
 */
export function readReply(event: MailEvent, text: string, at: number, end: number): boolean {
  const code = replyCodeAt(text, at, end);
  if (code === 0) return false;
  event.replyCode = code;
  event.enhancedCode = enhancedCodeAt(text, at + 3, end);
  event.replyText = text.substring(at, end);
  return true;
}

/** 200 to 599 at `at`, followed by a blank, `-` or `end`; else 0. */
export function replyCodeAt(text: string, at: number, end: number): number {
  if (at + 3 > end) return 0;
  const first = text.charCodeAt(at) - ZERO;
  const second = text.charCodeAt(at + 1) - ZERO;
  const third = text.charCodeAt(at + 2) - ZERO;
  if (!(first >= 2 && first <= 5 && second >= 0 && second <= 9 && third >= 0 && third <= 9)) return 0;
  const next = text.charCodeAt(at + 3);
  return at + 3 === end || next === SPACE || next === HYPHEN ? first * 100 + second * 10 + third : 0;
}

/** `4.2.2` at `at`, or behind the blanks or the hyphen there; null when the next word is something else. */
export function enhancedCodeAt(text: string, at: number, end: number): string | null {
  let start = at;
  while (text.charCodeAt(start) === SPACE) start++;
  if (start === at && text.charCodeAt(start) === HYPHEN) start++;
  const kind = text.charCodeAt(start);
  if ((kind !== TWO && kind !== FOUR && kind !== FIVE) || text.charCodeAt(start + 1) !== DOT) return null;
  const subjectEnd = shortDigitsEnd(text, start + 2);
  if (subjectEnd === start + 2 || text.charCodeAt(subjectEnd) !== DOT) return null;
  const detailEnd = shortDigitsEnd(text, subjectEnd + 1);
  if (detailEnd === subjectEnd + 1 || detailEnd > end || isDigit(text.charCodeAt(detailEnd))) return null;
  // "4.16.55.1" is a tag of some provider, or an address.
  if (text.charCodeAt(detailEnd) === DOT && isDigit(text.charCodeAt(detailEnd + 1))) return null;
  return text.substring(start, detailEnd);
}

const ZERO = 48;
const TWO = 50;
const FOUR = 52;
const FIVE = 53;
const SPACE = 32;
const HYPHEN = 45;
const DOT = 46;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

/** Up to three digits. */
function shortDigitsEnd(text: string, at: number): number {
  let end = at;
  while (end < at + 3 && isDigit(text.charCodeAt(end))) end++;
  return end;
}
