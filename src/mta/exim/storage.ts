// Our own disks: the spool, the log and the messages in reception.
import type { MailEvent } from '../../model/event.ts';
import { DASH } from './ascii.ts';
import { readClient } from './host-phrase.ts';
import { numberAt } from './scan.ts';

/**
 * Reads behind `spool directory space check failed: ` or `log directory …`: `space=5120 inodes=98765`. The client was told
 * `452 Space shortage, please try later` at MAIL, which is never in the log. Space is in KiB; -1 is not known.
 */
export function readSpaceCheck(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'storage';
  event.severity = 'error';
  event.direction = 'inbound';
  event.stage = 'mail';
  event.status = 'temp-rejected';
  event.impliedCode = 452;
  const space = readAmount(text, 'space=', at);
  const inodes = readAmount(text, 'inodes=', at);
  if (space !== null) event.freeBytes = space * 1024;
  // Which limit failed is not said: the amount that is smaller, measured by its default, is the one.
  const spaceShare = space === null ? Infinity : space / DEFAULT_SPACE;
  const inodeShare = inodes === null ? Infinity : inodes / DEFAULT_INODES;
  event.storage = inodeShare < spaceShare ? 'inode' : 'queue-disk';
  event.storageOurs = true;
  return true;
}

/**
 * Reads behind `Message abandoned: ` or at `Spool write error: `: a write failed while a message was coming in.
 *   Spool write error (No space left on device) while receiving message from mail.example.org [192.0.2.10]
 *   spool file write error while receiving from (mx) [192.0.2.11]: No space left on device
 */
export function readAbandonedMessage(text: string, at: number, event: MailEvent, start: number): boolean {
  const from = text.indexOf(' from ', at);
  if (from !== -1) readClient(text, from + ' from '.length, event);
  return readSpoolWriteError(text, at, event, start);
}

/** `Spool write error: Disk quota exceeded` */
export function readSpoolWriteError(text: string, _at: number, event: MailEvent, start: number): boolean {
  markTrouble(text, start, event);
  event.direction = 'inbound';
  event.stage = 'eod';
  event.status = 'temp-rejected';
  event.impliedCode = 451;
  return true;
}

/** `Failed to create spool file PATH: No space left on device`: the process ends with 421. */
export function readFailedSpoolFile(text: string, _at: number, event: MailEvent, start: number): boolean {
  markTrouble(text, start, event);
  event.severity = 'panic';
  event.direction = 'inbound';
  event.stage = 'data';
  event.status = 'temp-rejected';
  event.impliedCode = 421;
  return true;
}

/** Any other trouble with files: storage when the system says that the disk is full. */
export function readFileTrouble(text: string, _at: number, event: MailEvent, start: number): boolean {
  markTrouble(text, start, event);
  event.severity = 'panic';
  return true;
}

function markTrouble(text: string, start: number, event: MailEvent): void {
  event.severity = 'error';
  event.replyText = text.substring(start);
  event.kind = 'error';
  if (!FULL.test(event.replyText)) return;
  event.kind = 'storage';
  event.storage = 'queue-disk';
  event.storageOurs = true;
}

function readAmount(text: string, name: string, at: number): number | null {
  const found = text.indexOf(name, at);
  if (found === -1 || text.charCodeAt(found + name.length) === DASH) return null;
  return numberAt(text, found + name.length);
}

/** check_spool_space = 10M (in KiB) and check_spool_inodes = 100. */
const DEFAULT_SPACE = 10_240;
const DEFAULT_INODES = 100;
const FULL = /no space left on device|dis[ck] quota exceeded|quota exceeded/i;
