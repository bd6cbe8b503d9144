// The auth process and its workers. By default they log trouble only; with `auth_verbose` also every failed login, once
// per database that was asked.
import type { MailEvent } from '../../model/event.ts';
import {
  type Credentials,
  emptyCredentials,
  isMechanism,
  readDatabaseCredentials,
  readPrefixCredentials,
} from './auth-credentials.ts';
import { type AuthVerdict, troubleOf, verdictOf } from './auth-outcome.ts';
import { authFacts, setOpenChallenge } from './challenges.ts';
import type { LmtpClients } from './lmtp-clients.ts';
import type { Prefix } from './prefix.ts';

export function readAuth(body: string, prefix: Prefix, event: MailEvent, lmtpClients: LmtpClients): boolean {
  const start = textStart(body);
  const text = start === 0 ? body : body.substring(start);
  if (prefix.user !== null && prefix.user.includes(',')) {
    // 2.4: "auth(bob@example.org,203.0.113.120,sasl:plain)<xA1sW2dE>: passwd-file: Password mismatch"
    readPrefixCredentials(prefix.user, prefix.session, credentials);
    const colon = text.indexOf(': ');
    const verdict = verdictOf(text) ?? (colon === -1 ? null : verdictOf(text.substring(colon + 2)));
    return readVerdict(verdict, text, prefix, event);
  }
  // "passwd-file(alice@example.org,203.0.113.66,<Tt5RrEeWwQq90aaa>): Password mismatch"
  if (readDatabaseCredentials(text, credentials)) {
    const words = text.substring(credentials.end);
    if (words === 'unknown user' && credentials.session === null && lmtpClients.has(credentials.clientIp)) {
      return readRecipientLookup(event);
    }
    return readVerdict(verdictOf(words) ?? mistakeOf(credentials, prefix), words, prefix, event);
  }
  return readWorkerAbort(text, event);
}

const credentials: Credentials = emptyCredentials();

/**
 * "conn unix:auth-worker (pid=801,uid=998): auth-worker<17>: sql(dave@example.org,198.51.100.9): …",
 * 2.4 "request [7]: sql: …".
 */
function textStart(body: string): number {
  if (body.startsWith('conn unix:')) {
    const worker = body.indexOf(': auth-worker<');
    const end = worker === -1 ? -1 : body.indexOf('>: ', worker);
    return end === -1 ? 0 : end + 3;
  }
  if (body.startsWith('request [')) {
    const end = body.indexOf(']: ');
    return end === -1 ? 0 : end + 3;
  }
  return 0;
}

/** "plain(?,203.0.113.9): invalid input": mechanisms speak up only when a client breaks their rules. */
function mistakeOf(found: Credentials, prefix: Prefix): AuthVerdict | null {
  if (prefix.severity !== 'info' || found.database === null || found.clientIp === null) return null;
  return isMechanism(found.database) ? 'failure' : null;
}

/**
 * "passwd-file(postmaster@example.net,192.0.2.25): unknown user" when 192.0.2.25 delivers over LMTP: a recipient was
 * looked up, and the words are the same. The MTA's log has the 550.
 */
function readRecipientLookup(event: MailEvent): boolean {
  event.kind = 'verify';
  event.clientIp = credentials.clientIp;
  event.recipient = credentials.username;
  return true;
}

function readVerdict(known: AuthVerdict | null, text: string, prefix: Prefix, event: MailEvent): boolean {
  event.clientIp = credentials.clientIp;
  event.session = credentials.session;
  const verdict = prefix.severity === 'info' || known !== null ? known : verdictOfTrouble(text, prefix);
  if (verdict === null) {
    // "mysql(localhost): Connected to database mail" is no login at all.
    if (credentials.clientIp !== null) return false;
    event.kind = 'notice';
    return true;
  }
  if (verdict === 'note') {
    event.kind = prefix.severity === 'error' ? 'error' : 'notice';
    return true;
  }
  event.kind = 'auth';
  const facts = authFacts(credentials.mechanism, credentials.username, verdict, credentials.clientIp);
  if (verdict === 'aborted') setOpenChallenge(facts);
  // Someone else has the line to count: the login process of the session, or the MTA that asked. An MTA's clients have
  // no session id here.
  facts.counts = false;
  // Not the end of it: the next database has the last word.
  if (text.includes(' - trying the next passdb')) facts.attempts = 0;
  event.auth = facts;
  return true;
}

function verdictOfTrouble(text: string, prefix: Prefix): AuthVerdict {
  return prefix.severity === 'error' ? troubleOf(text) : 'note';
}

/** "auth worker: Aborted PASSV request for alice@example.org: Lookup timed out" */
function readWorkerAbort(text: string, event: MailEvent): boolean {
  const at = text.indexOf('Aborted PASSV request for ');
  if (at === -1) return false;
  const start = at + 'Aborted PASSV request for '.length;
  const end = text.indexOf(': ', start);
  event.kind = 'auth';
  event.auth = authFacts(null, text.substring(start, end === -1 ? text.length : end), 'tempfail', null);
  event.auth.counts = false;
  return true;
}
