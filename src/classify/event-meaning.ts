import type { AuthOutcome, EventKind, MailEvent, Stage, StorageKind } from '../model/event.ts';
import type { Classification, Family, Reason } from '../model/reason.ts';
import { REASON_FACTS } from '../knowledge/reasons/index.ts';
import type { Classifier } from './classifier.ts';

/**
 * The classification of an event, or null when the line is about no reply and no outcome. What was said decides; where
 * nothing is printed, what the line stands for.
 */
export function eventMeaning(event: MailEvent, classifier: Classifier): Classification | null {
  const { replyCode, replyText, impliedCode, status } = event;
  if (replyCode !== null)
    return replyMeaning(event, classifier.classify(replyCode, event.enhancedCode, replyText ?? ''));
  if (event.kind === 'auth' && event.auth !== null) {
    const verdict = BY_AUTH_OUTCOME[event.auth.outcome];
    if (verdict !== null) return verdict;
  }
  if (status === 'sent' || status === 'deliverable') return DELIVERED;
  if (status === 'expired' || status === 'force-expired') return EXPIRED;
  if (replyText !== null && replyText !== '') {
    return replyMeaning(event, classifier.classify(impliedCode, event.enhancedCode ?? event.dsn, replyText));
  }
  if (event.storage !== null) return BY_STORAGE[event.storage];
  return impliedCode === null
    ? null
    : unspokenMeaning(event, classifier.classify(impliedCode, event.enhancedCode, ''));
}

/** What the words left open, the line may know: the command that was answered, or that the message failed all the same. */
function replyMeaning(event: MailEvent, found: Classification): Classification {
  const { replyCode, status, stage } = event;
  if (replyCode !== null && replyCode < 400) {
    return status === 'bounced' || status === 'deferred' ? byLine('protocol-error') : found;
  }
  if (
    event.kind === 'auth' &&
    event.auth !== null &&
    !AUTH_FAMILIES.includes(REASON_FACTS[found.reason].family)
  ) {
    return BY_AUTH_OUTCOME[event.auth.outcome] ?? found;
  }
  const atStage = stage !== null && RECIPIENT_DEFAULTS.includes(found.rule) ? BY_STAGE[stage] : undefined;
  return atStage ?? found;
}

/** A reply that was sent but not logged. */
function unspokenMeaning(event: MailEvent, found: Classification): Classification {
  if (event.kind === 'rate-limit' && event.auth !== null) return TOO_MANY_LOGINS;
  return BY_KIND[event.kind] ?? replyMeaning(event, found);
}

function byLine(reason: Reason): Classification {
  return { replyCode: null, enhancedCode: null, reason, rule: `event:${reason}`, provider: null };
}

const DELIVERED = byLine('accepted');
const EXPIRED = byLine('expired');
const TOO_MANY_LOGINS = byLine('auth-temp');

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

/** The families that an answer to AUTH can have. */
const AUTH_FAMILIES: readonly Family[] = ['auth', 'tls', 'message', 'flow', 'infrastructure'];

const BY_STORAGE: Readonly<Record<StorageKind, Classification>> = {
  'queue-disk': byLine('storage-system-full'),
  inode: byLine('storage-system-full'),
  'remote-system': byLine('storage-system-full'),
  'mailbox-quota': byLine('storage-mailbox-full'),
  'message-size': byLine('message-too-big'),
};

const BY_KIND: Readonly<Partial<Record<EventKind, Classification>>> = {
  timeout: byLine('network'),
  lost: byLine('network'),
  'rate-limit': byLine('rate-limited'),
  protocol: byLine('protocol-error'),
  tls: byLine('tls-failed'),
};

/** A bare 550 or 553 is about the recipient only where a recipient was named. */
const RECIPIENT_DEFAULTS: readonly string[] = ['reply:550', 'reply:553'];

const BY_STAGE: Readonly<Partial<Record<Stage, Classification>>> = {
  connect: byLine('policy'),
  helo: byLine('client-identity'),
  mail: byLine('sender-rejected'),
  data: byLine('policy'),
  bdat: byLine('policy'),
  eod: byLine('policy'),
};
