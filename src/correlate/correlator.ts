// Follows every mail from its first line to its last, through every queue id that it gets.
import type { MailEvent } from '../model/event.ts';
import type { Message } from '../model/message.ts';
import { applyLine } from './apply.ts';
import { adopt, isOver, mergeChain, moveWaiting, rootOf } from './chain.ts';
import { Clients } from './clients.ts';
import { MessageTable } from './message-table.ts';
import { openMessage, recipientOf, type OpenMessage, type Scope } from './open-message.ts';
import { Scopes } from './scopes.ts';

/** Logs of one time go back by less. */
const LARGEST_DISORDER_MS = 60_000;

export class Correlator {
  readonly #onMail: (mail: Message) => void;
  readonly #scopes = new Scopes();
  readonly #table: MessageTable;
  readonly #clients = new Clients();
  #now = 0;

  /** @param onMail gets each mail once, when all its parts are over or given up. The others are in `open`. */
  constructor(onMail: (mail: Message) => void) {
    this.#onMail = onMail;
    this.#table = new MessageTable(this.#scopes, (message) => this.#over(message));
  }

  add(event: MailEvent): void {
    const { kind, queueId } = event;
    if (queueId === null) {
      if (kind === 'disconnect' || kind === 'connect') this.#clientLeft(event);
      // "NOQUEUE: hold: RCPT from …": a rule that speaks before the mail has an id.
      else if (kind === 'hold' || kind === 'discard') this.#clients.decide(event, kind);
      return;
    }
    if (!CONCERNS_MESSAGE.has(kind)) return;
    this.#passTime(event.time);
    const message = this.#find(event, queueId);
    applyLine(message, event);
    if (event.relatedId !== null && event.relation !== null) this.#link(message, event, event.relatedId);
    if (kind === 'arrival') this.#clientBegan(message, event);
    else if (kind === 'completed' || isFinished(message) || isDeleted(event)) this.#end(message, event);
    this.#table.settle(this.#now);
  }

  /** The mails that are not over now, as they stand. */
  *open(): Generator<Message> {
    const roots = new Set<OpenMessage>();
    for (const message of this.#table.current()) roots.add(rootOf(message));
    for (const root of roots) if (!root.probe) yield mergeChain(root);
  }

  /** The next file may begin where the one before it began. */
  #passTime(time: number | null): void {
    if (time !== null && (time > this.#now || this.#now - time > LARGEST_DISORDER_MS)) this.#now = time;
  }

  #find(event: MailEvent, queueId: string): OpenMessage {
    const scope = this.#scopes.of(event);
    const known = scope.get(queueId);
    if (known !== undefined) {
      if (!isAnother(known, event)) return known;
      this.#table.reuse(known);
    }
    return this.#begin(scope, queueId, event);
  }

  #begin(scope: Scope, queueId: string, event: MailEvent): OpenMessage {
    const message = openMessage(scope, queueId, event);
    this.#table.put(message);
    return message;
  }

  /** Ties the message to the one that the line names, whichever of the two is older. */
  #link(message: OpenMessage, event: MailEvent, relatedId: string): void {
    switch (event.relation) {
      case 'queued-as':
        return this.#handedOn(message, event, relatedId);
      case 'forwarded-as': {
        const child = message.scope.get(relatedId) ?? this.#begin(message.scope, relatedId, event);
        if (adopt(message, child, 'forwarded')) recipientOf(message, event).outcome = 'forwarded';
        return;
      }
      case 'original': {
        const parent = this.#scopes.find(message, relatedId);
        if (parent !== undefined) adopt(parent, message, 'reinjected');
        return;
      }
      case 'requeued-from': {
        const parent = message.scope.get(relatedId);
        if (parent === undefined || !adopt(parent, message, 'requeued')) return;
        moveWaiting(parent, message);
        this.#end(parent, event);
        return;
      }
      case 'bounce':
      case 'delay-notice':
      case 'success-notice':
      case 'postmaster-notice':
        (message.scope.get(relatedId) ?? this.#begin(message.scope, relatedId, event)).origin =
          'notification';
        return;
      default:
        return;
    }
  }

  /** "250 2.0.0 Ok: queued as Q2": only where this host logs that id too, it is the same mail, back from a filter. */
  #handedOn(message: OpenMessage, event: MailEvent, relatedId: string): void {
    const other = this.#scopes.find(message, relatedId);
    if (other === undefined || other === message || !isBetween(other.arrived, message.arrived, event.time))
      return;
    if (adopt(message, other, 'reinjected')) recipientOf(message, event).outcome = 'filtered';
  }

  #end(message: OpenMessage, event: MailEvent): void {
    if (message.ended === null) this.#table.end(message, event.time ?? message.lastSeen);
  }

  #clientBegan(message: OpenMessage, event: MailEvent): void {
    if (message.queued || event.pid === null) return;
    const decision = this.#clients.begin(event, message);
    if (decision === 'hold') message.held = true;
    else if (decision === 'discard') {
      message.discarded = true;
      this.#end(message, event);
    }
  }

  /** What a client had begun and cleanup never queued was cancelled; a line of the queue manager calls it back. */
  #clientLeft(event: MailEvent): void {
    for (const message of this.#clients.leave(event)) {
      if (message.held || message.ended !== null) continue;
      message.canceled = true;
      this.#end(message, event);
    }
  }

  #over(message: OpenMessage): void {
    const root = rootOf(message);
    // A probe asks whether an address exists: it is no mail.
    if (isOver(root) && !root.probe) this.#onMail(mergeChain(root));
  }
}

const CONCERNS_MESSAGE: ReadonlySet<string> = new Set([
  'arrival',
  'message-id',
  'queued',
  'delivery',
  'notification',
  'completed',
  'canceled',
  'expired',
  'hold',
  'release',
  'requeue',
  'discard',
  'reject',
  'storage',
]);

/** A short id is used again as soon as its file is gone: a second beginning is another message. */
function isAnother(known: OpenMessage, { kind }: MailEvent): boolean {
  if (kind === 'arrival') return known.hasArrival || known.ended !== null;
  // cleanup may be late with the first one of a mail that its client cancelled.
  return kind === 'message-id' && known.ended !== null && (known.queued || known.messageId !== null);
}

/** Cancelled, refused, or thrown away by a rule before it was queued. */
function isFinished(message: OpenMessage): boolean {
  return message.canceled || message.rejectedClass !== null || (message.discarded && !message.queued);
}

/** "postsuper[7]: Q: removed". Rules that throw a mail away speak of its status. */
function isDeleted({ kind, mta, status }: MailEvent): boolean {
  return kind === 'discard' && mta === 'postfix' && status === null;
}

/** Stamps of several daemons: the last may be a little before the one that it follows. */
function isBetween(time: number | null, from: number | null, to: number | null): boolean {
  if (time === null) return true;
  return (from === null || time >= from) && (to === null || time < to + 1000);
}
