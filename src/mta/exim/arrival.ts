// The line of a message taken over: `<= SENDER FIELDS`. Old and new versions order the fields differently.
import type { MailEvent } from '../../model/event.ts';
import { EQUALS, LESS, QUOTE } from './ascii.ts';
import { readClient } from './host-phrase.ts';
import { readLogin } from './login-field.ts';
import { messageIdLength } from './message-id.ts';
import {
  addressEnd,
  angleEnd,
  cipherAt,
  countAddresses,
  numberAt,
  quotedEnd,
  tokenEnd,
  valueEnd,
} from './scan.ts';

/**
 * Reads behind `<= `.
 *   alice@example.org H=mail.example.org [192.0.2.10] P=esmtps X=TLS1.3:… CV=no S=2743 id=m1@example.org
 *   <> R=1w1Juv-000000001Dz-0W7E U=Debian-exim P=local S=3501
 */
export function readArrival(text: string, at: number, event: MailEvent): boolean {
  const end = addressEnd(text, at);
  if (end === at) return false;
  event.kind = 'arrival';
  event.status = 'accepted';
  event.sender = end === at + 2 && text.charCodeAt(at) === LESS ? '' : text.substring(at, end);
  event.direction = 'local';
  for (let next = end + 1; next < text.length;) next = readField(text, next, event);
  if (isDialogue(event)) {
    event.stage = 'eod';
    event.impliedCode = 250;
  }
  return true;
}

/**
 * Reads behind `(= `: taken over, but `control = fakereject` or `fakedefer` told the client 550 or 450. The log does not
 * say which; fakereject is the usual one.
 */
export function readFakeReject(text: string, at: number, event: MailEvent): boolean {
  if (!readArrival(text, at, event)) return false;
  if (event.impliedCode !== null) event.impliedCode = 550;
  return true;
}

/** The fields have told whether SMTP was spoken. */
function isDialogue(event: MailEvent): boolean {
  return event.direction === 'inbound';
}

/** Reads the field at `at` and returns where the next one begins. */
function readField(text: string, at: number, event: MailEvent): number {
  const equals = text.charCodeAt(at + 1) === EQUALS;
  switch (text.charAt(at)) {
    case 'H': // H=host.example.org (laptop) [203.0.113.7]:41234
      if (equals && event.direction === 'local') return clientEnd(text, at + 2, event);
      break;
    case 'P': // P=esmtpsa
      if (equals) readProtocol(text, at + 2, event);
      break;
    case 'S': // S=2743, SNI="mx.example.net" (quoted before 4.95)
      if (equals) event.size = numberAt(text, at + 2);
      else if (text.startsWith('SNI="', at)) return quotedEnd(text, at + 4) + 1;
      break;
    case 'X': // X=TLS1.3:TLS_AES_256_GCM_SHA384:256*
      if (equals) event.tls = cipherAt(text, at + 2);
      break;
    case 'A': // A=plain_server:carol@example.org:mail-auth
      if (equals) return readAuth(text, at + 2, event);
      break;
    case 'D': // DN="CN=gw.example.org,O=Example \"Org\""
      if (text.startsWith('DN="', at)) return quotedEnd(text, at + 3) + 1;
      break;
    case 'T': // T="subject"
      if (equals && text.charCodeAt(at + 2) === QUOTE) return quotedEnd(text, at + 2) + 1;
      break;
    case 'U': // U=ident text
      if (equals) return identEnd(text, at + 2);
      break;
    case 'R': // R=1w1Juv-000000001Dz-0W7E: the message that this bounce is about
      if (equals) readReference(text, at + 2, event);
      break;
    case 'C': // Ci=4711
      if (text.startsWith('Ci=', at)) event.session ??= text.substring(at, tokenEnd(text, at));
      break;
    case 'i': // id=m1@example.org; id*= when Exim made it up
      readMessageId(text, at, event);
      break;
    case 'f': // from <sender before rewriting>, for RECIPIENT RECIPIENT
      if (text.startsWith('for ', at)) {
        event.recipients = countAddresses(text, at + 4);
        return text.length;
      }
      if (text.startsWith('from <', at)) return Math.max(angleEnd(text, at + 5), at) + 2;
  }
  return tokenEnd(text, at) + 1;
}

function clientEnd(text: string, at: number, event: MailEvent): number {
  event.direction = 'inbound';
  const end = readClient(text, at, event);
  return end === -1 ? tokenEnd(text, at) + 1 : end + 1;
}

/** `local-smtp`, `local-esmtp`: SMTP on standard input. There is a dialogue, but no host. */
function readProtocol(text: string, at: number, event: MailEvent): void {
  if (text.startsWith('local-smtp', at) || text.startsWith('local-esmtp', at)) event.direction = 'inbound';
}

function readAuth(text: string, at: number, event: MailEvent): number {
  const end = valueEnd(text, at);
  readLogin(text, at, end, event);
  return end + 1;
}

/**
 * `U=` is the local user, or whatever the client's machine answered to RFC 1413: the last ` P=` with a known protocol
 * ends it, unless that stands in the subject.
 */
function identEnd(text: string, at: number): number {
  const subject = text.indexOf(' T="', at);
  const limit = subject === -1 ? text.length : subject;
  let end = -1;
  for (
    let found = text.indexOf(' P=', at);
    found !== -1 && found < limit;
    found = text.indexOf(' P=', found + 1)
  ) {
    if (end === -1 || PROTOCOL.test(text.substring(found + 3, tokenEnd(text, found + 3)))) end = found;
  }
  return (end === -1 ? tokenEnd(text, at) : end) + 1;
}

function readReference(text: string, at: number, event: MailEvent): void {
  const end = tokenEnd(text, at);
  if (messageIdLength(text, at) !== end - at) return;
  event.relatedId = text.substring(at, end);
  event.relation = 'bounce-of';
}

function readMessageId(text: string, at: number, event: MailEvent): void {
  if (text.startsWith('id=', at)) event.messageId = text.substring(at + 3, tokenEnd(text, at));
  else if (text.startsWith('id*=', at)) event.messageId = text.substring(at + 4, tokenEnd(text, at));
}

const PROTOCOL = /^(?:utf8)?(?:e?s?smtps?a?|local(?:-e?smtp|-bsmtp)?)$/;
