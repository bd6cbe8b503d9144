// "<22>1 2026-11-23T18:11:02.123456+01:00 mx1 postfix/smtpd 123 - - text", RFC 5424 section 6.
import type { LogLine } from '../model/line.ts';
import { keep } from '../model/keep.ts';
import type { StampReader } from './stamp.ts';

/** Reads from the stamp on (after `<PRI>1 `). False: not this style. */
export function readRfc5424(text: string, start: number, stamps: StampReader, line: LogLine): boolean {
  let at = start;
  if (text.startsWith('- ', at)) at += 2;
  else {
    const time = stamps.iso(text, at);
    if (time === null) return false;
    line.time = time;
    at = stamps.end + 1;
  }
  const host = text.indexOf(' ', at);
  const program = host === -1 ? -1 : text.indexOf(' ', host + 1);
  const pid = program === -1 ? -1 : text.indexOf(' ', program + 1);
  const messageId = pid === -1 ? -1 : text.indexOf(' ', pid + 1);
  if (messageId === -1) return false;
  line.host = nilOr(text.substring(at, host));
  line.program = nilOr(text.substring(host + 1, program));
  const number = Number(text.substring(program + 1, pid));
  line.pid = Number.isInteger(number) ? number : null;
  line.style = 'rfc5424';
  at = skipStructuredData(text, messageId + 1);
  if (text.charCodeAt(at) === BOM) at++;
  line.text = text.substring(at);
  return true;
}

const BOM = 0xfeff;
const SPACE = 32;

function nilOr(value: string): string | null {
  return value === '-' ? null : keep(value);
}

/** `-` or `[id name="value"]…`, where `]` inside a value is written `\]`. */
function skipStructuredData(text: string, start: number): number {
  let at = start;
  if (text[at] === '-') at++;
  while (text[at] === '[') {
    at++;
    while (at < text.length && text[at] !== ']') at += text[at] === '\\' ? 2 : 1;
    at++;
  }
  // rsyslog keeps the blank that stood after the tag, so that there are two.
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}
