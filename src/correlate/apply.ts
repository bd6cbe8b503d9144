// What each kind of line does to the message it names.
import type { MailEvent, Status } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import type { Origin, RecipientOutcome } from '../model/message.ts';
import { recipientOf, type OpenMessage } from './open-message.ts';

/** Applies one line. Links between messages and the end of messages are the correlator's. */
export function applyLine(message: OpenMessage, event: MailEvent): void {
  if (event.time !== null && event.time > message.lastSeen) message.lastSeen = event.time;
  switch (event.kind) {
    case 'arrival':
      return arrive(message, event);
    case 'message-id':
      if (event.messageId !== null) message.messageId ??= keep(event.messageId);
      message.arrived ??= event.time;
      return;
    case 'queued':
      reachQueue(message);
      if (event.sender !== null) message.sender ??= keep(event.sender);
      message.size ??= event.size;
      return;
    case 'delivery':
      return deliver(message, event);
    case 'hold':
      message.held = true;
      return;
    case 'release':
      message.held = false;
      return;
    case 'expired':
      // The queue lifetime is over: whoever was still waiting gets it back.
      message.expired = true;
      giveUp(message, 'expired');
      return;
    case 'canceled':
      message.canceled = true;
      return;
    case 'discard':
      // "w21@example.net <team@example.net>: error ignored" is about that recipient alone.
      if (event.mta === 'exim' && event.recipient !== null) return;
      message.discarded = true;
      giveUp(message, 'discarded');
      return;
    case 'reject':
      // A refusal after the data ends the mail; one of a further recipient does not.
      if (event.stage === 'eod' && !message.queued) refuse(message, event.status === 'temp-rejected' ? 4 : 5);
      return;
    case 'storage':
      // "Q: write queue file: No space left on device": cleanup gave up, the client was told to come back.
      if (!message.queued) refuse(message, event.storage === 'message-size' ? 5 : 4);
      return;
    default:
      return;
  }
}

/** Nothing more is tried. */
function giveUp(message: OpenMessage, outcome: 'expired' | 'discarded'): void {
  for (const recipient of message.recipients)
    if (recipient.outcome === 'deferred') recipient.outcome = outcome;
}

function refuse(message: OpenMessage, replyClass: 4 | 5): void {
  message.rejectedClass = replyClass;
}

/** The queue manager has it: it was not cancelled, whatever its session looked like. */
function reachQueue(message: OpenMessage): void {
  message.queued = true;
  if (message.canceled) {
    message.canceled = false;
    message.ended = null;
  }
}

function arrive(message: OpenMessage, event: MailEvent): void {
  message.hasArrival = true;
  message.arrived ??= event.time;
  message.origin ??= originOf(event);
  if (event.clientIp !== null) message.clientIp ??= keep(event.clientIp);
  const account = event.account ?? event.auth?.username ?? null;
  if (account !== null) message.account ??= keep(account);
  if (event.sender !== null) message.sender ??= keep(event.sender);
  if (event.messageId !== null) message.messageId ??= keep(event.messageId);
  message.size ??= event.size;
  // Exim's "<=" is written when the message is in the queue.
  if (event.mta === 'exim') message.queued = true;
}

function originOf(event: MailEvent): Origin {
  if (event.relation === 'bounce-of') return 'notification';
  return event.direction === 'local' ? 'local' : 'smtp';
}

function deliver(message: OpenMessage, event: MailEvent): void {
  const status = event.status;
  if (status === 'deliverable' || status === 'undeliverable' || status === 'undeliverable-but-not-cached') {
    message.probe = true;
    return;
  }
  if (status === null) return;
  reachQueue(message);
  const recipient = recipientOf(message, event);
  recipient.attempts += event.repeat;
  if (status === 'deferred' || status === 'softbounce') recipient.deferrals += event.repeat;
  recipient.last = event.time;
  if (event.delay !== null) recipient.delay = event.delay;
  else if (event.time !== null && message.arrived !== null)
    recipient.delay = Math.max(0, (event.time - message.arrived) / 1000);
  if (event.relay !== null) recipient.relay = keep(event.relay);
  if (status === 'expired') {
    // "retry timeout exceeded" says nothing new: the last deferral holds the cause.
    recipient.outcome = 'expired';
    recipient.reason ??= event.reason;
    return;
  }
  recipient.outcome = outcomeOf(event, status);
  recipient.replyCode = event.replyCode;
  recipient.enhancedCode = event.enhancedCode === null ? null : keep(event.enhancedCode);
  recipient.reason = event.reason;
}

function outcomeOf(event: MailEvent, status: Status): RecipientOutcome {
  switch (status) {
    case 'sent':
      return isThrownAway(event) ? 'discarded' : 'delivered';
    case 'bounced':
      return 'bounced';
    // Exim's "*>" (option -N): it is off the queue, and nothing was delivered.
    case 'suppressed':
    case 'discarded':
      return 'discarded';
    default:
      return 'deferred';
  }
}

/** "postfix/discard[77]: Q: to=<x@example.org>, relay=none, …, status=sent (example.org)"; local(8) for /dev/null */
function isThrownAway({ direction, program, replyText }: MailEvent): boolean {
  return direction === 'local' && (replyText === 'discarded' || (program?.endsWith('/discard') ?? false));
}
