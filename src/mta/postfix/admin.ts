// master, postfix-script and the other commands of the administrator.
import type { MailEvent } from '../../model/event.ts';
import type { LineParser } from './line-parser.ts';
import { readQueueId } from './queued.ts';

export const readMaster: LineParser = (event, text, start) => {
  for (const phrase of start === 0 ? MASTER : MASTER_TROUBLE) {
    if (!text.startsWith(phrase, start)) continue;
    event.kind = start === 0 ? 'admin' : 'error';
    return true;
  }
  // "warning: /usr/lib/postfix/sbin/smtpd: bad command startup -- throttling"
  if (start === 0 || !text.endsWith(' -- throttling')) return false;
  event.kind = 'error';
  return true;
};

const MASTER = [
  // "daemon started -- version 3.10.4, configuration /etc/postfix"
  'daemon started -- ',
  // "reload -- version 3.10.4, configuration /etc/postfix"
  'reload -- ',
  // "terminating on signal 15"
  'terminating on signal ',
  'unusable ',
];

const MASTER_TROUBLE = [
  // "service "smtp" (25) has reached its process limit "100": new clients may experience noticeable delays"
  'service "',
  'to avoid this condition, ',
  'to reduce the process count, ',
  // "process /usr/lib/postfix/sbin/smtpd pid 1310 exit status 1"
  'process ',
  'unix_trigger_event: ',
  'ignoring ',
  'master_wakeup_timer_event: ',
];

/** Every line of these programs is what an administrator did, or is told. */
export const readScript: LineParser = (event, _text, start) => {
  // "starting the Postfix mail system"
  event.kind = start === 0 ? 'admin' : 'error';
  return true;
};

export const readPostsuper: LineParser = (event, text, start) => {
  if (start > 0) return false;
  const at = readQueueId(event, text, start);
  return at === start ? readSummary(event, text) : readQueueAction(event, text, at);
};

function readQueueAction(event: MailEvent, text: string, at: number): boolean {
  switch (text.substring(at)) {
    // "4jYCs60b3zz9s0k: removed"
    case 'removed':
      event.kind = 'discard';
      return true;
    case 'placed on hold':
      event.kind = 'hold';
      return true;
    case 'released from hold':
      event.kind = 'release';
      return true;
    case 'requeued':
      event.kind = 'requeue';
      return true;
    // The queue manager will say so again when it returns the message.
    case 'expired':
      event.kind = 'admin';
      return true;
    default:
      return false;
  }
}

/** "Deleted: 452 messages", "Renamed to match inode number: 1 message" */
function readSummary(event: MailEvent, text: string): boolean {
  if (!/: \d+ messages?$/.test(text)) return false;
  event.kind = 'admin';
  return true;
}
