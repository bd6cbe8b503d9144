// postdrop and sendmail: what programs on this host were told when they wanted to send mail.
import type { LineParser } from './line-parser.ts';
import { readStorageWarning, readSubmissionFailure } from './storage.ts';

export const readSubmitter: LineParser = (event, text, start) => {
  // "warning: mail_queue_enter: create file maildrop/334552.1412: No space left on device",
  // "warning: uid=1000: File too large", "fatal: dave(1000): queue file write error"
  if (start === 0) return false;
  if (readStorageWarning(event, text, start) || readSubmissionFailure(event, text)) return true;
  event.kind = 'error';
  return text.startsWith('uid=', start) || text.startsWith('mail_queue_enter: ', start);
};
