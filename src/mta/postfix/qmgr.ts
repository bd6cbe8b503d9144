// qmgr (and oqmgr, nqmgr): the queue. `Q: from=<S>, size=B, nrcpt=N (queue active)` and `Q: removed` frame a message.
import type { MailEvent } from '../../model/event.ts';
import { unquotedFrom } from './address.ts';
import type { LineParser } from './line-parser.ts';
import { integerAt } from './number.ts';
import { readQueueId } from './queued.ts';

export const readQmgr: LineParser = (event, text, start) => {
  if (start > 0) return readTrouble(event, text, start);
  const at = readQueueId(event, text, start);
  if (at === start) return false;
  if (text.startsWith('from=', at)) return readSender(event, text, at + 'from='.length);
  // "4jYCBt2wTjz9rvQ: removed"
  if (text.length === at + 'removed'.length && text.startsWith('removed', at)) {
    event.kind = 'completed';
    event.status = 'completed';
    return true;
  }
  // "4jYCs00VdCz9s0c: skipped, still being delivered"
  if (text.startsWith('skipped, ', at)) {
    event.kind = 'notice';
    return true;
  }
  // "4jYCs50ZKWz9s0j: status=deferred (bounce failed)"
  if (text.startsWith('status=deferred (', at)) {
    event.kind = 'error';
    event.status = 'deferred';
    return true;
  }
  return false;
};

const LESS = 60;

function readSender(event: MailEvent, text: string, at: number): boolean {
  // Web panels drop the brackets.
  const bracketed = text.charCodeAt(at) === LESS;
  const mark = bracketed ? '>, ' : ', ';
  const first = bracketed ? unquotedFrom(text, at + 1) : at;
  for (let end = text.indexOf(mark, first); end !== -1; end = text.indexOf(mark, end + 1)) {
    const next = end + mark.length;
    // "from=<alice@example.net>, size=4521, nrcpt=2 (queue active)"
    if (text.startsWith('size=', next)) {
      event.kind = 'queued';
      event.size = integerAt(text, next + 'size='.length);
      const count = text.indexOf(', nrcpt=', next);
      if (count !== -1) event.recipients = integerAt(text, count + ', nrcpt='.length);
    } else if (text.startsWith('status=expired', next)) {
      // "from=<a@example.com>, status=expired, returned to sender"
      event.kind = 'expired';
      event.status = 'expired';
    } else if (text.startsWith('status=force-expired', next)) {
      event.kind = 'expired';
      event.status = 'force-expired';
    } else {
      continue;
    }
    event.sender = text.substring(bracketed ? at + 1 : at, end);
    return true;
  }
  return false;
}

function readTrouble(event: MailEvent, text: string, at: number): boolean {
  for (const phrase of CONGESTION) {
    if (!text.startsWith(phrase, at)) continue;
    event.kind = 'notice';
    return true;
  }
  for (const phrase of FAILURES) {
    if (!text.startsWith(phrase, at)) continue;
    event.kind = 'error';
    return true;
  }
  return false;
}

const CONGESTION = [
  // "mail for [127.0.0.1]:10024 is using up 4001 of 5352 active queue entries"
  'mail for ',
  // "lots of deferred mail, that is bad for performance"
  'lots of deferred mail',
  'you may need to increase the main.cf ',
  'you may need to reduce ',
  'please avoid flushing the whole queue',
  'this may slow down ',
];

const FAILURES = [
  // "transport smtp failure -- see a previous warning/fatal/panic logfile record for the problem description"
  'transport ',
  // "saving corrupt file "4521F334AB" from queue "active" to queue "corrupt""
  'saving corrupt file ',
  'connect to transport ',
  'qmgr_',
];
