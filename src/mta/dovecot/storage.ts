// Full disks and mailboxes, by Dovecot's own words.
import type { StorageKind } from '../../model/event.ts';

/** Why a message could not be saved: the text behind "save failed to INBOX: ". */
export function storageOfSave(error: string): StorageKind | null {
  for (const [words, storage] of SAVE_ERRORS) if (error.includes(words)) return storage;
  return null;
}

/**
 * What an `Error: ` line says of the disk. The system's words come last in it: "write(/srv/mail/tmp/1773475200.M1)
 * failed: No space left on device"; in front of them stand names that users chose.
 */
export function storageOfError(error: string): StorageKind | null {
  if (endsWith(error, ': No space left on device')) return 'queue-disk';
  if (endsWith(error, ': Disk quota exceeded')) return 'mailbox-quota';
  if (endsWith(error, 'Quota exceeded (mailbox for user is full)')) return 'mailbox-quota';
  if (endsWith(error, 'Not enough disk quota')) return 'mailbox-quota';
  return null;
}

/** `quota_exceeded_message` may be any text; most administrators keep the word. */
const SAVE_ERRORS: readonly (readonly [string, StorageKind])[] = [
  ['Quota exceeded', 'mailbox-quota'],
  ['Not enough disk quota', 'mailbox-quota'],
  ['Too many messages in the mailbox', 'mailbox-quota'],
  ['Mail size is larger than the maximum size allowed', 'message-size'],
  ['No space left on device', 'queue-disk'],
  ['Disk quota exceeded', 'mailbox-quota'],
  ['quota exceeded', 'mailbox-quota'],
  ['over quota', 'mailbox-quota'],
  ['Over quota', 'mailbox-quota'],
  ['mailbox is full', 'mailbox-quota'],
  ['Mailbox is full', 'mailbox-quota'],
  ['ailbox full', 'mailbox-quota'],
];

/** At the end, or in front of a remark in brackets. */
function endsWith(text: string, words: string): boolean {
  const at = text.lastIndexOf(words);
  if (at === -1) return false;
  const end = at + words.length;
  return end === text.length || text.startsWith(' (', end) || text.startsWith(' [', end);
}
