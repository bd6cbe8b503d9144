// The fields between the recipient and the message of a delivery line: routing, the host, TLS, the confirmation.
import type { MailEvent } from '../../model/event.ts';
import { COLON, EQUALS, LESS, QUOTE, SPACE } from './ascii.ts';
import { remoteAuth } from './auth-facts.ts';
import { readServer } from './host-phrase.ts';
import { mechanismOf } from './mechanism.ts';
import { readReply } from './reply.ts';
import {
  angleEnd,
  cipherAt,
  fieldBegins,
  numberAt,
  quotedEnd,
  secondsAt,
  tokenEnd,
  valueEnd,
} from './scan.ts';

/** What the fields say beyond the event. */
export interface Routing {
  transport: string | null;
}

/**
 * Reads the fields from `at` on. Returns where they end: at the colon before the message, at a word that is no field
 * (`routing`, `defer (`), or at the end.
 */
export function readDeliveryFields(text: string, at: number, event: MailEvent, routing: Routing): number {
  let next = at;
  while (next < text.length && text.charCodeAt(next) !== COLON && fieldBegins(text, next)) {
    if (text.startsWith('defer (', next) || text.startsWith('routing', next)) return next;
    const end = readField(text, next, event, routing);
    // `T=remote_smtp: message`, `H=mx [ip]: message`; Exim 4.99 puts a blank in front of the colon.
    if (text.charCodeAt(end) === COLON) return end;
    if (text.charCodeAt(end - 1) === COLON && text.charCodeAt(end) === SPACE) return end - 1;
    next = end + 1;
  }
  return Math.min(next, text.length);
}

/** Reads the field at `at` and returns where it ends. */
function readField(text: string, at: number, event: MailEvent, routing: Routing): number {
  const equals = text.charCodeAt(at + 1) === EQUALS;
  switch (text.charAt(at)) {
    case 'H': // H=mx.example.com [192.0.2.50]:25*
      if (equals && event.relayIp === null) return serverEnd(text, at + 2, event);
      break;
    case 'T': // T=remote_smtp; names may hold blanks
      if (!equals) break;
      return transportEnd(text, at + 2, routing);
    case 'R': // R=dnslookup
      if (equals) return valueEnd(text, at + 2);
      break;
    case 'F': // F=<sender>
      if (equals && text.charCodeAt(at + 2) === LESS) return senderEnd(text, at + 2, event);
      break;
    case 'P': // P=<return path>
      if (equals && text.charCodeAt(at + 2) === LESS) return Math.max(angleEnd(text, at + 2), at) + 1;
      break;
    case 'S': // S=15544 (what was delivered), SRS=<…>
      if (equals) event.size = numberAt(text, at + 2);
      break;
    case 'C': // C="250 2.0.0 Ok: queued as 4F1aB2c3D4z9"
      if (equals && text.charCodeAt(at + 2) === QUOTE) return confirmationEnd(text, at + 2, event);
      break;
    case 'X': // X=TLS1.3:TLS_AES_256_GCM_SHA384:256*
      if (equals) event.tls = cipherAt(text, at + 2);
      break;
    case 'D': // DN="CN=mx.example.com", DT=1.2s (this delivery only)
      if (text.startsWith('DN="', at)) return quotedEnd(text, at + 3);
      break;
    case 'Q': // QT=1.578s: since the message arrived
      if (text.startsWith('QT=', at)) event.delay = secondsAt(text, at + 3);
      break;
    case 'A': // A=smarthost_login:relayuser: we logged in there
      if (equals) return remoteLoginEnd(text, at + 2, event);
  }
  return tokenEnd(text, at);
}

function serverEnd(text: string, at: number, event: MailEvent): number {
  const end = readServer(text, at, event);
  return end === -1 ? tokenEnd(text, at) : end;
}

function transportEnd(text: string, at: number, routing: Routing): number {
  const end = valueEnd(text, at);
  routing.transport = text.substring(at, end);
  return end;
}

function senderEnd(text: string, at: number, event: MailEvent): number {
  const close = angleEnd(text, at);
  if (close === -1) return tokenEnd(text, at);
  event.sender = text.substring(at + 1, close);
  return close + 1;
}

/** Inside the quotes a quote and the backslash-n between reply lines are escaped. */
function confirmationEnd(text: string, at: number, event: MailEvent): number {
  const end = quotedEnd(text, at);
  const close = text.charCodeAt(end - 1) === QUOTE && end - 1 > at ? end - 1 : end;
  if (!readReply(text, at + 1, close, event)) event.replyText = text.substring(at + 1, close);
  return end;
}

function remoteLoginEnd(text: string, at: number, event: MailEvent): number {
  const end = valueEnd(text, at);
  const colon = text.indexOf(':', at);
  const nameEnd = colon === -1 || colon > end ? end : colon;
  const username = nameEnd === end ? null : text.substring(nameEnd + 1, end);
  event.auth = remoteAuth(mechanismOf(text.substring(at, nameEnd)), username, 'success');
  // One login serves every message of the connection, and its 235 is not in the log.
  event.auth.counts = false;
  return end;
}
