// Lines that are about our own disk by themselves: no reply is printed in them.
import type { MailEvent } from '../../model/event.ts';
import { integerAt } from './number.ts';

/** Warnings of any daemon; `at` stands behind the severity and the queue id. */
export function readStorageWarning(event: MailEvent, text: string, at: number): boolean {
  // "not enough free space in mail queue: 45056000 bytes < 1.5*message size limit": beside its "452 4.3.1", same pid
  if (text.startsWith(NO_FREE_SPACE, at)) {
    fillDisk(event);
    event.freeBytes = integerAt(text, at + NO_FREE_SPACE.length);
    event.storageCounts = false;
    return true;
  }
  // "4jYCW5002Mz9rvy: queue file size limit exceeded"
  if (text.startsWith('queue file size limit exceeded', at)) {
    fillSize(event);
    event.status = 'rejected';
    event.impliedCode = 552;
    return true;
  }
  // "4jYCW5002Mz9rvy: write queue file: No space left on device"; the client gets "451 4.3.0 queue file write error"
  if (text.startsWith('write queue file: ', at)) {
    if (isFull(text)) fillDisk(event);
    else event.kind = 'error';
    event.status = 'temp-rejected';
    event.impliedCode = 451;
    return true;
  }
  // "mail_queue_enter: create file incoming/452001.1411: No space left on device": no reply at all; also when the
  // inodes are used up
  return readFullDisk(event, text);
}

/** A write of any kind that found the disk full: a lookup table, a cache, a queue file. */
export function readFullDisk(event: MailEvent, text: string): boolean {
  if (!isFull(text)) return false;
  fillDisk(event);
  return true;
}

/** What sendmail(1) says to a local sender: "dave(1000): message file too big", "dave(1000): queue file write error". */
export function readSubmissionFailure(event: MailEvent, text: string): boolean {
  if (text.endsWith(': message file too big') || text.endsWith(': File too large')) fillSize(event);
  else if (text.endsWith(': queue file write error')) fillDisk(event);
  else return readFullDisk(event, text);
  return true;
}

const NO_FREE_SPACE = 'not enough free space in mail queue: ';

function isFull(text: string): boolean {
  return text.endsWith(': No space left on device') || text.endsWith(': Disk quota exceeded');
}

function fillDisk(event: MailEvent): void {
  event.kind = 'storage';
  event.storage = 'queue-disk';
  event.storageOurs = true;
}

function fillSize(event: MailEvent): void {
  event.kind = 'storage';
  event.storage = 'message-size';
  event.storageOurs = true;
}
