// What became of a message that Dovecot delivers: lmtp, lda and their Sieve scripts.
import type { MailEvent } from '../../model/event.ts';
import { storageOfSave } from './storage.ts';

/**
 * "msgid=<m1@example.com>: saved mail to INBOX", "sieve: msgid=<m2@example.com>: stored mail into mailbox 'Junk'".
 * `overLmtp`: an MTA waits for a reply that Dovecot does not log; the MTA's own line has it.
 */
export function readDelivery(body: string, overLmtp: boolean, event: MailEvent): boolean {
  if (isMailboxRemark(body)) {
    event.kind = 'notice';
    return event.severity === 'info';
  }
  const id = body.indexOf('msgid=');
  if (id === -1) return readSieveRemark(body, event);
  const result = resultStart(body, id);
  if (result === -1) return readOtherAction(body, id, event);
  event.messageId = messageId(body, id + 'msgid='.length, result - 2);
  if (overLmtp) {
    event.direction = 'inbound';
    event.stage = 'eod';
    event.replyRole = 'repeated';
  } else {
    event.direction = 'local';
  }
  event.kind = 'delivery';
  readResult(body.substring(result), overLmtp, event);
  return true;
}

/**
 * Where the result begins. The Message-ID in front is the sender's text and can imitate one:
 * "msgid=<x: save failed to INBOX: Quota exceeded>: saved mail to INBOX". The last one is Dovecot's.
 */
function resultStart(body: string, from: number): number {
  for (let at = body.lastIndexOf(': '); at > from; at = body.lastIndexOf(': ', at - 1)) {
    if (isResult(body, at + 2)) return at + 2;
  }
  return -1;
}

function isResult(body: string, at: number): boolean {
  for (const words of RESULTS) if (body.startsWith(words, at)) return true;
  return false;
}

const SAVED = 'saved mail to ';
const STORED = 'stored mail into mailbox ';
const SAVE_FAILED = 'save failed to ';
const OPEN_FAILED = 'save failed to open mailbox ';
const STORE_FAILED = 'failed to store into mailbox ';
const REJECTED = 'rejected: ';
const REJECTION_SENT = 'sent rejection message to ';
const REJECTED_FROM = 'rejected message from ';
const VACATION = 'sent vacation response to ';
const DISCARDED = 'discarded';

/** A result that begins otherwise is told by `readOtherAction`. */
const RESULTS = [
  SAVED,
  STORED,
  SAVE_FAILED,
  STORE_FAILED,
  REJECTED,
  'forwarded to ',
  'redirected to ',
  'left message in mailbox ',
  'marked message to be discarded',
  'discarded message',
  REJECTION_SENT,
  REJECTED_FROM,
  VACATION,
];

function readResult(result: string, overLmtp: boolean, event: MailEvent): void {
  event.replyText = result;
  if (result.startsWith(OPEN_FAILED)) {
    // "save failed to open mailbox Lists/dev: Mailbox doesn't exist: Lists/dev": INBOX is tried next.
    event.kind = 'host-attempt';
    event.replyText = errorOf(result);
  } else if (result.startsWith(SAVE_FAILED) || result.startsWith(STORE_FAILED)) {
    readFailure(errorOf(result), overLmtp, event);
  } else if (result.startsWith(REJECTED)) {
    readRejected(result.substring(REJECTED.length), overLmtp, event);
  } else if (result.startsWith(REJECTED_FROM)) {
    event.status = 'rejected';
    if (overLmtp) event.impliedCode = 552;
  } else if (result.startsWith(VACATION) || result.startsWith(REJECTION_SENT)) {
    event.kind = 'notification';
    event.stage = null;
  } else {
    event.status = result.includes(DISCARDED) && !result.startsWith(STORED) ? 'discarded' : 'sent';
    if (overLmtp) event.impliedCode = 250;
  }
}

/** "INBOX: Quota exceeded (mailbox for user is full)" */
function readFailure(error: string, overLmtp: boolean, event: MailEvent): void {
  event.replyText = error;
  event.storage = storageOfSave(error);
  if (event.storage !== null) {
    event.storageOurs = true;
    // Over LMTP the MTA logs the reply with these words: its line is the one to count.
    event.storageCounts = !overLmtp;
  }
  // 552 5.2.2, or 452 4.2.2 with `quota_full_tempfail`: the line does not tell which.
  if (!overLmtp || event.storage === 'mailbox-quota') return;
  event.impliedCode = 451;
  event.status = 'temp-rejected';
}

/** "rejected: Quota exceeded (mailbox for user is full)": the bounce after a "save failed" line of the same message. */
function readRejected(error: string, overLmtp: boolean, event: MailEvent): void {
  event.replyText = error;
  event.status = 'rejected';
  event.storage = storageOfSave(error);
  if (event.storage !== null) {
    event.storageOurs = true;
    event.storageCounts = false;
  } else if (overLmtp) {
    event.impliedCode = 552;
  }
}

/** The text behind the mailbox name: "save failed to INBOX: ERROR", "failed to store into mailbox 'INBOX': ERROR". */
function errorOf(result: string): string {
  const colon = result.indexOf(': ');
  return colon === -1 ? result : result.substring(colon + 2);
}

/** "sieve: msgid=<m@example.com>: pipe action: piped message to program `x'", "… discarded vacation reply to <>" */
function readOtherAction(body: string, id: number, event: MailEvent): boolean {
  const end = body.lastIndexOf('>: ');
  if (end > id) event.messageId = messageId(body, id + 'msgid='.length, end + 1);
  return readSieveRemark(body, event);
}

function readSieveRemark(body: string, event: MailEvent): boolean {
  if (!body.startsWith('sieve: ') || event.severity !== 'info') return false;
  event.kind = 'notice';
  return true;
}

/** "save: box=INBOX, uid=12, msgid=<m@example.com>, size=4711", of the mail_log plugin. */
function isMailboxRemark(body: string): boolean {
  const box = body.indexOf('box=');
  return box > 0 && box < LONGEST_REMARK && /^[a-z_ ]+(?:from [^:]*)?: box=/.test(body);
}

const LONGEST_REMARK = 120;

/** `<m1@example.com>`, `unspecified` or nothing; other elements of `deliver_log_format` may follow. */
function messageId(body: string, start: number, end: number): string | null {
  if (body.charCodeAt(start) !== LESS) {
    const id = body.substring(start, end);
    return id === '' || id === 'unspecified' ? null : id;
  }
  const next = body.indexOf('>, ', start);
  const close = next !== -1 && next < end ? next : body.lastIndexOf('>', end);
  return close > start + 1 ? body.substring(start + 1, close) : null;
}

const LESS = 60;
