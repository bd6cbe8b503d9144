// Agents that deliver without an SMTP dialogue: local, virtual, pipe, error (also as retry), discard.
import type { MailEvent } from '../../model/event.ts';
import { readDelivery } from './delivery.ts';
import type { LineParser } from './line-parser.ts';
import { readQueueId } from './queued.ts';
import { readFullDisk } from './storage.ts';

export const readLocal: LineParser = (event, text, start) => {
  event.direction = 'local';
  const at = readQueueId(event, text, start);
  return start === 0 ? readDelivery(event, text, at) : readWarning(event, text, at);
};

function readWarning(event: MailEvent, text: string, at: number): boolean {
  for (const phrase of PHRASES) {
    if (!text.startsWith(phrase, at)) continue;
    event.kind = 'error';
    // The delivery line of the same message tells of the full disk too.
    if (readFullDisk(event, text)) event.storageCounts = false;
    return true;
  }
  return false;
}

const PHRASES = [
  // "maildir access problem for UID/GID=1001/1001: create maildir file /home/joe/…: Permission denied"
  'maildir access problem for UID/GID=',
  'perhaps you need to create the maildirs in advance',
  'mailbox ',
  'cannot find alias database owner',
  'cannot get process ',
  'specify "strict_mailbox_ownership = no"',
  'pipe_command_write: ',
  'unable to lock ',
  'recipient delimiter ',
  'error looking up passwd info for ',
  'timeout',
];
