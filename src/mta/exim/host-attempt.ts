// One host failed; another may be tried, or a final line will say the same again.
import type { MailEvent } from '../../model/event.ts';
import { COLON, LESS, SPACE } from './ascii.ts';
import { readServer } from './host-phrase.ts';
import { readRemoteTrouble } from './outcome.ts';
import { readRemoteError } from './remote-error.ts';
import { angleEnd } from './scan.ts';

/**
 * Reads the message at `at`, behind `H=HOST [IP]` whose host stands in the event as the client.
 *   : SMTP error from remote mail server after MAIL FROM:<…> SIZE=1934: 452 4.3.1 Out of memory/storage
 *    Connection refused
 *    TLS error on connection (recv): The TLS connection was non-properly terminated.
 */
export function readHostAttempt(text: string, at: number, event: MailEvent): void {
  event.relay = event.clientHost;
  event.relayIp = event.clientIp;
  event.clientHost = null;
  event.clientIp = null;
  event.session = null;
  readHostMessage(text, at, event);
}

/**
 * Reads a host line of Exim 4.84 and older, which names the host somewhere in its text.
 *   SMTP error from remote mail server after initial connection: host mx.example.com [192.0.2.50]: 421 4.3.2 …
 *   Remote host mx.example.com [192.0.2.50] closed connection in response to initial connection
 */
export function readOldHostAttempt(text: string, _at: number, event: MailEvent, start: number): boolean {
  readHostMessage(text, start, event);
  if (event.relayIp !== null) return true;
  const bracket = text.indexOf(' [', start);
  if (bracket !== -1) readServer(text, text.lastIndexOf(' ', bracket - 1) + 1, event);
  return true;
}

/** Reads `mx.example.com [192.0.2.50] Connection refused` of Exim 4.84 and older; false for any other text. */
export function readNamedHostAttempt(text: string, at: number, event: MailEvent): boolean {
  const blank = text.indexOf(' ', at);
  if (blank === -1 || !text.startsWith(' [', blank) || text.lastIndexOf('.', blank) <= at) return false;
  const end = readServer(text, at, event);
  if (end === -1 || text.charCodeAt(end) !== SPACE) return false;
  readHostMessage(text, end + 1, event);
  return true;
}

function readHostMessage(text: string, at: number, event: MailEvent): void {
  const start = text.charCodeAt(at) === COLON ? at + 2 : at;
  event.direction = 'outbound';
  if (text.startsWith('TLS ', start) || text.startsWith('DANE ', start)) {
    event.kind = 'tls';
    event.stage = 'starttls';
    event.replyText = text.substring(start);
    return;
  }
  event.kind = 'host-attempt';
  event.status = 'deferred';
  event.replyRole = 'announced';
  if (readRemoteError(text, start, text.length, event)) {
    readRefusedRecipient(text, start, event);
    event.replyText ??= text.substring(start);
    return;
  }
  event.replyText = text.substring(start);
  readRemoteTrouble(text, start, text.length, event);
}

/** The recipient of `after RCPT TO:<u11@example.com>: 451 …`: only that one goes to the next host. */
function readRefusedRecipient(text: string, at: number, event: MailEvent): void {
  if (event.stage !== 'rcpt') return;
  const open = text.indexOf('RCPT TO:<', at) + 'RCPT TO:'.length;
  const close = text.charCodeAt(open) === LESS ? angleEnd(text, open) : -1;
  if (close !== -1) event.recipient = text.substring(open + 1, close);
}
