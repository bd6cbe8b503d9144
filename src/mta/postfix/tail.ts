// The list at the end of server lines: `; from=<S> to=<R> proto=ESMTP helo=<H> sasl_method=M sasl_username=U`.
// postscreen puts commas between the fields. The text before it and both addresses are written by strangers.
import type { MailEvent } from '../../model/event.ts';
import { addressEnd, plainAddressEnd, unquotedFrom } from './address.ts';
import { readSessionLogin } from './login.ts';

/** Reads the list behind `from` into `event`; gives where the text before it ends (the end of the line without one). */
export function readTail(event: MailEvent, text: string, from: number): number {
  let fallback = -1;
  for (let at = nextMark(text, from); at !== -1; at = nextMark(text, at + 2)) {
    if (!beginsList(text, at + 2)) continue;
    if (listEnd(text, at + 2, null) === text.length) {
      listEnd(text, at + 2, event);
      return at;
    }
    fallback = at;
  }
  if (fallback === -1) return text.length;
  // The line was cut off inside its list.
  listEnd(text, fallback + 2, event);
  return fallback;
}

/**
 * Where the list that begins at `start` ends, -1 when it is none or an address in it does not end.
 * With an `event` its values are filled in, and an address may hold what only old releases would print.
 */
export function listEnd(text: string, start: number, event: MailEvent | null): number {
  let at = start;
  let end = -1;
  for (const key of KEYS) {
    if (!text.startsWith(key, at)) continue;
    const valueAt = at + key.length;
    // Web panels that take `<…>` for HTML drop the brackets.
    const bracketed = text.charCodeAt(valueAt) === LESS;
    const valueEnd = !bracketed
      ? bareEnd(text, valueAt)
      : event === null
        ? plainAddressEnd(text, valueAt + 1)
        : addressEnd(text, valueAt + 1);
    if (valueEnd === -1) return -1;
    if (event !== null) fill(event, key, text.substring(bracketed ? valueAt + 1 : valueAt, valueEnd));
    end = bracketed ? valueEnd + 1 : valueEnd;
    at = text.charCodeAt(end) === COMMA ? end + 1 : end;
    if (text.charCodeAt(at) === SPACE) at++;
  }
  if (end !== -1 && (text.startsWith('sasl_method=', at) || text.startsWith('sasl_username=', at))) {
    if (event !== null) readSessionLogin(event, text, at);
    return text.length;
  }
  return end;
}

const KEYS = ['from=', 'to=', 'proto=', 'helo='] as const;
const LESS = 60;
const COMMA = 44;
const SPACE = 32;

/** The next `; ` from `from` on, but not one within an address that the reply quotes: `<"a; from=<x> to="@example.org>`. */
function nextMark(text: string, from: number): number {
  let at = from;
  for (;;) {
    const mark = text.indexOf('; ', at);
    const quote = text.indexOf('<"', at);
    if (mark === -1 || quote === -1 || mark < quote) return mark;
    at = Math.max(unquotedFrom(text, quote + 1), quote + 2);
  }
}

function beginsList(text: string, at: number): boolean {
  for (const key of KEYS) if (text.startsWith(key, at)) return true;
  return false;
}

function bareEnd(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code > SPACE && code !== COMMA; code = text.charCodeAt(end)) end++;
  return end;
}

function fill(event: MailEvent, key: (typeof KEYS)[number], value: string): void {
  if (key === 'from=') event.sender = value;
  else if (key === 'to=') event.recipient = value;
  else if (key === 'helo=') event.helo = value;
}
