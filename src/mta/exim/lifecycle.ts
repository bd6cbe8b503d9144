// What happens to a message on the queue between its arrival and its end.
import type { MailEvent } from '../../model/event.ts';
import { readRecipient } from './recipient.ts';
import { angleEnd, secondsAt } from './scan.ts';

/** Reads behind `Completed`, alone or with ` QT=2s`. It says nothing of success. */
export function readCompleted(text: string, at: number, event: MailEvent): boolean {
  if (at < text.length && !text.startsWith(' QT=', at)) return false;
  event.kind = 'completed';
  event.status = 'completed';
  if (at < text.length) event.delay = secondsAt(text, at + ' QT='.length);
  return true;
}

/** `Frozen`, `Frozen (delivery error message)`, `frozen by ACL` */
export function readFrozen(_text: string, _at: number, event: MailEvent): boolean {
  event.kind = 'hold';
  event.status = 'frozen';
  return true;
}

/** `Unfrozen by auto-thaw`, `unfrozen by admin` */
export function readUnfrozen(_text: string, _at: number, event: MailEvent): boolean {
  event.kind = 'release';
  return true;
}

/** `Message is frozen`: skipped once more by a queue run. */
export function readStillFrozen(_text: string, _at: number, event: MailEvent): boolean {
  event.kind = 'notice';
  event.status = 'frozen';
  return true;
}

/** `removed by admin` */
export function readRemoved(_text: string, _at: number, event: MailEvent): boolean {
  event.kind = 'discard';
  event.status = 'discarded';
  return true;
}

/** `Delivery deferred by system filter` */
export function readDeferredByFilter(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'notice';
  event.status = 'deferred';
  event.replyText = text.substring(at);
  return true;
}

/**
 * Reads behind `PRDR R=`, the answer for one recipient after the data: `<bob@example.net> temporary refusal`.
 */
export function readRecipientResponse(text: string, at: number, event: MailEvent): boolean {
  const close = angleEnd(text, at);
  if (close === -1) return false;
  event.recipient = text.substring(at + 1, close);
  event.direction = 'inbound';
  event.stage = 'eod';
  event.replyText = text.substring(close + 2);
  event.kind = 'reject';
  if (event.replyText.startsWith('temporary refusal')) {
    event.impliedCode = 450;
    event.status = 'temp-rejected';
  } else if (event.replyText.startsWith('refusal')) {
    event.impliedCode = 550;
    event.status = 'rejected';
  } else {
    event.kind = 'notice';
    event.impliedCode = 250;
    event.status = 'accepted';
  }
  return true;
}

/** `w21@example.net <team@example.net>: error ignored`: a failure that nobody is told of. False for any other text. */
export function readIgnoredError(text: string, at: number, event: MailEvent): boolean {
  if (!text.includes(': error ignored', at)) return false;
  const end = readRecipient(text, at, event);
  if (!text.startsWith(': error ignored', end)) {
    event.recipient = null;
    event.originalRecipient = null;
    return false;
  }
  event.kind = 'discard';
  event.direction = 'local';
  event.status = 'discarded';
  event.replyText = text.substring(end + 2);
  return true;
}
