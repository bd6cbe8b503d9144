// The fields of a line about a client: `H=… X=… CV=… SNI=… F=<sender> A=name:user`, in any number.
import type { MailEvent } from '../../model/event.ts';
import { COLON, EQUALS, LESS, QUOTE, SPACE } from './ascii.ts';
import { isBehindPeer, readClient } from './host-phrase.ts';
import { readLogin } from './login-field.ts';
import { angleEnd, cipherAt, fieldBegins, quotedEnd, tokenEnd } from './scan.ts';

/** Reads the fields at `at`, or behind the blank there. Returns where the first word that is no field begins, or the `: `. */
export function readServerFields(text: string, at: number, event: MailEvent): number {
  let next = at;
  if (isField(text, next)) next = readField(text, next, event);
  while (text.charCodeAt(next) === SPACE && isField(text, next + 1)) next = readField(text, next + 1, event);
  return text.charCodeAt(next) === SPACE ? next + 1 : next;
}

function isField(text: string, at: number): boolean {
  if (text.charCodeAt(at) === COLON) return false;
  if (text.startsWith('from <', at) || text.startsWith('for ', at) || text.startsWith('defer (', at))
    return false;
  return fieldBegins(text, at) && !text.startsWith('routing', at);
}

/** Reads the field at `at` and returns the blank or the end behind it. */
function readField(text: string, at: number, event: MailEvent): number {
  const equals = text.charCodeAt(at + 1) === EQUALS;
  switch (text.charAt(at)) {
    case 'H': // H=client.example.com (helo) [198.51.100.77]:51112
      if (equals && event.clientIp === null) return Math.max(readClient(text, at + 2, event), at + 2);
      break;
    case 'F': // F=<x@example.com>; local_scan() leaves the brackets out
      if (equals) return senderEnd(text, at + 2, event);
      break;
    case 'A': // A=plain_server:x@example.com
      if (equals) return loginEnd(text, at + 2, event);
      break;
    case 'X': // X=TLS1.3:TLS_AES_256_GCM_SHA384:256
      if (equals) event.tls = cipherAt(text, at + 2);
      break;
    case 'D': // DN="CN=client.example.com"
      if (text.startsWith('DN="', at)) return quotedEnd(text, at + 3);
      break;
    case 'S': // SNI=mx.example.net, quoted before 4.95
      if (text.startsWith('SNI="', at)) return quotedEnd(text, at + 4);
      break;
    case 'T': // T="subject"
      if (equals && text.charCodeAt(at + 2) === QUOTE) return quotedEnd(text, at + 2);
      break;
    case 'U': // U=ident text
      if (equals) return wordsEnd(text, at);
      break;
    case 'C': // Ci=7326
      if (text.startsWith('Ci=', at)) event.session ??= text.substring(at, tokenEnd(text, at));
  }
  return tokenEnd(text, at);
}

function senderEnd(text: string, at: number, event: MailEvent): number {
  if (text.charCodeAt(at) !== LESS) {
    const end = tokenEnd(text, at);
    event.sender = text.substring(at, end);
    return end;
  }
  const close = angleEnd(text, at);
  if (close === -1) return tokenEnd(text, at);
  event.sender = text.substring(at + 1, close);
  return close + 1;
}

function loginEnd(text: string, at: number, event: MailEvent): number {
  const end = wordsEnd(text, at);
  readLogin(text, at, end, event);
  return end;
}

/** User names and idents may hold blanks: a field, or Exim's words for what happened, ends them. */
function wordsEnd(text: string, at: number): number {
  for (let blank = text.indexOf(' ', at); blank !== -1; blank = text.indexOf(' ', blank + 1)) {
    if (text.charCodeAt(blank - 1) === COLON) return blank - 1;
    if (isBehindPeer(text, blank)) return blank;
  }
  return text.length;
}
