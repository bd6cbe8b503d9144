import type { AuthOutcome, MailEvent, StorageKind } from '../model/event.ts';
import type { Classification, Reason } from '../model/reason.ts';
import type { Classifier } from './classifier.ts';

/**
 * The classification of an event, or null when the line is about no reply and no outcome. What was said decides; where
 * nothing is printed, the verdict that the line stands for.
 */
export function eventMeaning(event: MailEvent, classifier: Classifier): Classification | null {
  const { replyCode, replyText, impliedCode, auth, status } = event;
  if (replyCode !== null) return classifier.classify(replyCode, event.enhancedCode, replyText ?? '');
  if (auth !== null) {
    const verdict = BY_AUTH_OUTCOME[auth.outcome];
    if (verdict !== null) return verdict;
  }
  if (status === 'sent' || status === 'deliverable') return DELIVERED;
  if (status === 'expired' || status === 'force-expired') return EXPIRED;
  if (replyText !== null && replyText !== '') {
    return classifier.classify(impliedCode, event.enhancedCode ?? event.dsn, replyText);
  }
  if (impliedCode !== null) return classifier.classify(impliedCode, event.enhancedCode, '');
  return event.storage === null ? null : BY_STORAGE[event.storage];
}

function byLine(reason: Reason): Classification {
  return { replyCode: null, enhancedCode: null, reason, rule: `event:${reason}`, provider: null };
}

const DELIVERED = byLine('accepted');
const EXPIRED = byLine('expired');

/** Null: such a line is a step, and its reply, if it prints one, is classified like any other. */
const BY_AUTH_OUTCOME: Readonly<Record<AuthOutcome, Classification | null>> = {
  success: byLine('auth-ok'),
  failure: byLine('auth-failed'),
  tempfail: byLine('auth-temp'),
  aborted: byLine('auth-failed'),
  refused: byLine('auth-mechanism'),
  challenge: byLine('auth-challenge'),
  command: null,
  session: null,
};

const BY_STORAGE: Readonly<Record<StorageKind, Classification>> = {
  'queue-disk': byLine('storage-system-full'),
  inode: byLine('storage-system-full'),
  'remote-system': byLine('storage-system-full'),
  'mailbox-quota': byLine('storage-mailbox-full'),
  'message-size': byLine('message-too-big'),
};
