import type { AuthFacts, MailEvent } from '../../src/model/event.ts';
import type { LogLine } from '../../src/model/line.ts';
import { newEvent } from '../../src/model/new-event.ts';

export const NOON: number = Date.UTC(2026, 10, 23, 12);
export const MINUTE = 60_000;
export const HOUR: number = 60 * MINUTE;

const LINE: LogLine = {
  file: 'mail.log',
  line: 1,
  time: NOON,
  host: 'mx1',
  program: 'postfix/smtpd',
  pid: 100,
  text: 'text of the line',
  style: 'rfc3164',
  priority: null,
  repeat: 1,
};

/** An event with the given fields; all others as a Postfix line at noon leaves them. */
export function event(fields: Partial<MailEvent> = {}): MailEvent {
  return { ...newEvent(LINE, 'postfix'), kind: 'notice', ...fields };
}

export function authFacts(fields: Partial<AuthFacts> = {}): AuthFacts {
  return {
    mechanism: 'LOGIN',
    username: null,
    outcome: 'failure',
    clientIp: '203.0.113.9',
    challengesMin: 0,
    challengesTypical: 2,
    attempts: 1,
    counts: true,
    ...fields,
  };
}

/** "warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6" */
export function denied(facts: Partial<AuthFacts> = {}, fields: Partial<MailEvent> = {}): MailEvent {
  return event({
    kind: 'auth',
    direction: 'inbound',
    stage: 'auth',
    status: 'rejected',
    impliedCode: 535,
    auth: authFacts(facts),
    ...fields,
  });
}

/** "4jYC: client=laptop.example.net[192.0.2.7], sasl_method=PLAIN, sasl_username=anna@example.org" */
export function usedLogin(facts: Partial<AuthFacts> = {}, fields: Partial<MailEvent> = {}): MailEvent {
  const auth = authFacts({
    mechanism: 'PLAIN',
    username: 'anna@example.org',
    outcome: 'success',
    clientIp: '192.0.2.7',
    ...facts,
  });
  return event({ kind: 'arrival', direction: 'inbound', impliedCode: 235, queueId: '4jYC', auth, ...fields });
}

/** "disconnect from laptop.example.net[192.0.2.7] ehlo=1 auth=1 quit=1 commands=3" */
export function disconnect(loginsInSession: number | null, fields: Partial<MailEvent> = {}): MailEvent {
  const counters =
    loginsInSession === null ? null : new Map([['auth', [loginsInSession, loginsInSession] as const]]);
  return event({ kind: 'disconnect', direction: 'inbound', clientIp: '192.0.2.7', counters, ...fields });
}

/** "4jYC: to=<carol@example.com>, relay=mx.example.com[…]:25, …, status=… (host … said: …)" */
export function delivery(fields: Partial<MailEvent> = {}): MailEvent {
  return event({
    kind: 'delivery',
    program: 'postfix/smtp',
    direction: 'outbound',
    queueId: '4jYC',
    recipient: 'carol@example.com',
    relay: 'mx.example.com',
    ...fields,
  });
}

/** "NOQUEUE: reject: MAIL from mail.example.com[192.0.2.30]: 452 4.3.1 Insufficient system storage" */
export function diskFull(fields: Partial<MailEvent> = {}): MailEvent {
  return event({
    kind: 'reject',
    direction: 'inbound',
    stage: 'mail',
    status: 'temp-rejected',
    replyCode: 452,
    enhancedCode: '4.3.1',
    replyText: '452 4.3.1 Insufficient system storage',
    reason: 'storage-system-full',
    storage: 'queue-disk',
    storageOurs: true,
    clientIp: '192.0.2.30',
    ...fields,
  });
}

/** "… status=deferred (host mx.example.com[…] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))" */
export function mailboxFull(fields: Partial<MailEvent> = {}): MailEvent {
  return delivery({
    status: 'deferred',
    dsn: '4.2.2',
    replyCode: 452,
    enhancedCode: '4.2.2',
    stage: 'rcpt',
    replyText: '452 4.2.2 Mailbox full',
    reason: 'storage-mailbox-full',
    storage: 'mailbox-quota',
    storageOurs: false,
    ...fields,
  });
}
