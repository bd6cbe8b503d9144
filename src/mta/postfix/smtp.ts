// smtp and lmtp: our side of the dialogue with other servers.
import type { MailEvent } from '../../model/event.ts';
import { unquotedFrom } from './address.ts';
import { readDelivery } from './delivery.ts';
import { readDialogue } from './dialogue.ts';
import { readHostAttempt } from './host-attempt.ts';
import type { LineParser } from './line-parser.ts';
import { readServer } from './peer.ts';
import { readQueueId } from './queued.ts';
import { readReply, replyCodeAt } from './reply.ts';
import { readServerWarning } from './server-warning.ts';
import { readTlsEstablished, readTlsTrouble } from './tls.ts';

export const readSmtp: LineParser = (event, text, start, sessions) => {
  if (start > 0) return readServerWarning(event, text, start);
  const at = readQueueId(event, text, start);
  event.direction = 'outbound';
  if (readDelivery(event, text, at)) return true;
  const first = text.charCodeAt(at);
  if (first === LESS || first === MORE) return readDialogue(event, text, sessions);
  if (
    readRemark(event, text, at) ||
    readHostAttempt(event, text, at) ||
    readTlsEstablished(event, text, at) ||
    readTlsTrouble(event, text, at) ||
    readReplacedReply(event, text, at) ||
    readDelegation(event, text, at)
  ) {
    return true;
  }
  event.direction = null;
  return false;
};

const LESS = 60;
const MORE = 62;

/** "mx.example.com[203.0.113.25]:25: replacing server reply "550 5.7.1 blocked" with "450 4.7.1 blocked"" */
function readReplacedReply(event: MailEvent, text: string, at: number): boolean {
  const phrase = text.indexOf(': replacing server reply "', at);
  if (phrase === -1 || readServer(event, text, at) !== phrase) return false;
  const reply = text.lastIndexOf('" with "') + '" with "'.length;
  const end = text.endsWith('"') ? text.length - 1 : text.length;
  if (replyCodeAt(text, reply, end) === 0) return false;
  readReply(event, text, reply, end);
  event.kind = 'notice';
  // The delivery line will have the new reply.
  event.replyRole = 'repeated';
  return true;
}

/** "4jYCds0P4Tz9ry4: passing <u57@example.org> to transport=local" */
function readDelegation(event: MailEvent, text: string, at: number): boolean {
  if (!text.startsWith('passing <', at)) return false;
  const addressAt = at + 'passing <'.length;
  const end = text.indexOf('> to transport=', unquotedFrom(text, addressAt));
  if (end === -1) return false;
  event.kind = 'notice';
  event.direction = 'local';
  event.recipient = text.substring(addressAt, end);
  return true;
}

function readRemark(event: MailEvent, text: string, at: number): boolean {
  for (const phrase of REMARKS) {
    if (!text.startsWith(phrase, at)) continue;
    event.kind = 'notice';
    const server = text.lastIndexOf(' for ');
    if (phrase.startsWith('enabling PIX') && server !== -1) readServer(event, text, server + ' for '.length);
    return true;
  }
  if (text.startsWith('host ', at) && text.indexOf(' offers SMTPUTF8 support, but not 8BITMIME', at) !== -1) {
    event.kind = 'notice';
    readServer(event, text, at + 'host '.length);
    return true;
  }
  return false;
}

const REMARKS = [
  // "enabling PIX workarounds: disable_esmtp delay_dotcrlf for mx.example.com[203.0.113.25]:25"
  'enabling PIX workarounds: ',
  'breaking line > ',
  'discarding EHLO keywords: ',
  'server supports ',
  'not all TLSA ',
];
