// What an ACL, a filter or a limit of ours refused: `… rejected RCPT <u@example.net>: relay not permitted`.
// Exim prints its reply only when the ACL's text begins with a code; otherwise the code follows from the command.
import type { MailEvent, Stage } from '../../model/event.ts';
import { COLON, LESS, SPACE } from './ascii.ts';
import { serverAuth } from './auth-facts.ts';
import { mechanismAsked } from './mechanism.ts';
import { redact } from './redact.ts';
import { readReply, replyCodeAt } from './reply.ts';
import { angleEnd, tokenEnd } from './scan.ts';

/** Reads behind `rejected `: the client was told a 5xx. */
export function readRejection(text: string, at: number, event: MailEvent): boolean {
  return readRefusal(text, at, event, false);
}

/** Reads behind `temporarily rejected `: a 4xx. */
export function readTemporaryRejection(text: string, at: number, event: MailEvent): boolean {
  return readRefusal(text, at, event, true);
}

/** Marks the event as a refusal with the reply that the client was sent although the line does not print it. */
export function refuse(
  event: MailEvent,
  stage: Stage | null,
  code: number | null,
  reason: string | null,
): void {
  event.kind = 'reject';
  event.direction = 'inbound';
  event.stage = stage;
  event.impliedCode = code;
  event.replyText = reason;
  event.status = code !== null && code < 500 && code >= 400 ? 'temp-rejected' : 'rejected';
}

/** A text of the ACL that begins with a code is the reply itself, if its class fits the verb. */
export function readAclText(text: string, at: number, event: MailEvent, replyClass: string): void {
  if (at >= text.length) return;
  const code = replyCodeAt(text, at, text.length);
  if (code !== 0 && text.charCodeAt(at + 3) === SPACE && text[at] === replyClass) {
    event.impliedCode = null;
    readReply(text, at, text.length, event);
  } else {
    event.replyText = text.substring(at);
  }
}

function readRefusal(text: string, at: number, event: MailEvent, temporary: boolean): boolean {
  const refusal = REFUSALS.find(({ words }) => text.startsWith(words, at));
  if (refusal === undefined) return false;
  refuse(event, refusal.stage, temporary ? 451 : refusal.code, null);
  event.status = temporary ? 'temp-rejected' : 'rejected';
  let next = at + refusal.words.length;
  if (refusal.argument !== null) next = readArgument(text, next, event, refusal.argument);
  else if (text.charCodeAt(next) !== COLON) next = text.indexOf(': ', next);
  if (refusal.stage === 'auth') readRefusedLogin(text, at + refusal.words.length, next, event);
  if (next !== -1 && text.charCodeAt(next) === COLON)
    readAclText(text, next + 2, event, temporary ? '4' : '5');
  if (refusal.local === true) {
    event.direction = 'local';
    event.stage = null;
    event.impliedCode = null;
  }
  return true;
}

/** Reads the argument of the refused command and returns where it ends. Exim cuts long ones at 100 characters. */
function readArgument(text: string, at: number, event: MailEvent, argument: Argument): number {
  const close = text.charCodeAt(at) === LESS ? angleEnd(text, at) : -1;
  const isWhole = close !== -1 && (close + 1 === text.length || text.startsWith(': ', close + 1));
  const separator = text.indexOf(': ', at);
  const end = isWhole ? close + 1 : separator === -1 ? text.length : separator;
  const value = isWhole ? text.substring(at + 1, close) : text.substring(at, end);
  if (argument === 'recipient') event.recipient = value;
  else if (argument === 'sender') event.sender ??= value;
  return end;
}

/** `rejected AUTH plain AGFs…: TEXT`: versions before 4.95 print the credentials too. */
function readRefusedLogin(text: string, at: number, end: number, event: MailEvent): void {
  const nameEnd = Math.min(tokenEnd(text, at), end);
  event.auth = serverAuth(mechanismAsked(text, at, nameEnd), null, 'refused', event.clientIp);
  if (nameEnd < end) redact(event, nameEnd + 1, end);
}

type Argument = 'recipient' | 'sender' | 'text';

interface Refusal {
  readonly words: string;
  readonly stage: Stage;
  readonly code: number;
  readonly argument: Argument | null;
  /** No dialogue: the message came from a command line. */
  readonly local?: true;
}

/** The words behind `rejected `, and what Exim answers when the ACL gives no code. */
const REFUSALS: readonly Refusal[] = [
  { words: 'RCPT ', stage: 'rcpt', code: 550, argument: 'recipient' },
  { words: 'MAIL ', stage: 'mail', code: 550, argument: 'sender' },
  { words: 'EHLO or HELO ', stage: 'helo', code: 550, argument: 'text' },
  { words: 'DATA', stage: 'data', code: 550, argument: null },
  { words: 'after DATA', stage: 'eod', code: 550, argument: null },
  { words: 'during MIME ACL checks', stage: 'eod', code: 550, argument: null },
  { words: 'by local_scan()', stage: 'eod', code: 550, argument: null },
  { words: 'by non-SMTP ACL', stage: 'eod', code: 550, argument: null, local: true },
  { words: 'connection in "', stage: 'connect', code: 550, argument: null },
  { words: 'AUTH ', stage: 'auth', code: 503, argument: 'text' },
  { words: 'VRFY ', stage: 'vrfy', code: 252, argument: 'text' },
  { words: 'EXPN ', stage: 'expn', code: 550, argument: 'text' },
  { words: 'ETRN ', stage: 'etrn', code: 458, argument: 'text' },
  { words: 'ATRN ', stage: 'etrn', code: 450, argument: 'text' },
  { words: 'STARTTLS', stage: 'starttls', code: 554, argument: null },
  { words: 'QUIT', stage: 'quit', code: 221, argument: null },
];
