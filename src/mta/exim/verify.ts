// The extra line of a failed sender or recipient verification; the reject line after it carries the outcome.
import type { MailEvent } from '../../model/event.ts';
import { LESS } from './ascii.ts';
import { readServer } from './host-phrase.ts';
import { readRemoteError } from './remote-error.ts';
import { readReply } from './reply.ts';
import { angleEnd } from './scan.ts';
import { stageOfCommand } from './stage.ts';

/**
 * Reads behind `sender verify ` or `recipient verify `. A code in it was said by a third server, in a callout of ours.
 *   fail for <x@example.com>: Unrouteable address
 *   defer for <x@example.com>: Could not complete sender verify callout: mx.example.com [192.0.2.50] : SMTP error from … : 452 4.2.2 mailbox full
 *   fail for <x@example.com>: 192.0.2.61 [192.0.2.61] : response to "RCPT TO:<x@example.com>" was: 550 5.1.1 user
 */
export function readVerifyFailure(text: string, at: number, event: MailEvent): boolean {
  const open = text.indexOf(' for <', at) + ' for '.length;
  const close = text.charCodeAt(open) === LESS ? angleEnd(text, open) : -1;
  if (close === -1) return false;
  event.kind = 'verify';
  event.direction = 'inbound';
  const address = text.substring(open + 1, close);
  if (text.startsWith('sender', at - 'sender verify '.length)) event.sender = address;
  else event.recipient = address;
  const reason = text.startsWith(': ', close + 1) ? close + 3 : close + 1;
  if (readResponse(text, reason, event) || readRemoteError(text, reason, text.length, event)) {
    event.direction = 'outbound';
    readCalledHost(text, reason, event);
  }
  event.replyText ??= text.substring(reason);
  return true;
}

/** `response to "RCPT TO:<c@example.net>" was: 550-unknown\n550 5.1.1 user` */
function readResponse(text: string, at: number, event: MailEvent): boolean {
  const quoted = text.indexOf('response to "', at);
  const was = quoted === -1 ? -1 : text.indexOf('" was: ', quoted);
  if (was === -1) return false;
  event.stage = stageOfCommand(text, quoted + 'response to "'.length);
  return readReply(text, was + '" was: '.length, text.length, event);
}

/** `mx.example.com [192.0.2.50] : ` stands before the words of the transport. */
function readCalledHost(text: string, at: number, event: MailEvent): void {
  const separator = text.indexOf('] : ', at);
  const bracket = separator === -1 ? -1 : text.lastIndexOf(' [', separator);
  if (bracket > at) readServer(text, text.lastIndexOf(' ', bracket - 1) + 1, event);
}
