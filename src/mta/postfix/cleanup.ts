// cleanup: what is written to the queue. Message-IDs, header and body checks, verdicts of milters at end of message.
import type { MailEvent } from '../../model/event.ts';
import { readAction } from './action.ts';
import { readHeaderCheck } from './header-checks.ts';
import type { LineParser } from './line-parser.ts';
import { readQueueId } from './queued.ts';
import { readStorageWarning } from './storage.ts';

export const readCleanup: LineParser = (event, text, start) => {
  const at = readQueueId(event, text, start);
  if (start > 0) return readStorageWarning(event, text, at) || readRefusal(event, text, at);
  if (at === start) return false;
  if (text.startsWith('message-id=', at)) return readMessageId(event, text, at + 'message-id='.length);
  if (text.startsWith('resent-message-id=', at))
    return readMessageId(event, text, at + 'resent-message-id='.length);
  // "4jYCW5002Mz9rvy: removed (canceled)" (3.10 and later): the client did not finish, or a milter discarded it
  if (text.startsWith('removed (', at)) {
    event.kind = text.startsWith('discard', at + 'removed ('.length) ? 'discard' : 'canceled';
    return true;
  }
  if (readHeaderCheck(event, text, at)) return true;
  // "milter-reject: END-OF-MESSAGE from mail.example.com[192.0.2.30]: 4.7.1 Try again later; from=<…> to=<…> …"
  if (!readAction(event, text, at)) return false;
  event.direction = 'inbound';
  return true;
};

const LESS = 60;

/** "message-id=<20261123171102.1@mail-a.example.net>"; whatever the header had, also nothing or no brackets */
function readMessageId(event: MailEvent, text: string, at: number): boolean {
  event.kind = 'message-id';
  const end = text.charCodeAt(at) === LESS ? text.indexOf('>', at) : -1;
  event.messageId = end === -1 ? text.substring(at) : text.substring(at + 1, end);
  return true;
}

function readRefusal(event: MailEvent, text: string, at: number): boolean {
  // "warning: 4jYCsG0hzgz9s0t: message rejected: hopcount exceeded"
  if (text.startsWith('message rejected: hopcount exceeded', at)) {
    event.kind = 'reject';
    event.status = 'rejected';
    event.impliedCode = 554;
    event.stage = 'eod';
    event.replyText = text.substring(at);
    return true;
  }
  // "warning: mail_stream_cleanup: close error"
  if (!text.startsWith('mail_stream_', at)) return false;
  event.kind = 'error';
  return true;
}
