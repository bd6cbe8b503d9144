// Commands that Exim could not take: wrong order, wrong syntax, sent too early. The quoted command is the client's text.
import type { MailEvent } from '../../model/event.ts';
import { serverAuth } from './auth-facts.ts';
import { readClientCommand, type LoginCommand } from './client-command.ts';
import { readClient } from './host-phrase.ts';
import { redact } from './redact.ts';

/** `SMTP protocol error in "AUTH LOGIN" H=(ylmf-pc) [203.0.113.200] AUTH command used when not advertised` */
export function readProtocolError(text: string, at: number, event: MailEvent): boolean {
  const login = readFaultyCommand(text, at, event);
  const isUnknownMechanism = (event.replyText ?? '').endsWith('authentication mechanism not supported');
  return told(event, isUnknownMechanism ? 504 : 503, login);
}

/** `SMTP syntax error in "MAIL FROM: x@" H=(c) [203.0.113.200] domain missing or malformed` */
export function readSyntaxError(text: string, at: number, event: MailEvent): boolean {
  const login = readFaultyCommand(text, at, event);
  return told(event, event.replyText === 'unrecognized command' ? 500 : 501, login);
}

/**
 * `SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[203.0.113.200] input="…"`
 * `SMTP protocol synchronization error (next input sent too soon: …): rejected "RSET" H=host [203.0.113.200] next input="QUIT\r\n"`
 */
export function readSyncError(text: string, at: number, event: MailEvent): boolean {
  const verb = text.indexOf('): rejected ', at);
  const from = verb === -1 ? at : verb + '): rejected '.length;
  const peer = text.indexOf('H=', from);
  if (peer !== -1) readClient(text, peer + 2, event);
  event.replyText = text.substring(at, verb === -1 ? text.length : verb);
  // What came too soon may be a login, or the answer of one.
  const input = text.indexOf('input="', from);
  if (input !== -1 && /auth/i.test(text.substring(from)))
    redact(event, input + 'input="'.length, text.length);
  if (text.startsWith('connection ', from)) {
    event.stage = 'connect';
  } else if (text.startsWith('"', from)) {
    const close = text.indexOf('" H=', from);
    readClientCommand(text, from + 1, close === -1 ? text.length : close, event);
  }
  return told(event, 554, null);
}

/** Reads `COMMAND" PEER WHY`. Old versions do not escape quotes in the command, so that the last peer is the peer. */
function readFaultyCommand(text: string, at: number, event: MailEvent): LoginCommand | null {
  let close = text.lastIndexOf('" H=');
  let whyAt = -1;
  if (close >= at) {
    whyAt = readClient(text, close + '" H='.length, event);
    if (whyAt !== -1) whyAt = interfaceEnd(text, whyAt);
  } else {
    // A local session (-bs) has no peer, or `U=user`.
    close = text.indexOf('" ', at);
    if (close !== -1) whyAt = close + 1;
  }
  if (close < at) close = text.length;
  event.replyText = whyAt === -1 ? null : text.substring(whyAt + 1).trim();
  return readClientCommand(text, at, close, event);
}

/** Behind ` I=[198.51.100.1]:25` and ` Ci=9001`. */
function interfaceEnd(text: string, at: number): number {
  let end = at;
  while (text.startsWith(' I=[', end) || text.startsWith(' Ci=', end)) {
    const next = text.indexOf(' ', end + 1);
    if (next === -1) return text.length;
    end = next;
  }
  return end;
}

function told(event: MailEvent, code: number, login: LoginCommand | null): boolean {
  event.kind = 'protocol';
  event.direction = 'inbound';
  event.status = 'rejected';
  event.impliedCode = code;
  if (login !== null) event.auth = serverAuth(login.mechanism, login.username, 'refused', event.clientIp);
  return true;
}
