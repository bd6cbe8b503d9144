// `Q: reject: RCPT from N[A]: 550 …; from=<…> to=<…> …` and its relatives of smtpd, cleanup (milters) and postscreen.
import type { EventKind, MailEvent, Status } from '../../model/event.ts';
import { readClient, readScreenedClient } from './peer.ts';
import { enhancedCodeAt, readReply } from './reply.ts';
import { stageOfCommand } from './stage.ts';
import { readTail } from './tail.ts';

/**
 * Reads what follows the queue id at `at`. False: no action line.
 * A line that prints neither code nor status (`bare <LF> received`) has its text in `replyText` and no status.
 */
export function readAction(event: MailEvent, text: string, at: number): boolean {
  const colon = text.indexOf(': ', at);
  if (colon === -1) return false;
  const action = ACTIONS.get(text.substring(at, colon));
  if (action === undefined) return false;
  const from = text.indexOf(' ', colon + 2);
  if (from === -1 || !text.startsWith(' from ', from)) return false;
  const peerAt = from + ' from '.length;
  const peerEnd =
    text.charCodeAt(peerAt) === OPEN
      ? readScreenedClient(event, text, peerAt)
      : readClient(event, text, peerAt);
  if (peerEnd === -1 || !text.startsWith(': ', peerEnd)) return false;
  event.kind = action.kind;
  event.status = action.status;
  event.stage = stageOfCommand(text.substring(colon + 2, from).toUpperCase());
  const textAt = peerEnd + 2;
  const textEnd = readTail(event, text, textAt);
  if (action.kind !== 'reject') return true;
  if (readReply(event, text, textAt, textEnd)) {
    event.status = statusOfReply(event.replyCode);
  } else {
    // cleanup: "5.7.1 rejected by DMARC policy for example.com", the milter's code is not logged.
    event.replyText = text.substring(textAt, textEnd);
    event.enhancedCode = enhancedCodeAt(text, textAt, textEnd);
    event.status = statusOfEnhanced(event.enhancedCode);
  }
  if (!action.sent) {
    event.replyRole = 'not-sent';
    event.status = null;
  }
  return true;
}

/** What a refusal with this code means for the client; null when the code was cut off. */
export function statusOfReply(code: number | null): Status | null {
  if (code === null) return null;
  return code >= 500 ? 'rejected' : 'temp-rejected';
}

export function statusOfEnhanced(code: string | null): Status | null {
  if (code === null) return null;
  return code.startsWith('5') ? 'rejected' : code.startsWith('4') ? 'temp-rejected' : null;
}

const OPEN = 91;

interface Action {
  readonly kind: EventKind;
  readonly status: Status | null;
  readonly sent: boolean;
}

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['reject', { kind: 'reject', status: null, sent: true }],
  ['milter-reject', { kind: 'reject', status: null, sent: true }],
  // warn_if_reject
  ['reject_warning', { kind: 'reject', status: null, sent: false }],
  ['hold', { kind: 'hold', status: 'held', sent: true }],
  ['milter-hold', { kind: 'hold', status: 'held', sent: true }],
  ['discard', { kind: 'discard', status: 'discarded', sent: true }],
  ['milter-discard', { kind: 'discard', status: 'discarded', sent: true }],
  ['filter', { kind: 'notice', status: null, sent: true }],
  ['redirect', { kind: 'notice', status: null, sent: true }],
  ['bcc', { kind: 'notice', status: null, sent: true }],
  ['prepend', { kind: 'notice', status: null, sent: true }],
  ['delay', { kind: 'notice', status: null, sent: true }],
  ['hangup', { kind: 'notice', status: null, sent: true }],
  ['info', { kind: 'notice', status: null, sent: true }],
  ['warn', { kind: 'notice', status: null, sent: true }],
  ['permit', { kind: 'notice', status: null, sent: true }],
]);
