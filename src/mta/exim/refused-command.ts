// Refusals that begin with the verb: limits and checks that Exim makes itself, before or beside the ACLs.
import type { MailEvent, Stage } from '../../model/event.ts';
import { LESS } from './ascii.ts';
import { readClient } from './host-phrase.ts';
import { readRejection, refuse } from './reject.ts';
import { angleEnd, tokenEnd } from './scan.ts';
import { readServerFields } from './server-fields.ts';
import { stageOfCommand } from './stage.ts';

/**
 * Reads behind `rejected ` or `temporarily rejected ` at the begin of a line.
 *   EHLO from [203.0.113.99]: syntactically invalid argument(s): TEXT OF THE CLIENT
 *   "HELO mx.example.net" from client.example.com (mx.example.net) [198.51.100.77]
 *   MAIL command H=client.example.com [198.51.100.77]: too many messages in one connection
 *   MAIL FROM:<big@example.com> H=mx9.example.com [198.51.100.9]: message too big: size=73400320 max=52428800
 *   from <big@example.com> H=mx9.example.com [198.51.100.9]: message too big: read=52429824 max=52428800
 */
export function readRefusedCommand(text: string, at: number, event: MailEvent): boolean {
  if (text.startsWith('from <', at)) return readRefusedMessage(text, at + 'from '.length, event);
  if (text.startsWith('MAIL FROM:<', at)) return readRefusedSize(text, at + 'MAIL FROM:'.length, event);
  if (text.startsWith('"', at)) return readUnverifiedHelo(text, at, event, 550);
  const verbEnd = tokenEnd(text, at);
  if (text.startsWith(' command ', verbEnd)) {
    const reason = readPeer(text, verbEnd + ' command '.length, event);
    refuse(event, stageOfCommand(text, at), 421, text.substring(reason));
    return true;
  }
  if (text.startsWith(' from ', verbEnd)) return readOutOfOrder(text, at, verbEnd + ' from '.length, event);
  return readRejection(text, at, event);
}

/** `temporarily rejected "EHLO mx.example.net" from …` */
export function readTemporarilyRefusedHelo(text: string, at: number, event: MailEvent): boolean {
  return readUnverifiedHelo(text, at - 1, event, 451);
}

/** Reads behind `unqualified sender rejected: `: `<root> H=client.example.com [198.51.100.77]`. */
export function readUnqualifiedSender(text: string, at: number, event: MailEvent): boolean {
  event.sender = readAddress(text, at, event);
  refuse(event, 'mail', 501, 'unqualified sender rejected');
  return true;
}

/** Reads behind `unqualified recipient rejected: `. */
export function readUnqualifiedRecipient(text: string, at: number, event: MailEvent): boolean {
  event.recipient = readAddress(text, at, event);
  refuse(event, 'rcpt', 501, 'unqualified recipient rejected');
  return true;
}

/**
 * Reads behind `too many recipients: `: a limit, not storage, whatever the code.
 *   excess temporarily rejected: sender=<list@example.org> H=lists.example.org [192.0.2.60]
 *   message rejected: sender=<list@example.org> H=lists.example.org [192.0.2.60]
 */
export function readTooManyRecipients(text: string, at: number, event: MailEvent): boolean {
  const sender = text.indexOf('sender=<', at);
  if (sender !== -1) event.sender = readAddress(text, sender + 'sender='.length, event);
  refuse(event, 'rcpt', text.startsWith('excess temporarily', at) ? 452 : 552, 'too many recipients');
  return true;
}

/** `<big@example.com> H=…: message too big: size=N max=M`, told at MAIL. */
function readRefusedSize(text: string, at: number, event: MailEvent): boolean {
  event.sender = readAddress(text, at, event);
  refuse(event, 'mail', 552, reasonOf(text, at));
  markSize(event);
  return true;
}

/** `<big@example.com> H=…: message too big: read=N max=M`, `… too many "Received" headers`, told after the data. */
function readRefusedMessage(text: string, at: number, event: MailEvent): boolean {
  event.sender = readAddress(text, at, event);
  const reason = reasonOf(text, at);
  refuse(event, 'eod', SIZE_WORDS.test(reason) ? 552 : 550, reason);
  markSize(event);
  return true;
}

function markSize(event: MailEvent): void {
  if (!/^message too (?:big|large)/.test(event.replyText ?? '')) return;
  event.storage = 'message-size';
  event.storageOurs = true;
}

/** `HELO mx.example.net" from …`: the name did not fit the address (helo_verify_hosts). */
function readUnverifiedHelo(text: string, at: number, event: MailEvent, code: number): boolean {
  const close = text.lastIndexOf('" from ');
  if (close <= at) return false;
  readClient(text, close + '" from '.length, event);
  refuse(event, 'helo', code, text.substring(at, close + 1));
  return true;
}

/** `EHLO from PEER: syntactically invalid argument(s): …`, `MAIL from PEER: no HELO/EHLO given`. */
function readOutOfOrder(text: string, at: number, peer: number, event: MailEvent): boolean {
  const reason = readPeer(text, peer, event);
  if (reason === peer) return false;
  const stage: Stage | null = stageOfCommand(text, at);
  // What the client wrote behind it says nothing of what it was told.
  if (text.startsWith(INVALID, reason)) refuse(event, stage, 501, INVALID);
  else refuse(event, stage, 503, text.substring(reason));
  return true;
}

const INVALID = 'syntactically invalid argument(s)';

/** Reads the client at `at`, with or without `H=`; returns the begin of the reason behind it, `at` when there is none. */
function readPeer(text: string, at: number, event: MailEvent): number {
  const end = readClient(text, text.startsWith('H=', at) ? at + 2 : at, event);
  if (end === -1) return at;
  const next = readServerFields(text, end, event);
  return text.startsWith(': ', next) ? next + 2 : next;
}

/** The address in the brackets at `at`; the client behind it goes into the event. */
function readAddress(text: string, at: number, event: MailEvent): string | null {
  const close = text.charCodeAt(at) === LESS ? angleEnd(text, at) : -1;
  if (close === -1) return null;
  const sender = event.sender;
  readServerFields(text, close + 1, event);
  event.sender = sender;
  return text.substring(at + 1, close);
}

/** What Exim answers with 552 after the data: a message, header or header line over a limit, or headers without CRLF in BDAT. */
const SIZE_WORDS = /too (?:big|large|long)|overlong|^Non-CRLF/i;

function reasonOf(text: string, at: number): string {
  const host = text.indexOf(']', at);
  const separator = text.indexOf(': ', host === -1 ? at : host);
  return separator === -1 ? '' : text.substring(separator + 2);
}
