// The LMTP service: the MTA's connections, deliveries, and what it hands on to other servers.
import type { MailEvent, Stage } from '../../model/event.ts';
import { readDelivery } from './delivery.ts';
import type { LmtpClients } from './lmtp-clients.ts';
import { readLmtpProxy } from './lmtp-proxy.ts';
import type { Prefix } from './prefix.ts';
import { enhancedCode, replyCode } from './reply.ts';

export function readLmtp(body: string, prefix: Prefix, event: MailEvent, clients: LmtpClients): boolean {
  event.recipient = prefix.user;
  if (body.startsWith('Connect from ')) return readConnect(body, event, clients);
  if (body.startsWith('Disconnect from ')) return readDisconnect(body, event);
  const end = sessionEnd(body);
  if (end > 0) event.session = body.substring(body.charCodeAt(0) === LESS ? 1 : 0, sessionStop(body, end));
  const text = end > 0 ? body.substring(end) : body;
  return readLmtpProxy(text, event) || readDelivery(text, true, event);
}

/** "lda(nina)<4400><vWx5YzAbCdEf0123>: msgid=<m8@example.com>: saved mail to INBOX" */
export function readLda(body: string, prefix: Prefix, event: MailEvent): boolean {
  event.recipient = prefix.user;
  return readDelivery(body, false, event);
}

/** "Connect from 192.0.2.25", "Connect from local" */
function readConnect(body: string, event: MailEvent, clients: LmtpClients): boolean {
  event.kind = 'connect';
  event.direction = 'inbound';
  event.clientIp = peerOf(body.substring('Connect from '.length));
  if (event.clientIp !== null) clients.add(event.clientIp);
  return true;
}

function readDisconnect(body: string, event: MailEvent): boolean {
  const start = 'Disconnect from '.length;
  const colon = body.indexOf(': ', start);
  const reason = colon === -1 ? '' : body.substring(colon + 2);
  event.kind = 'disconnect';
  event.direction = 'inbound';
  event.clientIp = peerOf(body.substring(start, colon === -1 ? body.length : colon));
  event.stage = stageOf(reason);
  if (reason.includes('(unfinished ')) {
    // "Connection closed (unfinished DATA command) (state=DATA)"
    event.kind = 'lost';
  } else if (reason.startsWith('Server closed the connection: ')) {
    // "Server closed the connection: 421 4.3.2 backend1.example.org Shutting down due to fatal error (state=DATA)"
    const reply = withoutLastBrackets(reason.substring('Server closed the connection: '.length));
    const code = replyCode(reply);
    if (code !== 0) {
      event.replyCode = code;
      event.enhancedCode = enhancedCode(reply);
      event.replyText = reply;
    }
  } else if (reason.startsWith('Disconnected for inactivity')) {
    event.kind = 'timeout';
    impliedShutdown(event);
  } else if (reason.startsWith('Server is shutting down') || reason.startsWith('Server shutting down')) {
    impliedShutdown(event);
  }
  return true;
}

/** The 421 that the MTA gets, and logs. */
function impliedShutdown(event: MailEvent): void {
  event.impliedCode = 421;
  event.replyRole = 'repeated';
}

function peerOf(peer: string): string | null {
  return peer === 'local' || peer === '' ? null : peer;
}

/** "(unfinished DATA command) (state=DATA)": the state says nothing between commands. */
function stageOf(reason: string): Stage | null {
  const command = /\(unfinished ([A-Z]+) command\)/.exec(reason)?.[1];
  const state = /\(state=([A-Z]+)\)/.exec(reason)?.[1];
  return STAGES.get(command ?? '') ?? STAGES.get(state ?? '') ?? null;
}

const STAGES: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['GREETING', 'connect'],
  ['LHLO', 'helo'],
  ['STARTTLS', 'starttls'],
  ['MAIL', 'mail'],
  ['RCPT', 'rcpt'],
  ['DATA', 'data'],
  ['BDAT', 'bdat'],
]);

function withoutLastBrackets(text: string): string {
  const open = text.lastIndexOf(' (state=');
  return open === -1 ? text : text.substring(0, open);
}

/**
 * Where the text behind a session id begins, 0 without one: "<pRs4TuVwXyZ01234>: Sent message to …", up to 2.2
 * "eFg6HiJkLmNo0123: msgid=<m10@example.com>: …".
 */
function sessionEnd(body: string): number {
  const colon = body.indexOf(': ');
  if (colon < SHORTEST_SESSION || colon > LONGEST_SESSION) return 0;
  return SESSION.test(body.substring(0, colon)) ? colon + 2 : 0;
}

function sessionStop(body: string, end: number): number {
  return body.charCodeAt(end - 3) === GREATER ? end - 3 : end - 2;
}

const SHORTEST_SESSION = 16;
const LONGEST_SESSION = 60;
const SESSION = /^(?:<[^<> ]+>|[A-Za-z0-9+/]{16,40}(?::\d+)?)$/;
const LESS = 60;
const GREATER = 62;
