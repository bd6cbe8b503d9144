// imap-login, pop3-login, submission-login, managesieve-login: who logged in, and who was let go and why.
// These lines are the ones to count: every attempt at one of these services ends in exactly one of them.
import type { MailEvent } from '../../model/event.ts';
import { authFacts, setOpenChallenge } from './challenges.ts';
import { emptyElements, type LoginElements, readElements } from './login-elements.ts';
import { findReason, type FoundReason } from './login-reasons.ts';
import type { Prefix } from './prefix.ts';
import { readProxyEnd, readProxyStart } from './login-proxy.ts';

export function readLogin(body: string, prefix: Prefix, event: MailEvent): boolean {
  if (prefix.process === 'submission-login') event.direction = 'inbound';
  if (!readElements(body, elements)) return readLoginNotice(body, event);
  event.clientIp = elements.clientIp;
  event.session = elements.session;
  event.tls = elements.tls;
  const message = body.substring(0, elements.start);
  // "Login: user=<alice@example.org>, method=PLAIN, rip=203.0.113.10, lip=192.0.2.1, mpid=4101, TLS, session=<a1B2>"
  if (message === 'Login' || message === 'Logged in') return readSuccess(event, elements);
  if (readProxyStart(message, event)) return readSuccess(event, elements);
  // "Login failed: Plaintext authentication disabled: user=<>, rip=…": the connection's last line tells it again.
  if (message.startsWith('Login failed: ')) {
    readVerdict(event, elements, {
      reason: PLAINTEXT_DISABLED,
      text: message.substring('Login failed: '.length),
    });
    event.impliedCode = null;
    if (event.auth !== null) event.auth.counts = false;
    return true;
  }
  if (message.includes('Maximum number of connections from user+IP exceeded'))
    return readLimit(event, elements);
  return readEnd(message, body, event, prefix);
}

const elements: LoginElements = emptyElements();

const PLAINTEXT_DISABLED: FoundReason['reason'] = { text: null, event: null, outcome: 'refused', code: null };

function readSuccess(event: MailEvent, login: LoginElements): boolean {
  event.kind = 'auth';
  event.account = login.user;
  event.auth = authFacts(login.mechanism, login.user, 'success', login.clientIp);
  implyReply(event, 235);
  return true;
}

/**
 * "Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10): user=<…>", in 2.3.15 and later
 * behind "Disconnected: ", in 2.4 behind "Login aborted: ". The credentials were right.
 */
function readLimit(event: MailEvent, login: LoginElements): boolean {
  readSuccess(event, login);
  event.replyText = 'Maximum number of connections from user+IP exceeded';
  implyReply(event, 454);
  return true;
}

/** "Disconnected: Connection closed (auth failed, 2 attempts in 9 secs)" and the like: the connection is over. */
function readEnd(message: string, body: string, event: MailEvent, prefix: Prefix): boolean {
  const found = findReason(message);
  if (found !== null) {
    if (found.reason.outcome !== null) readVerdict(event, elements, found);
    else event.kind = isTlsFailure(body, elements.start) ? 'tls' : 'disconnect';
    return true;
  }
  for (const end of ENDS) {
    if (message.startsWith(end)) {
      event.kind = isTlsFailure(body, elements.start) ? 'tls' : 'disconnect';
      return true;
    }
  }
  if (prefix.severity === 'info' && message.startsWith('proxy'))
    return readProxyEnd(message, elements.user, event);
  // "Error: proxy(bob): connect(192.168.3.11, 143) failed: …: user=<bob>, …" goes on as an error of the process.
  return prefix.severity === 'info' && readLoginNotice(message, event);
}

const ENDS = [
  'Disconnected',
  'Aborted login',
  'Login aborted',
  'Remote closed connection',
  'Client has quit the connection',
  'Connection closed',
];

function readVerdict(event: MailEvent, login: LoginElements, found: FoundReason): void {
  const { reason, text } = found;
  const outcome = reason.outcome ?? 'aborted';
  event.kind = 'auth';
  event.replyText = text;
  const facts = authFacts(login.mechanism, login.user, outcome, login.clientIp);
  if (reason.unanswered) setOpenChallenge(facts);
  // Each of these attempts ended like the last one, or in another failure: nobody is told which.
  if (outcome === 'failure' || outcome === 'tempfail') facts.attempts = attemptsOf(text);
  event.auth = facts;
  implyReply(event, reason.code);
}

/** "auth failed, 3 attempts in 6 secs" */
function attemptsOf(text: string): number {
  const end = text.indexOf(' attempts');
  if (end === -1) return 1;
  const attempts = Number(text.substring(text.lastIndexOf(' ', end - 1) + 1, end));
  return Number.isSafeInteger(attempts) && attempts > 0 && attempts <= MOST_ATTEMPTS ? attempts : 1;
}

/** A connection lasts three minutes at most without a login. */
const MOST_ATTEMPTS = 10_000;

/** Only submission speaks SMTP; IMAP, POP3 and ManageSieve have no codes. */
function implyReply(event: MailEvent, code: number | null): void {
  if (event.direction !== 'inbound' || code === null) return;
  event.impliedCode = code;
  event.stage = 'auth';
}

/** "…, TLS handshaking: SSL_accept() failed: error:0A000418:SSL routines::tlsv1 alert unknown ca: …" */
function isTlsFailure(body: string, messageEnd: number): boolean {
  const at = body.indexOf('SSL_accept() failed');
  if (at !== -1 && at < messageEnd) return true;
  // In front of a user name that a client chose, or behind `TLS handshaking: `, which no client can write.
  return body.lastIndexOf(', TLS handshaking: SSL_accept() failed') > body.lastIndexOf(', rip=');
}

/** Lines without a client: "ssl-params: Generating SSL parameters", "Generating Diffie-Hellman parameters …". */
function readLoginNotice(body: string, event: MailEvent): boolean {
  for (const known of NOTICES) {
    if (body.startsWith(known)) {
      event.kind = 'notice';
      return true;
    }
  }
  return false;
}

const NOTICES = ['Generating ', 'SSL parameters ', 'ID sent: ', 'Server certificate '];
