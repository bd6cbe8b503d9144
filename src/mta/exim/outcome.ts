// What the message at the end of a `**` or `==` line means: a remote's reply, the network, or our own trouble.
import type { MailEvent } from '../../model/event.ts';
import { remoteAuth } from './auth-facts.ts';
import { readFailedStep, readRemoteError } from './remote-error.ts';

/**
 * Reads the message between `at` and `end`.
 * @param errno the number in `defer (N)`.
 * @param systemText the system's words for it, printed before the fields.
 */
export function readOutcome(
  text: string,
  at: number,
  end: number,
  event: MailEvent,
  transport: string | null,
  errno: number | null,
  systemText: string = '',
): void {
  if (readRemoteError(text, at, end, event)) {
    event.direction = 'outbound';
    event.replyText ??= text.substring(at, end);
    // LMTP answers once per recipient behind the data; the smtp transport names DATA then.
    if (event.stage === 'data' && errno !== DATA_DEFERRED && text.startsWith('LMTP', at)) event.stage = 'eod';
    // The host line before it, or another recipient's line, tells of the same login.
    if (event.auth !== null) event.auth.counts = false;
    return;
  }
  const message = at < end ? text.substring(at, end) : '';
  event.replyText = systemText === '' ? message : message === '' ? systemText : `${systemText}: ${message}`;
  event.direction = directionOf(event, transport, errno);
  if (event.direction === 'outbound') readRemoteTrouble(text, at, end, event);
  readOwnLimit(event, errno);
}

/** The last word after a series of deferrals. */
export function isExpiry(message: string | null): boolean {
  if (message === null) return false;
  return (
    message === 'retry timeout exceeded' ||
    (message.startsWith('all hosts ') && message.includes('failing for a long time'))
  );
}

/** Put off without a try. The numbers of these moved between versions, the words did not. */
export function isNotTried(message: string | null): boolean {
  return message !== null && NOT_TRIED.some((words) => message.startsWith(words));
}

/** Stage of the dialogue in which a host failed without a reply. */
export function readRemoteTrouble(text: string, at: number, end: number, event: MailEvent): void {
  const message = event.replyText ?? '';
  if (readFailedStep(text, at, end, event)) return;
  if (NO_CONNECTION.some((words) => message.startsWith(words))) event.stage = 'connect';
  else if (TLS_TROUBLE.some((words) => message.startsWith(words))) event.stage = 'starttls';
  else if (message.startsWith('authentication required')) {
    event.stage = 'auth';
    // The `authenticator failed H=` line before it counts, if a login was tried at all.
    event.auth = remoteAuth(null, null, message.includes('did not advertise') ? 'refused' : 'failure');
    event.auth.counts = false;
  }
}

function directionOf(
  event: MailEvent,
  transport: string | null,
  errno: number | null,
): MailEvent['direction'] {
  if (event.relayIp !== null) return 'outbound';
  if (transport === null || errno === NO_TRANSPORT) return null;
  const message = event.replyText ?? '';
  if (REMOTE_NAME.test(transport) || REMOTE_WORDS.some((words) => message.startsWith(words)))
    return 'outbound';
  return 'local';
}

/** Our own disks, quotas and limits, which no server speaks about. */
function readOwnLimit(event: MailEvent, errno: number | null): void {
  const message = event.replyText ?? '';
  if (errno === QUOTA_EXCEEDED || (errno !== null && errno > 0 && QUOTA_WORDS.test(message))) {
    event.storage = 'mailbox-quota';
  } else if (errno === NO_SPACE) {
    event.storage = 'queue-disk';
  } else if (message.startsWith('message is too big (transport limit')) {
    event.storage = 'message-size';
  } else {
    return;
  }
  event.storageOurs = true;
}

const DATA_DEFERRED = -46;
const NO_TRANSPORT = -30;
const QUOTA_EXCEEDED = -22;
/** ENOSPC has this number everywhere; EDQUOT differs, but its words begin alike. */
const NO_SPACE = 28;
const QUOTA_WORDS = /^dis[ck] quota exceeded/i;
/** Transports have names that the administrator chose; these hold for the usual ones. */
const REMOTE_NAME = /[sl]mtp|remote|smarthost/i;
const NO_CONNECTION: readonly string[] = [
  'Connection refused',
  'Connection timed out',
  'Operation timed out',
  'No route to host',
  'Host is ',
  'Network is ',
];
const TLS_TROUBLE: readonly string[] = ['a TLS session is required', 'TLS session', 'TLS error', 'DANE '];
const REMOTE_WORDS: readonly string[] = [
  ...NO_CONNECTION,
  ...TLS_TROUBLE,
  'Connection ',
  'SMTP ',
  'Remote host ',
  'Malformed SMTP ',
  'authentication required',
  'all hosts ',
  'retry time not reached for any host',
];
const NOT_TRIED: readonly string[] = [
  'retry time not reached',
  'Retry time not yet reached',
  'domain is held',
  'domain is in queue_domains',
  'concurrency limit reached',
  'SMTP delivery explicitly queued',
];
