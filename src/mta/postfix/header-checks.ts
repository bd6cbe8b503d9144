// header_checks and body_checks: `Q: reject: header Subject: … from N[A]; from=<S> to=<R> proto=P helo=<H>: 5.7.1 text`.
// The quoted header is the sender's: it may look like the rest of the line.
import type { EventKind, MailEvent, Status } from '../../model/event.ts';
import { statusOfEnhanced } from './action.ts';
import { readClient } from './peer.ts';
import { enhancedCodeAt } from './reply.ts';
import { listEnd } from './tail.ts';

/** Reads what follows the queue id at `at`. False: no line of these checks. */
export function readHeaderCheck(event: MailEvent, text: string, at: number): boolean {
  const colon = text.indexOf(': ', at);
  if (colon === -1) return false;
  const printed = text.substring(at, colon);
  // milter_header_checks: "milter-header-reject: header …", "milter-body-…"
  const action = ACTIONS.get(
    printed.startsWith('milter-') ? printed.substring(printed.lastIndexOf('-') + 1) : printed,
  );
  if (action === undefined || !isPart(text, colon + 2)) return false;
  event.kind = action.kind;
  event.status = action.status;
  const list = lastList(text, colon + 2);
  // Cut off, or written by a program without an envelope.
  if (list === -1) return true;
  const end = listEnd(text, list, event);
  const peer = text.lastIndexOf(' from ', list) + ' from '.length;
  // "from local", "from unknown"
  const isClient = readClient(event, text, peer) === list - 2;
  event.direction = isClient ? 'inbound' : 'local';
  if (action.kind === 'reject') readVerdict(event, text, end, isClient);
  return true;
}

/** ": 5.7.1 Spam subject" behind the list; a client gets 550 or 451, at the end of the message. */
function readVerdict(event: MailEvent, text: string, end: number, isClient: boolean): void {
  const at = Math.min(end + 2, text.length);
  if (at === text.length) return;
  event.replyText = text.substring(at);
  event.enhancedCode = enhancedCodeAt(text, at, text.length);
  if (!isClient) return;
  event.stage = 'eod';
  // Before 2.3 there was no status, and every refusal was final. A digit alone was cut off.
  event.status = statusOfEnhanced(event.enhancedCode) ?? (isDigit(text.charCodeAt(at)) ? null : 'rejected');
  if (event.status !== null) event.impliedCode = event.status === 'rejected' ? 550 : 451;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isPart(text: string, at: number): boolean {
  for (const part of PARTS) if (text.startsWith(part, at)) return true;
  return false;
}

const PARTS = ['header ', 'body ', 'content ', 'mime-error ', 'mime ', 'nested '];

/**
 * Where the list that Postfix wrote begins: the last well-formed one that a `: ` or the end of the line follows, and
 * that does not stand inside an address of another.
 */
function lastList(text: string, from: number): number {
  let found = -1;
  for (let at = text.indexOf('; from=', from); at !== -1;) {
    const end = listEnd(text, at + 2, null);
    if (end !== -1 && (end === text.length || text.startsWith(': ', end))) {
      found = at + 2;
      at = text.indexOf('; from=', end);
    } else {
      at = text.indexOf('; from=', at + 1);
    }
  }
  return found;
}

const ACTIONS: ReadonlyMap<string, { kind: EventKind; status: Status | null }> = new Map<
  string,
  { kind: EventKind; status: Status | null }
>([
  ['reject', { kind: 'reject', status: null }],
  ['hold', { kind: 'hold', status: 'held' }],
  ['discard', { kind: 'discard', status: 'discarded' }],
  ['warning', { kind: 'notice', status: null }],
  ['warn', { kind: 'notice', status: null }],
  ['info', { kind: 'notice', status: null }],
  ['filter', { kind: 'notice', status: null }],
  ['delay', { kind: 'notice', status: null }],
  ['prepend', { kind: 'notice', status: null }],
  ['replace', { kind: 'notice', status: null }],
  ['redirect', { kind: 'notice', status: null }],
  ['bcc', { kind: 'notice', status: null }],
  ['strip', { kind: 'notice', status: null }],
  ['pass', { kind: 'notice', status: null }],
]);
