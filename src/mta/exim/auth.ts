// `NAME authenticator …`: a client failed to log in here, or we failed to log in at a smarthost.
import type { AuthOutcome, MailEvent } from '../../model/event.ts';
import { remoteAuth, serverAuth } from './auth-facts.ts';
import { readClient, readServer } from './host-phrase.ts';
import { mechanismOf } from './mechanism.ts';
import { readReply } from './reply.ts';

/**
 * Reads behind `NAME authenticator failed for `. The user name is the client's text and may imitate the rest of the line.
 *   (User) [203.0.113.200]: 535 Incorrect authentication data (set_id=admin)
 *   H=(c) [203.0.113.200]: 435 Unable to authenticate at present (set_id=carol): cannot connect to saslauthd daemon
 */
export function readLoginFailure(text: string, at: number, event: MailEvent, authenticator: string): boolean {
  const colon = verdictColon(text, at);
  if (colon === -1) return false;
  const verdict = VERDICTS.find(({ words }) => text.startsWith(words, colon + 2));
  if (verdict === undefined) return false;
  const textEnd = colon + 2 + verdict.words.length;
  readReply(text, colon + 2, textEnd, event);
  if (text.startsWith('H=', at)) readClient(text, at + 2, event, colon);
  else if (!text.startsWith('U=', at)) readClient(text, at, event, colon);
  event.kind = 'auth';
  event.direction = 'inbound';
  event.stage = 'auth';
  event.status = verdict.outcome === 'tempfail' ? 'temp-rejected' : 'rejected';
  const username = setId(text, textEnd, verdict.outcome);
  event.auth = serverAuth(mechanismOf(authenticator), username, verdict.outcome, event.clientIp);
  if (verdict.outcome === 'tempfail' && username === null) {
    // The verifier may have been gone before anything was asked.
    event.auth.challengesMin = 0;
    event.auth.challengesTypical = 0;
  }
  return true;
}

/** Reads behind `NAME authenticator failed H=`: `relay.example.com [192.0.2.55] 535 5.7.8 Error: authentication failed`. */
export function readOurLoginFailure(
  text: string,
  at: number,
  event: MailEvent,
  authenticator: string,
): boolean {
  return readOurLogin(text, at, event, authenticator, 'failure');
}

/** Reads behind `NAME authenticator cancelled authentication H=`: `relay.example.com [192.0.2.55] Invalid base64 string in server response "334 User?"`. */
export function readOurLoginCancelled(
  text: string,
  at: number,
  event: MailEvent,
  authenticator: string,
): boolean {
  return readOurLogin(text, at, event, authenticator, 'aborted');
}

function readOurLogin(
  text: string,
  at: number,
  event: MailEvent,
  authenticator: string,
  outcome: AuthOutcome,
): boolean {
  const end = readServer(text, at, event);
  if (end === -1) return false;
  event.kind = 'auth';
  event.direction = 'outbound';
  event.stage = 'auth';
  event.auth = remoteAuth(mechanismOf(authenticator), null, outcome);
  if (outcome === 'failure') event.status = 'rejected';
  const quoted = text.indexOf('server response "', end);
  if (outcome === 'failure') readReply(text, end + 1, text.length, event);
  else if (quoted !== -1) readReply(text, quoted + 'server response "'.length, text.lastIndexOf('"'), event);
  event.replyText ??= text.substring(end + 1);
  return true;
}

/** The first `: ` that one of Exim's own verdicts follows. */
function verdictColon(text: string, at: number): number {
  for (let colon = text.indexOf(': ', at); colon !== -1; colon = text.indexOf(': ', colon + 2)) {
    if (VERDICTS.some(({ words }) => text.startsWith(words, colon + 2))) return colon;
  }
  return -1;
}

/** The `(set_id=USER)` behind the verdict. A reason may follow behind `): ` when the verifier was down. */
function setId(text: string, at: number, outcome: AuthOutcome): string | null {
  if (!text.startsWith(SET_ID, at)) return null;
  const reason = outcome === 'tempfail' ? text.indexOf('): ', at) : -1;
  const close = reason === -1 ? text.lastIndexOf(')') : reason;
  const start = at + SET_ID.length;
  return close <= start ? null : text.substring(start, close);
}

const SET_ID = ' (set_id=';
const VERDICTS: readonly { readonly words: string; readonly outcome: AuthOutcome }[] = [
  { words: '535 Incorrect authentication data', outcome: 'failure' },
  { words: '435 Unable to authenticate at present', outcome: 'tempfail' },
  { words: '435 Internal error', outcome: 'tempfail' },
  { words: '501 Invalid base64 data', outcome: 'failure' },
  { words: '501 Authentication cancelled', outcome: 'aborted' },
  { words: '553 Initial data not expected', outcome: 'refused' },
];
