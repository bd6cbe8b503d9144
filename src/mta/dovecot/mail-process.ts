// imap, pop3, managesieve and the other processes that work in a mailbox: how a session ended, and remarks.
import type { MailEvent } from '../../model/event.ts';
import type { Prefix } from './prefix.ts';

/** "Disconnected: Logged out in=312 out=4811 deleted=0 expunged=0 trashed=0 hdr_count=2 hdr_bytes=811 …" */
export function readMailProcess(body: string, prefix: Prefix, event: MailEvent): boolean {
  event.account = prefix.user;
  if (prefix.severity !== 'info') return false;
  for (const end of ENDS) {
    if (body.startsWith(end)) {
      event.kind = 'disconnect';
      return true;
    }
  }
  // "expunge: box=INBOX, uid=1234, msgid=<m@example.com>, size=4711" (mail_log plugin), "Indexed 3 messages in INBOX":
  // what users do in their mailboxes is not transport.
  event.kind = 'notice';
  return true;
}

const ENDS = [
  'Disconnected',
  'Logged out',
  'Connection closed',
  'Server shutting down',
  'Remote closed connection',
];
