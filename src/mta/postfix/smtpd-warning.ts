// What smtpd warns of: failed logins, exceeded rates, bad syntax, names that do not resolve.
import type { MailEvent, Stage, Status } from '../../model/event.ts';
import { readAuthFailure } from './auth.ts';
import { authFacts } from './login.ts';
import type { LineParser } from './line-parser.ts';
import { readClient } from './peer.ts';
import { readProxyTrouble } from './proxy.ts';
import { readQueueId } from './queued.ts';
import { readStorageWarning } from './storage.ts';

export const readSmtpdWarning: LineParser = (event, text, start) => {
  if (text.indexOf(': SASL ', start) !== -1 && readAuthFailure(event, text, start)) return true;
  const at = readQueueId(event, text, start);
  return (
    readRateLimit(event, text, at) ||
    readSyntax(event, text, at) ||
    readProxyTrouble(event, text, at) ||
    readTooLong(event, text, at) ||
    readHostname(event, text, at) ||
    readStorageWarning(event, text, at)
  );
};

/** "AUTH command rate limit exceeded: 31 from unknown[198.51.100.45] for service submission" */
function readRateLimit(event: MailEvent, text: string, at: number): boolean {
  for (const limit of LIMITS) {
    if (!text.startsWith(limit.phrase, at)) continue;
    const from = text.indexOf(' from ', at);
    if (from === -1 || readClient(event, text, from + ' from '.length) === -1) return false;
    event.kind = 'rate-limit';
    event.stage = limit.stage;
    event.status = 'temp-rejected';
    event.impliedCode = limit.implied;
    if (limit.stage === 'auth') event.auth = authFacts(event, null, null, 'refused');
    return true;
  }
  return false;
}

const LIMITS: readonly { phrase: string; stage: Stage; implied: number }[] = [
  { phrase: 'Connection concurrency limit exceeded: ', stage: 'connect', implied: 421 },
  { phrase: 'Connection rate limit exceeded: ', stage: 'connect', implied: 421 },
  { phrase: 'Message delivery request rate limit exceeded: ', stage: 'mail', implied: 450 },
  { phrase: 'Recipient address rate limit exceeded: ', stage: 'rcpt', implied: 450 },
  { phrase: 'New TLS session rate limit exceeded: ', stage: 'starttls', implied: 421 },
  { phrase: 'Refusing STARTTLS request', stage: 'starttls', implied: 454 },
  { phrase: 'AUTH command rate limit exceeded: ', stage: 'auth', implied: 450 },
];

function readSyntax(event: MailEvent, text: string, at: number): boolean {
  // "Illegal address syntax from unknown[198.51.100.76] in MAIL command: <a b@example.com>"
  if (text.startsWith(ILLEGAL, at)) {
    const peerEnd = readClient(event, text, at + ILLEGAL.length);
    if (peerEnd === -1) return false;
    return refuse(event, text.startsWith(' in MAIL ', peerEnd) ? 'mail' : 'rcpt', 'rejected', 501);
  }
  // "reject: ETRN example.com... from mail.example.com[192.0.2.30]"
  if (text.startsWith('reject: ETRN ', at)) {
    const from = text.lastIndexOf(' from ');
    if (readClient(event, text, from + ' from '.length) === -1) return false;
    return refuse(event, 'etrn', null, 459);
  }
  // "non-SMTP command from unknown[198.51.100.73]: GET / HTTP/1.1"
  if (text.startsWith(NON_SMTP, at)) {
    if (readClient(event, text, at + NON_SMTP.length) === -1) return false;
    event.kind = 'protocol';
    event.impliedCode = 221;
    return true;
  }
  // "Wrapper-mode request dropped from unknown[198.51.100.73] for service smtps. TLS is not configured …"
  if (text.startsWith('Wrapper-mode request dropped', at)) {
    readClient(event, text, text.indexOf(' from ', at) + ' from '.length);
    event.kind = 'tls';
    return true;
  }
  return false;
}

const ILLEGAL = 'Illegal address syntax from ';
const NON_SMTP = 'non-SMTP command from ';

function refuse(event: MailEvent, stage: Stage, status: Status | null, implied: number): boolean {
  event.kind = 'reject';
  event.stage = stage;
  event.status = status;
  event.impliedCode = implied;
  return true;
}

/** "unknown[198.51.100.44]: request longer than 12288: TlRMTVNTUAADAAAAGAAYAHAAAAAYAB...": may be a SASL answer. */
function readTooLong(event: MailEvent, text: string, at: number): boolean {
  const phrase = text.indexOf(LONGER, at);
  if (phrase === -1 || readClient(event, text, at) !== phrase) return false;
  event.kind = 'protocol';
  const shown = text.indexOf(': ', phrase + LONGER.length);
  if (shown !== -1 && text.indexOf(' ', shown + 2) === -1)
    event.text = text.substring(0, shown + 2) + '[redacted]';
  return true;
}

const LONGER = ': request longer than ';

/**
 * "hostname host74.example.net does not resolve to address 198.51.100.74: Name or service not known",
 * "198.51.100.75: hostname host75.example.net verification failed: …" and
 * "198.51.100.75: address not listed for hostname host75.example.net" (before 2.9)
 */
function readHostname(event: MailEvent, text: string, at: number): boolean {
  if (text.startsWith('hostname ', at)) {
    const resolve = text.indexOf(' does not resolve to address ', at);
    if (resolve === -1) return false;
    event.kind = 'dns';
    return true;
  }
  const colon = text.indexOf(': ', at);
  if (colon === -1) return false;
  if (
    !text.startsWith('hostname ', colon + 2) &&
    !text.startsWith('address not listed for hostname ', colon + 2)
  ) {
    return false;
  }
  event.kind = 'dns';
  return true;
}
