// rspamd: one line per message that it looked at.
import type { MailEvent } from '../../model/event.ts';
import { queueIdOrNull } from './queue-id.ts';
import { numberAfter, textBetween, wordAfter } from './text-between.ts';

/**
 * "<3f2a1b>; proxy; rspamd_task_write_log: id: <m@example.com>, qid: <4jYDch3CGkz9s24>, ip: 192.0.2.30, user: carol,
 * from: <a@example.com>, (default: F (no action): [1.20/15.00] […]), len: 4520, …, rcpts: <bob@example.org>, …"
 */
export function readRspamd(event: MailEvent, text: string): boolean {
  const mark = text.indexOf('rspamd_task_write_log: id: <');
  if (mark === -1) return false;
  // The Message-ID is the sender's text: the address that rspamd saw stands behind its end.
  const ip = text.lastIndexOf(', ip: ');
  if (ip < mark) return true;
  const queue = text.lastIndexOf('>, qid: <', ip);
  const idStart = mark + 'rspamd_task_write_log: id: <'.length;
  const idEnd = queue === -1 ? text.lastIndexOf('>', ip) : queue;
  if (idEnd > idStart && !text.startsWith('undef>', idStart))
    event.messageId = text.substring(idStart, idEnd);
  if (queue !== -1) {
    const id = textBetween(text, '<', '>', queue + '>, qid: '.length);
    event.queueId = id === null ? null : queueIdOrNull(id);
  }
  event.clientIp = wordAfter(text, ', ip: ', ip);
  const scores = text.indexOf(', (', ip);
  const user = text.indexOf(', user: ', ip);
  if (user !== -1 && (scores === -1 || user < scores)) event.account = wordAfter(text, ', user: ', ip);
  event.sender = textBetween(text, ', from: <', '>', ip);
  const size = text.lastIndexOf('), len: ');
  if (size !== -1) event.size = numberAfter(text, ', len: ', size);
  event.recipient = firstRecipient(text, size);
  return true;
}

function firstRecipient(text: string, from: number): string | null {
  const recipients = textBetween(text, ', rcpts: <', '>', Math.max(from, 0));
  if (recipients === null) return null;
  const comma = recipients.indexOf(',');
  return comma === -1 ? recipients : recipients.substring(0, comma);
}
