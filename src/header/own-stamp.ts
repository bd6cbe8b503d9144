// Lines behind a program's own stamp, without host and syslog tag: Exim's files, and Dovecot's with `log_timestamp`.
import type { LogLine } from '../model/line.ts';
import { digit } from './stamp.ts';

/** Exim's own stamp, `2026-11-23 18:11:02 [123] …`, and Dovecot's with `log_timestamp`. */
export function readOwnStamp(text: string, start: number, end: number, line: LogLine): void {
  let at = start;
  const first = text.charCodeAt(at);
  const dovecot =
    first >= LOWER_A && first <= LOWER_Z && DOVECOT_OWN.test(text.substring(at, Math.min(end, at + 60)));
  line.style = 'exim-native';
  line.host = null;
  line.program = dovecot ? 'dovecot' : 'exim';
  line.pid = null;
  if (first === OPEN_BRACKET) {
    const close = text.indexOf('] ', at);
    const pid = close === -1 || close > at + LONGEST_PID ? NaN : Number(text.substring(at + 1, close));
    if (Number.isInteger(pid)) {
      line.pid = pid;
      at = close + 2;
    }
  }
  line.text = text.substring(at, end);
}

/** After "2026-11-23 18:11:02 ": a host and a tag with a pid mean syslog with a blank in its stamp, not Exim. */
export function isSyslogTag(text: string, start: number): boolean {
  const blank = text.indexOf(' ', start);
  if (blank <= start) return false;
  // The second word first: most lines of Exim's have a sign there, `<=`, behind a message id that might be a host.
  let at = blank + 1;
  while (isWord(text.charCodeAt(at))) at++;
  if (at === blank + 1 || text.charCodeAt(at) !== OPEN_BRACKET) return false;
  do at++;
  while (digit(text, at) >= 0);
  if (text.charCodeAt(at) !== CLOSE_BRACKET || !text.startsWith(': ', at + 1)) return false;
  at = start;
  while (isWord(text.charCodeAt(at))) at++;
  return at === blank;
}

/** Letters, digits, and `_ - . : / @`. */
function isWord(code: number): boolean {
  return (
    (code >= 45 && code <= 58) ||
    (code >= 64 && code <= UPPER_Z) ||
    code === 95 ||
    (code >= LOWER_A && code <= LOWER_Z)
  );
}

const UPPER_Z = 90;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const LOWER_A = 97;
const LOWER_Z = 122;
const LONGEST_PID = 12;
/** Dovecot with `log_timestamp = "%Y-%m-%d %H:%M:%S "`. */
const DOVECOT_OWN =
  /^[a-z][a-z-]*(?:\([^)]*\)(?:<\d+><[^>]*>)?)?: (?:Info|Warning|Error|Fatal|Panic|Debug): /;
