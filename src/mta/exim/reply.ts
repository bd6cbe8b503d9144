// A reply as a server said it: code, enhanced code, text; several lines are joined by a printed backslash-n.
import type { MailEvent } from '../../model/event.ts';
import { BACKSLASH, DASH, DOT, isDigit, SPACE } from './ascii.ts';

/** Reads the reply that stands from `at` to `end`. False: no reply code stands there. */
export function readReply(text: string, at: number, end: number, event: MailEvent): boolean {
  const code = replyCodeAt(text, at, end);
  if (code === 0) return false;
  event.replyCode = code;
  event.enhancedCode = enhancedCodeOf(text, at, end);
  event.replyText = text.substring(at, end);
  return true;
}

/** The code at `at`, 0 when there is none: exactly three digits, then a blank, a dash, the end of a line or of the text. */
export function replyCodeAt(text: string, at: number, end: number): number {
  if (at + 3 > end) return 0;
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  if (!isDigit(first) || first === DIGIT_0 || !isDigit(second) || !isDigit(third)) return 0;
  if (at + 3 < end) {
    const next = text.charCodeAt(at + 3);
    if (next !== SPACE && next !== DASH && next !== BACKSLASH) return 0;
  }
  return (first - 48) * 100 + (second - 48) * 10 + third - 48;
}

/** The enhanced code of the first line that has one. */
function enhancedCodeOf(text: string, at: number, end: number): string | null {
  const own = enhancedCodeAt(text, at + 4, end, text.charCodeAt(at));
  if (own !== null || text.charCodeAt(at + 3) === SPACE) return own;
  const code = text.substring(at, at + 3);
  for (let line = text.indexOf('\\n', at); line !== -1 && line < end; line = text.indexOf('\\n', line + 2)) {
    if (!text.startsWith(code, line + 2)) continue;
    const enhanced = enhancedCodeAt(text, line + 6, end, text.charCodeAt(at));
    if (enhanced !== null) return enhanced;
  }
  return null;
}

/** The enhanced code at `at`. Its class must be that of the reply code; otherwise it is text. */
export function enhancedCodeAt(text: string, at: number, end: number, replyClass: number): string | null {
  if (text.charCodeAt(at) !== replyClass || text.charCodeAt(at + 1) !== DOT) return null;
  const subjectEnd = numberEnd(text, at + 2);
  if (subjectEnd === at + 2 || text.charCodeAt(subjectEnd) !== DOT) return null;
  const detailEnd = numberEnd(text, subjectEnd + 1);
  if (detailEnd === subjectEnd + 1 || detailEnd > end) return null;
  const next = text.charCodeAt(detailEnd);
  if (isDigit(next) || (next === DOT && isDigit(text.charCodeAt(detailEnd + 1)))) return null;
  return text.substring(at, detailEnd);
}

/** Behind the one to three digits at `at`. */
function numberEnd(text: string, at: number): number {
  let index = at;
  while (index < at + 3 && isDigit(text.charCodeAt(index))) index++;
  return index;
}

const DIGIT_0 = 48;
