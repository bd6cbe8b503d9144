// Lines that begin with a host phrase: what an ACL or a limit did to a client, or (with a message id) a host that failed.
// A new thing that Exim does to a client is a line in VERBS.
import type { MailEvent } from '../../model/event.ts';
import { readIncomplete } from './connection.ts';
import { readHostAttempt } from './host-attempt.ts';
import { readRejection, readTemporaryRejection, refuse, readAclText } from './reject.ts';
import { addressEnd } from './scan.ts';
import { readDeliveryFields } from './delivery-fields.ts';
import { readServerFields } from './server-fields.ts';
import { readVerifyFailure } from './verify.ts';
import { stageOfCommand } from './stage.ts';

/**
 * Reads a line from its first word, which is `H=`, `F=` or `U=`. Only a line of a message can tell of a host that failed.
 *   H=client.example.com [198.51.100.77] X=TLS1.3:… CV=no F=<x@example.com> A=plain_server:x rejected RCPT <y@example.net>: relay not permitted
 *   H=mx.example.com [192.0.2.50]: SMTP error from remote mail server after initial connection: 421 4.7.0 …
 */
export function readServerLine(text: string, at: number, event: MailEvent, ofMessage: boolean): boolean {
  const next = readServerFields(text, at, event);
  for (const { words, read } of VERBS) {
    if (text.startsWith(words, next)) return read(text, next + words.length, event);
  }
  if (event.sender === null && readCutThrough(text, next, event)) return true;
  // A server that we talked to has no helo.
  if (!ofMessage || event.sender !== null || event.clientIp === null || event.helo !== null) return false;
  readHostAttempt(text, next, event);
  return true;
}

/** `Warning: ACL "warn" statement skipped: …`: no reply. */
function readWarning(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'notice';
  event.severity = 'warning';
  event.direction = 'inbound';
  event.replyText = text.substring(at);
  return true;
}

/** `RCPT <trap@example.net>: discarded by RCPT ACL: honeypot`: the client was told 250. */
function readDiscard(text: string, at: number, event: MailEvent): boolean {
  const end = addressEnd(text, at);
  const found = text.indexOf(': discarded by ', at);
  if (found === -1) return false;
  event.kind = 'discard';
  event.direction = 'inbound';
  event.stage = 'rcpt';
  event.impliedCode = 250;
  event.status = 'discarded';
  event.recipient = text.substring(at, Math.min(end, found)).replace(/^<|>:?$/g, '');
  event.replyText = text.substring(found + 2);
  return true;
}

/** `dropped by 'connect' ACL: Country is banned`: nothing was said on a TLS-on-connect port. */
function readDroppedByAcl(text: string, at: number, event: MailEvent): boolean {
  const close = text.indexOf("'", at);
  const name = close === -1 ? '' : text.substring(at, close);
  refuse(event, name === 'connect' ? 'connect' : stageOfCommand(name), null, null);
  const separator = text.indexOf(': ', Math.max(close, at));
  if (separator !== -1) readAclText(text, separator + 2, event, '5');
  return true;
}

/**
 * `amy@example.com F=<ben@example.org> rejected after DATA: R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.50] C="550 5.7.1 …"`:
 * the remote's reply in a cut-through delivery, which our client is told as it is.
 */
function readCutThrough(text: string, at: number, event: MailEvent): boolean {
  const end = addressEnd(text, at);
  if (!text.startsWith(' F=<', end)) return false;
  const verb = readServerFields(text, end, event);
  const words = CUT_THROUGH.find((candidate) => text.startsWith(candidate, verb));
  if (words === undefined) return false;
  event.recipient = text.substring(at, end);
  const separator = text.indexOf(': ', verb);
  readDeliveryFields(text, separator + 2, event, { transport: null });
  event.kind = 'reject';
  event.direction = 'outbound';
  event.stage = 'eod';
  event.status = words.startsWith('rejected') ? 'rejected' : 'deferred';
  return true;
}

interface Verb {
  readonly words: string;
  /** Reads behind the words; false when the line is another's text after all. */
  readonly read: (text: string, at: number, event: MailEvent) => boolean;
}

const VERBS: readonly Verb[] = [
  { words: 'rejected ', read: readRejection },
  { words: 'temporarily rejected ', read: readTemporaryRejection },
  { words: 'sender verify ', read: readVerifyFailure },
  { words: 'recipient verify ', read: readVerifyFailure },
  { words: 'Warning: ', read: readWarning },
  { words: 'RCPT ', read: readDiscard },
  { words: "dropped by '", read: readDroppedByAcl },
  { words: 'incomplete transaction ', read: readIncomplete },
];
const CUT_THROUGH: readonly string[] = ['rejected after DATA: ', 'tmp-reject from cutthrough after DATA: '];
