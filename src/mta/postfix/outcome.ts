// The text in the parentheses of a delivery line, and of the lines that say that one host failed.
// A reply stands directly behind one of a few fixed phrases at the beginning; digits anywhere else are no code.
import type { AuthOutcome, MailEvent } from '../../model/event.ts';
import { authFacts } from './login.ts';
import { readQueuedAs } from './queued-as.ts';
import { readReply } from './reply.ts';
import { replyTail, stageInReply, stageOfDoing } from './stage.ts';

/** Reads the outcome between `from` and `end`. `event.status` and `event.direction` are already there. */
export function readOutcome(event: MailEvent, text: string, from: number, end: number): void {
  let at = from;
  if (text.startsWith(SUSPENDED, at)) {
    // error(8) replays the failure that made the queue manager give up on this destination for a while.
    at += SUSPENDED.length;
    event.replyRole = 'echoed';
  } else if (event.direction === 'local') {
    event.replyText = text.substring(from, end);
    readForwardedAs(event, text, from, end);
    return;
  }
  if (event.status === 'sent' || event.status === 'deliverable') readSuccess(event, text, at, end);
  else if (!readRefusal(event, text, at, end)) {
    readFailure(event, text, at);
    event.replyText = text.substring(at, end);
  }
}

const SUSPENDED = 'delivery temporarily suspended: ';

/** "250 2.0.0 Ok: queued as 7A1B2C3D4E"; for an address probe the reply to RCPT. */
function readSuccess(event: MailEvent, text: string, at: number, end: number): void {
  if (!readReply(event, text, at, end)) {
    event.replyText = text.substring(at, end);
    return;
  }
  if (event.status === 'deliverable') {
    event.stage = 'rcpt';
    return;
  }
  event.stage = 'eod';
  readQueuedAs(event, text, at, end);
}

/** "forwarded as 4jYCrM02Czz9ryy", by local(8) for aliases */
function readForwardedAs(event: MailEvent, text: string, from: number, end: number): void {
  if (!text.startsWith('forwarded as ', from)) return;
  event.relatedId = text.substring(from + 'forwarded as '.length, end);
  event.relation = 'forwarded-as';
}

/** Texts that quote the reply of a server. */
function readRefusal(event: MailEvent, text: string, from: number, end: number): boolean {
  let at = from;
  // "Protocol error: host mx.example.com[203.0.113.25] said: 250 2.0.0 Ok (in reply to DATA command)"
  if (text.startsWith('Protocol error: ', at)) at += 'Protocol error: '.length;
  if (text.startsWith('host ', at)) {
    // "host mx.example.com[203.0.113.25] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)"
    const nameEnd = hostEnd(text, at + 'host '.length);
    if (text.startsWith(' said: ', nameEnd)) return readSaid(event, text, nameEnd + ' said: '.length, end);
    // "host mx.example.com[203.0.113.25] refused to talk to me: 421 4.7.0 Try again later"
    if (!text.startsWith(REFUSED, nameEnd)) return false;
    if (!readReply(event, text, nameEnd + REFUSED.length, end)) return false;
    event.stage = 'connect';
    return true;
  }
  if (text.startsWith('SASL ', at)) return readSaslRefusal(event, text, at, end);
  // "TLS is required, but host mx.example.com[203.0.113.25] refused to start TLS: 454 4.7.0 TLS not available"
  if (
    text.startsWith('TLS is required, but host ', at) ||
    text.startsWith('Sender requested REQUIRETLS, but host ', at)
  ) {
    const nameEnd = hostEnd(text, text.indexOf(' host ', at) + ' host '.length);
    if (!text.startsWith(NO_TLS, nameEnd)) return false;
    if (!readReply(event, text, nameEnd + NO_TLS.length, end)) return false;
    event.stage = 'starttls';
    return true;
  }
  return false;
}

const REFUSED = ' refused to talk to me: ';
const NO_TLS = ' refused to start TLS: ';

function readSaid(event: MailEvent, text: string, at: number, end: number): boolean {
  const tail = replyTail(text, at, end);
  // Its stage is unknown when the line was cut off.
  if (!readReply(event, text, at, tail === -1 ? end : tail)) return false;
  event.stage = stageInReply(text, at, end);
  return true;
}

/**
 * "SASL authentication failed; server relay.example.com[203.0.113.40] said: 535 5.7.8 Error: authentication failed: …",
 * "SASL [CACHED] authentication failed; server relay.example.com said: 535 …": replayed, there was no dialogue
 */
function readSaslRefusal(event: MailEvent, text: string, at: number, end: number): boolean {
  event.stage = 'auth';
  const said = text.indexOf(' said: ', at);
  if (said === -1 || said > end || !readReply(event, text, said + ' said: '.length, end)) {
    // Nothing was sent: no mechanism in common, no password for this server, …
    event.auth = authFacts(event, null, null, 'refused');
    return false;
  }
  event.auth = authFacts(event, null, null, verdictOf(event.replyCode ?? 0));
  if (text.startsWith('[CACHED]', at + 'SASL '.length)) event.replyRole = 'echoed';
  event.auth.counts = event.replyRole !== 'echoed';
  return true;
}

function verdictOf(code: number): AuthOutcome {
  if (code < 500) return 'tempfail';
  return code === 535 ? 'failure' : 'refused';
}

/** Texts without a reply: what we were doing when it failed. */
function readFailure(event: MailEvent, text: string, at: number): void {
  // "lost connection with mx.example.com[203.0.113.25] while sending MAIL FROM", "conversation with … timed out while …"
  if (text.startsWith('lost connection with ', at) || text.startsWith('conversation with ', at)) {
    const doing = text.indexOf(' while ', at);
    if (doing !== -1) event.stage = stageOfDoing(text, doing + ' while '.length);
    return;
  }
  for (const phrase of TLS_FAILURES) if (text.startsWith(phrase, at)) event.stage = 'starttls';
}

const TLS_FAILURES = [
  // "TLS is required, but was not offered by host mx.example.com[203.0.113.25]"
  'TLS is required, but ',
  'Sender requested REQUIRETLS, but ',
  // "Server certificate not verified"
  'Server certificate not ',
  'Cannot start TLS: ',
  'client TLS configuration problem',
  'TLSA lookup error for ',
];

/** Behind `name[address]`, or behind a name without brackets. */
function hostEnd(text: string, at: number): number {
  for (let next = at; ; next++) {
    const code = text.charCodeAt(next);
    if (code === OPEN) {
      const close = text.indexOf(']', next);
      return close === -1 ? text.length : close + 1;
    }
    if (!(code > 32)) return next;
  }
}

const OPEN = 91;
