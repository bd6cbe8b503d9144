// SMTP connections that begin, end or break off.
import type { MailEvent } from '../../model/event.ts';
import { readClient } from './host-phrase.ts';
import { angleEnd, countAddresses, tokenEnd } from './scan.ts';
import { readServerFields } from './server-fields.ts';

/**
 * Reads behind `SMTP connection from `.
 *   [203.0.113.200]:40001 I=[198.51.100.1]:25 Ci=9001 (TCP/IP connection count = 4)
 *   host200.example.net (c) [203.0.113.200]:40001 D=0.420s closed by QUIT
 *   (c) [203.0.113.200] lost while reading message data (header)
 */
export function readConnection(text: string, at: number, event: MailEvent): boolean {
  const end = readClient(text, at, event);
  if (end === -1) return false;
  const next = readServerFields(text, end, event);
  event.direction = 'inbound';
  if (text.startsWith('(TCP/IP connection count', next)) {
    event.kind = 'connect';
    event.stage = 'connect';
  } else if (text.startsWith('lost', next)) {
    event.kind = 'lost';
    event.impliedCode = 421;
    if (text.includes('message data', next)) event.stage = 'eod';
  } else if (text.startsWith('closed', next)) {
    event.kind = 'disconnect';
    if (text.startsWith('closed by QUIT', next)) {
      event.impliedCode = 221;
      event.stage = 'quit';
    }
  } else {
    event.kind = 'notice';
  }
  return true;
}

/** Reads behind `SMTP connection `: `Ci=9001 from (c) [203.0.113.200]:40001 I=[198.51.100.1]:25 D=12s closed by DROP in ACL`. */
export function readNumberedConnection(text: string, at: number, event: MailEvent): boolean {
  const end = tokenEnd(text, at);
  if (!text.startsWith(' from ', end)) return false;
  if (!readConnection(text, end + ' from '.length, event)) return false;
  event.session ??= text.substring(at, end);
  return true;
}

/** Reads behind `SMTP connection lost after final dot `: nothing was answered, and the client will send again. */
export function readLostAfterDot(text: string, at: number, event: MailEvent): boolean {
  readServerFields(text, at, event);
  event.kind = 'lost';
  event.direction = 'inbound';
  event.stage = 'eod';
  return true;
}

/** Reads behind `unexpected disconnection while reading SMTP command from `. */
export function readUnexpectedEnd(text: string, at: number, event: MailEvent): boolean {
  readClient(text, at, event);
  event.kind = 'lost';
  event.direction = 'inbound';
  event.impliedCode = 421;
  return true;
}

/** Reads behind `SMTP command timeout on `: `TLS connection from (c) [203.0.113.200]:40465 I=[198.51.100.1]:465`. */
export function readCommandTimeout(text: string, at: number, event: MailEvent): boolean {
  const from = text.indexOf('connection from ', at);
  const end = from === -1 ? -1 : readClient(text, from + 'connection from '.length, event);
  if (end !== -1) readServerFields(text, end, event);
  event.kind = 'timeout';
  event.direction = 'inbound';
  event.impliedCode = 421;
  return true;
}

/** Reads behind `SMTP data timeout (message abandoned) on `. */
export function readDataTimeout(text: string, at: number, event: MailEvent): boolean {
  readCommandTimeout(text, at, event);
  event.stage = 'eod';
  return true;
}

/** Reads behind `no MAIL in SMTP connection from `: with A= the only trace of a login that sent no message. */
export function readNoMail(text: string, at: number, event: MailEvent): boolean {
  const end = readClient(text, at, event);
  if (end === -1) return false;
  event.kind = 'notice';
  event.direction = 'inbound';
  readServerFields(text, end, event);
  return true;
}

/** Reads behind `incomplete transaction `: `(RSET) from <x@example.com> for y@example.net z@example.net`. */
export function readIncomplete(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'notice';
  event.direction = 'inbound';
  const from = text.indexOf(' from <', at);
  const close = from === -1 ? -1 : angleEnd(text, from + ' from '.length);
  if (close === -1) return true;
  event.sender = text.substring(from + ' from <'.length, close);
  if (text.startsWith(' for ', close + 1))
    event.recipients = countAddresses(text, close + ' for '.length + 1);
  return true;
}
