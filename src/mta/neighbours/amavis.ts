// amavis, the content filter: its result line ties the queue id before it to the one after it.
import type { MailEvent } from '../../model/event.ts';
import { queueIdOrNull } from './queue-id.ts';
import { numberAfter, textBetween, wordAfter } from './text-between.ts';

/**
 * "(00805-01) Passed CLEAN {RelayedInbound}, [192.0.2.30]:45210 [192.0.2.30] <a@example.com> -> <bob@example.org>,
 * Queue-ID: 4jYDch3CGkz9s24, Message-ID: <x@example.com>, mail_id: aBcD, Hits: -1.9, size: 4520, queued_as: 4jYDcj3p18z9s25, 452 ms"
 */
export function readAmavis(event: MailEvent, text: string): boolean {
  const start = text.indexOf(') ') + 2;
  if (!text.startsWith('(') || start === 1) return false;
  if (text.startsWith('...', start)) {
    event.kind = 'continuation';
    return true;
  }
  if (!text.startsWith('Passed ', start) && !text.startsWith('Blocked ', start)) return false;
  const arrow = text.indexOf('> -> <', start);
  if (arrow === -1) return true;
  readClient(event, text, start, arrow);
  event.sender = text.substring(text.indexOf(' <', start) + 2, arrow);
  const recipients = arrow + '> -> <'.length;
  event.recipient = text.substring(recipients, text.indexOf('>', recipients));
  event.queueId = idAfter(text, ', Queue-ID: ', recipients);
  event.messageId = textBetween(text, ', Message-ID: <', '>, mail_id: ', recipients);
  // The Message-ID is the sender's text; what follows it is looked for from the end.
  event.size = numberAfter(text, ', size: ', text.lastIndexOf(', size: '));
  const queuedAs = text.lastIndexOf(', queued_as: ');
  if (queuedAs > recipients) {
    event.relatedId = idAfter(text, ', queued_as: ', queuedAs);
    if (event.relatedId !== null) event.relation = 'queued-as';
  }
  return true;
}

/** "[192.0.2.30]:45210 " in front of the sender; missing for mail that did not come over SMTP. */
function readClient(event: MailEvent, text: string, start: number, end: number): void {
  const open = text.indexOf(' [', start);
  if (open === -1 || open > end) return;
  const close = text.indexOf(']', open);
  const address = text.substring(open + 2, close);
  event.clientIp = address.startsWith('IPv6:') ? address.substring('IPv6:'.length) : address;
}

/** "queued_as: 4jYDcj3p18z9s25/4jYDcj3p18z9s26" names one per recipient group; the first is taken. */
function idAfter(text: string, name: string, from: number): string | null {
  const word = wordAfter(text, name, from);
  if (word === null) return null;
  const slash = word.indexOf('/');
  return queueIdOrNull(slash === -1 ? word : word.substring(0, slash));
}
