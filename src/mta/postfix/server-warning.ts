// What smtp and lmtp warn of when they talk to other servers.
import type { MailEvent } from '../../model/event.ts';
import { readServer } from './peer.ts';
import { readQueueId } from './queued.ts';
import { readReply } from './reply.ts';
import { replyTail, stageInReply } from './stage.ts';

export function readServerWarning(event: MailEvent, text: string, start: number): boolean {
  const at = readQueueId(event, text, start);
  if (!readHost(event, text, at) && !readServerLine(event, text, at) && !readNames(event, text, at))
    return false;
  event.direction = 'outbound';
  return true;
}

function readHost(event: MailEvent, text: string, at: number): boolean {
  if (!text.startsWith('host ', at)) return false;
  const end = readServer(event, text, at + 'host '.length);
  if (end === -1) return false;
  // "host mx.example.com[203.0.113.25]:25 said: 502 5.5.1 Error: … (in reply to XFORWARD name/address command)"
  if (text.startsWith(' said: ', end)) {
    const tail = replyTail(text, end, text.length);
    if (!readReply(event, text, end + ' said: '.length, tail === -1 ? text.length : tail)) return false;
    event.kind = 'protocol';
    event.stage = stageInReply(text, end, text.length);
    return true;
  }
  // "host mx.example.com[203.0.113.25]:25 greeted me with my own hostname mx1.example.org"
  event.kind = 'notice';
  return text.startsWith(' greeted me with my own hostname', end) || text.startsWith(' replied to ', end);
}

function readServerLine(event: MailEvent, text: string, at: number): boolean {
  // "4jYCds0P4Tz9ry4: non-ESMTP response from mx.example.com[203.0.113.25]:25: …"
  if (text.startsWith('non-ESMTP response from ', at)) {
    readServer(event, text, at + 'non-ESMTP response from '.length);
    event.kind = 'protocol';
    return true;
  }
  // "mx.example.com[203.0.113.25]:25: response longer than 2048: 250-xxxx..."
  const long = text.indexOf(': response longer than ', at);
  const empty = text.indexOf(' offered null AUTH mechanism list', at);
  if (long === -1 && empty === -1) return false;
  if (readServer(event, text, at) !== (long === -1 ? empty : long)) return false;
  event.kind = 'protocol';
  return true;
}

function readNames(event: MailEvent, text: string, at: number): boolean {
  for (const phrase of NAME_TROUBLE) {
    if (!text.startsWith(phrase, at)) continue;
    event.kind = 'dns';
    return true;
  }
  return false;
}

const NAME_TROUBLE = [
  // "no MX host for nomail.example has a valid address record"
  'no MX host for ',
  'Unable to look up MX host ',
  'Unable to look up ',
  'Name service error for ',
  'numeric domain name in resource data of MX record',
  'malformed domain name in resource data of MX record',
  'numeric hostname: ',
  'valid_hostname: ',
];
