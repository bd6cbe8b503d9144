// pickup: mail that local programs submitted. The smallest line parser; a new daemon can start as a copy of it.
import type { MailEvent } from '../../model/event.ts';
import { addressEnd } from './address.ts';
import type { LineParser } from './line-parser.ts';
import { readQueueId } from './queued.ts';

export const readPickup: LineParser = (event, text, start) => {
  event.direction = 'local';
  const at = readQueueId(event, text, start);
  return start === 0 ? readSubmission(event, text, at) : readWarning(event, text, at);
};

/** "4jYCrt0QBRz9s0V: uid=1000 from=<dave>", "4jYCrw0RgMz9s0X: uid=0 from=<root@mx1.example.org> orig_id=0F3A21B4C5" */
function readSubmission(event: MailEvent, text: string, at: number): boolean {
  const from = text.indexOf(' from=<', at);
  if (!text.startsWith('uid=', at) || from === -1) return false;
  const senderAt = from + ' from=<'.length;
  const senderEnd = addressEnd(text, senderAt);
  if (senderEnd === -1) return false;
  event.kind = 'arrival';
  event.sender = text.substring(senderAt, senderEnd);
  if (text.startsWith(ORIGINAL, senderEnd)) {
    // postsuper -r: the same message under a new id
    event.relatedId = text.substring(senderEnd + ORIGINAL.length);
    event.relation = 'requeued-from';
  }
  return true;
}

const ORIGINAL = '> orig_id=';

/** "warning: 4jYCrt0QBRz9s0V: message has been queued for 3 days" */
function readWarning(event: MailEvent, text: string, at: number): boolean {
  if (!text.startsWith('message has been queued for ', at)) return false;
  event.kind = 'notice';
  return true;
}
