// What a remote server answered, as the transports report it.
import type { AuthFacts, MailEvent } from '../../model/event.ts';
import { COLON, LESS, SPACE } from './ascii.ts';
import { remoteAuth } from './auth-facts.ts';
import { readServer } from './host-phrase.ts';
import { mechanismAsked } from './mechanism.ts';
import { readReply } from './reply.ts';
import { angleEnd, tokenEnd } from './scan.ts';
import { PIPELINED, stageOfStep } from './stage.ts';

/**
 * Reads the first remote reply between `at` and `end`: stage, code and text; true when a step of the dialogue was named.
 *   SMTP error from remote mail server after RCPT TO:<u@example.com>: 452 4.2.2 Mailbox full
 *   SMTP error from remote mail server after RCPT TO:<u@example.com>: host mx.example.com [192.0.2.50]: 452 over quota
 *   LMTP error after end of data: 552 5.2.2 Quota exceeded
 */
export function readRemoteError(text: string, at: number, end: number, event: MailEvent): boolean {
  const phrase = text.indexOf('MTP error ', at);
  if (phrase === -1 || phrase >= end) return false;
  const from = phrase + 'MTP error '.length;
  const step = PHRASES.find((words) => text.startsWith(words, from));
  if (step === undefined) return false;
  const stepAt = from + step.length;
  event.stage = stageOfStep(text, stepAt);
  const separator = stepEnd(text, stepAt);
  if (separator === -1 || separator >= end) return true;
  if (!readReply(text, replyStart(text, separator + 2, event), end, event)) return true;
  if (event.stage === 'auth') event.auth = verdictOnUs(text, stepAt, event.replyCode ?? 0);
  return true;
}

/** `AUTH PLAIN ****: 454 4.7.0 …`: Exim stars out what it sent. */
function verdictOnUs(text: string, step: number, code: number): AuthFacts {
  const at = text.indexOf('AUTH ', step) + 'AUTH '.length;
  return remoteAuth(mechanismAsked(text, at, tokenEnd(text, at)), null, code < 500 ? 'tempfail' : 'failure');
}

/** The stage that a failure without a reply names: `SMTP timeout after X`, `closed connection in response to X`. */
export function readFailedStep(text: string, at: number, end: number, event: MailEvent): boolean {
  for (const words of STEP_WORDS) {
    const found = text.indexOf(words, at);
    if (found === -1 || found >= end) continue;
    const stage = stageOfStep(text, found + words.length);
    if (stage === null) continue;
    event.stage = stage;
    return true;
  }
  return false;
}

/** The `: ` behind the step at `at`. An address of `MAIL FROM:<…>` and `RCPT TO:<…>` may itself hold one. */
function stepEnd(text: string, at: number): number {
  const start = text.startsWith(PIPELINED, at) ? at + PIPELINED.length : at;
  let from = start;
  if (text.startsWith('RCPT TO:<', start) || text.startsWith('MAIL FROM:<', start)) {
    const open = text.indexOf('<', start);
    const close = text.charCodeAt(open) === LESS ? angleEnd(text, open) : -1;
    if (close !== -1) from = close;
  }
  return text.indexOf(': ', from);
}

/** Exim 4.84 and older put `host NAME [IP]: ` in front of the reply. */
function replyStart(text: string, at: number, event: MailEvent): number {
  if (!text.startsWith('host ', at)) return at;
  const end = readServer(text, at + 'host '.length, event);
  return end !== -1 && text.charCodeAt(end) === COLON && text.charCodeAt(end + 1) === SPACE ? end + 2 : at;
}

const PHRASES: readonly string[] = ['from remote mail server after ', 'from remote mailer after ', 'after '];
const STEP_WORDS: readonly string[] = [' in response to ', ' after '];
