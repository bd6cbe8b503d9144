// Failed logins at our server. The lines print a reason but never the reply: 535, 454 or 501 is implied.
import type { AuthOutcome, MailEvent } from '../../model/event.ts';
import { isChallenge, typicalChallenges, USERNAME_CHALLENGE } from './challenges.ts';
import { authFacts } from './login.ts';
import { readClient } from './peer.ts';

/** `unknown[198.51.100.30]: SASL LOGIN authentication failed: (reason unavailable), sasl_username=admin`, or `… aborted`. */
export function readAuthFailure(event: MailEvent, text: string, start: number): boolean {
  const peerEnd = readClient(event, text, start);
  if (peerEnd === -1 || !text.startsWith(': SASL ', peerEnd)) return false;
  const mechanismAt = peerEnd + ': SASL '.length;
  const mechanismEnd = text.indexOf(' authentication ', mechanismAt);
  if (mechanismEnd === -1) return false;
  const mechanism = text.substring(mechanismAt, mechanismEnd).toUpperCase();
  const verdictAt = mechanismEnd + ' authentication '.length;
  if (text.startsWith('aborted', verdictAt)) return readAborted(event, mechanism);
  if (!text.startsWith('failed', verdictAt)) return false;
  const reasonAt = Math.min(verdictAt + 'failed: '.length, text.length);
  // The name comes last and is the client's own; what is left of the first mark is the server's.
  const nameAt = text.indexOf(', sasl_username=', reasonAt);
  const reason = text.substring(reasonAt, nameAt === -1 ? text.length : nameAt);
  const username = nameAt === -1 ? null : knownName(text.substring(nameAt + ', sasl_username='.length));
  return readVerdict(event, mechanism, reason, username);
}

function readAborted(event: MailEvent, mechanism: string): boolean {
  event.kind = 'auth';
  event.stage = 'auth';
  event.status = 'rejected';
  event.impliedCode = 501;
  event.auth = authFacts(event, mechanism, null, 'aborted');
  event.auth.challengesMin = 1;
  event.auth.challengesTypical = 1;
  return true;
}

function readVerdict(event: MailEvent, mechanism: string, reason: string, username: string | null): boolean {
  const outcome = outcomeOf(reason);
  event.kind = 'auth';
  event.stage = 'auth';
  event.impliedCode = outcome === 'tempfail' ? 454 : 535;
  event.status = outcome === 'tempfail' ? 'temp-rejected' : 'rejected';
  event.account = username;
  event.auth = authFacts(event, mechanism, username, outcome);
  if (isChallenge(reason)) {
    event.auth.challengesMin = 1;
    event.auth.challengesTypical =
      reason === USERNAME_CHALLENGE ? 1 : Math.max(1, typicalChallenges(mechanism, outcome));
    return true;
  }
  if (reason !== '') event.replyText = reason;
  if (reason.startsWith('Invalid base64 data in initial response')) return true;
  if (reason.startsWith('Invalid base64 data in continued response')) {
    event.auth.challengesMin = 1;
    event.auth.challengesTypical = 1;
  } else if (outcome !== 'refused') {
    event.auth.challengesTypical = typicalChallenges(mechanism, outcome);
  }
  return true;
}

function outcomeOf(reason: string): AuthOutcome {
  for (const text of OUTAGES) if (reason.startsWith(text)) return 'tempfail';
  for (const text of REFUSALS) if (reason.startsWith(text)) return 'refused';
  return 'failure';
}

/** The verifier did not answer: Dovecot is gone, or Cyrus SASL cannot reach its own. Postfix answers 454. */
const OUTAGES = [
  'Connection lost to authentication server',
  "Can't connect to authentication server",
  'generic failure',
  'remote authentication server unavailable',
  'transient failure (e.g., weak key)',
  'no memory available',
];

/** Nobody looked at the credentials. */
const REFUSALS = [
  'Invalid authentication mechanism',
  'no mechanism available',
  'mechanism too weak for this user',
  'encryption needed to use mechanism',
];

function knownName(name: string): string | null {
  return name === '(unavailable)' || name === '' ? null : name;
}
