// Warnings, errors and crashes of any Dovecot process.
import type { MailEvent } from '../../model/event.ts';
import type { Prefix } from './prefix.ts';
import { storageOfError } from './storage.ts';

/** Understands every line that has a level: its text is free. */
export function readTrouble(body: string, prefix: Prefix, event: MailEvent): boolean {
  if (prefix.severity === 'info') return false;
  const storage = storageOfError(body);
  if (storage !== null) {
    // "Mailbox INBOX: write(/srv/mail/dave/tmp/1773475200.M1P4301.mx1) failed: No space left on device"
    event.kind = 'storage';
    event.storage = storage;
    event.storageOurs = true;
    event.replyText = body;
  } else if (body.startsWith('Raw backtrace: ')) {
    event.kind = 'continuation';
  } else if (isAdministration(body)) {
    event.kind = 'admin';
  } else if (isQuotaTrouble(body, prefix)) {
    event.kind = 'notice';
  } else {
    event.kind = prefix.severity === 'warning' && !isShortage(body) ? 'notice' : 'error';
  }
  return true;
}

/** "Killed with signal 15 (by pid=1 uid=0 code=kill)", "SIGHUP received - reloading configuration" */
function isAdministration(body: string): boolean {
  for (const known of ADMINISTRATION) if (body.startsWith(known)) return true;
  return false;
}

const ADMINISTRATION = [
  'Killed with signal ',
  'SIGHUP received',
  'Sent SIGTERM to ',
  "Processes aren't dying",
];

/** The quota could not be looked up; the message is kept: "quota: Failed to check if … - saving mail anyway". */
function isQuotaTrouble(body: string, prefix: Prefix): boolean {
  if (body.endsWith(' - saving mail anyway') || body.endsWith(' - copying mail anyway')) return true;
  return (
    prefix.process === 'quota-status' ||
    body.startsWith('quota') ||
    body.startsWith('Failed to get quota resource')
  );
}

/** "service(imap-login): process_limit (100) reached, client connections are being dropped" */
function isShortage(body: string): boolean {
  return body.includes('_limit (') && body.includes(') reached');
}
