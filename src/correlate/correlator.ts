// Follows every mail from its first line to its last, through every queue id that it gets.
import type { MailEvent } from '../model/event.ts';
import type { Message } from '../model/message.ts';
import { applyLine } from './apply.ts';
import { adopt, isOver, mergeChain, rootOf } from './chain.ts';
import { MessageTable } from './message-table.ts';
import { openMessage, type OpenMessage } from './open-message.ts';

/** Client processes remembered at most, with the message that each has begun and not finished. */
const MOST_CLIENTS = 20_000;

export class Correlator {
  readonly #table: MessageTable;
  readonly #onMail: (mail: Message) => void;
  /** By host and pid of the daemon that talks to the client. */
  readonly #begunBy = new Map<string, OpenMessage>();
  /** What a rule decided for the mail that a client is about to send. */
  readonly #decidedFor = new Map<string, 'hold' | 'discard'>();
  #now = 0;

  /** @param onMail gets each mail once: when all its parts are over or given up, the rest at `end`. */
  constructor(onMail: (mail: Message) => void) {
    this.#onMail = onMail;
    this.#table = new MessageTable((message) => this.#over(message));
  }

  add(event: MailEvent): void {
    const { kind, queueId } = event;
    if (queueId === null) {
      if (kind === 'disconnect' || kind === 'connect') this.#clientLeft(event);
      // "NOQUEUE: hold: RCPT from …": a rule that speaks before the mail has an id.
      else if (kind === 'hold' || kind === 'discard') this.#decidedFor.set(clientOf(event), kind);
      return;
    }
    if (!CONCERNS_MESSAGE.has(kind)) return;
    if (event.time !== null && event.time > this.#now) this.#now = event.time;
    const message = this.#find(event, queueId);
    applyLine(message, event);
    if (event.relatedId !== null && event.relation !== null) this.#link(message, event, event.relatedId);
    if (kind === 'arrival') this.#clientBegan(message, event);
    else if (kind === 'completed' || isFinished(message)) this.#end(message, event);
    this.#table.settle(this.#now);
  }

  /** The mails that are open now, as they stand. */
  *open(): Generator<Message> {
    for (const message of this.#table.current()) {
      if (message.parent === null && !message.probe) yield mergeChain(message);
    }
  }

  end(): void {
    this.#table.finish();
  }

  #find(event: MailEvent, queueId: string): OpenMessage {
    const key = keyOf(event, queueId);
    const known = this.#table.get(key);
    if (known !== undefined) {
      // A short id is used again as soon as its file is gone: a second beginning is another message.
      const again = known.ended !== null && (event.kind === 'arrival' || event.kind === 'message-id');
      if (!again) return known;
      this.#table.reuse(known);
    }
    return this.#begin(key, queueId, event);
  }

  #begin(key: string, queueId: string, event: MailEvent): OpenMessage {
    const message = openMessage(key, queueId, event);
    this.#table.put(message);
    return message;
  }

  /** Ties the message to the one that the line names, whichever of the two is older. */
  #link(message: OpenMessage, event: MailEvent, relatedId: string): void {
    const key = keyOf(event, relatedId);
    const other = this.#table.get(key);
    switch (event.relation) {
      case 'queued-as':
        // Only where this host logs that id too, it is the same mail coming back from a filter.
        if (other !== undefined && other !== message) adopt(message, other, 'reinjected', event.recipient);
        return;
      case 'forwarded-as':
        adopt(message, other ?? this.#begin(key, relatedId, event), 'forwarded', event.recipient);
        return;
      case 'original':
        if (other !== undefined) adopt(other, message, 'reinjected', null);
        return;
      case 'requeued-from':
        if (other !== undefined) {
          adopt(other, message, 'requeued', null);
          this.#end(other, event);
        }
        return;
      case 'bounce':
      case 'delay-notice':
      case 'success-notice':
      case 'postmaster-notice':
        (other ?? this.#begin(key, relatedId, event)).origin = 'notification';
        return;
      default:
        return;
    }
  }

  #end(message: OpenMessage, event: MailEvent): void {
    if (message.ended === null) this.#table.end(message, event.time ?? message.lastSeen);
  }

  #clientBegan(message: OpenMessage, event: MailEvent): void {
    if (message.queued || event.pid === null) return;
    const client = clientOf(event);
    const decided = this.#decidedFor.get(client);
    this.#clientLeft(event);
    if (decided === 'hold') message.held = true;
    else if (decided === 'discard') {
      message.discarded = true;
      this.#end(message, event);
    }
    if (this.#begunBy.size >= MOST_CLIENTS) this.#begunBy.clear();
    this.#begunBy.set(client, message);
  }

  /** What a client had begun and cleanup never queued was cancelled; a line of the queue manager calls it back. */
  #clientLeft(event: MailEvent): void {
    const client = clientOf(event);
    if (this.#decidedFor.size > 0) this.#decidedFor.delete(client);
    const message = this.#begunBy.get(client);
    if (message === undefined) return;
    this.#begunBy.delete(client);
    if (message.queued || message.held || message.ended !== null) return;
    message.canceled = true;
    this.#end(message, event);
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

/** Cancelled, refused, or thrown away by a rule before it was queued. */
function isFinished(message: OpenMessage): boolean {
  return message.canceled || message.rejectedClass !== null || (message.discarded && !message.queued);
}

function clientOf(event: MailEvent): string {
  return `${event.host ?? ''} ${event.pid ?? ''}`;
}

/** Two hosts, and two instances on one host, may use the same id. Services of one instance share its first tag part. */
function keyOf(event: MailEvent, queueId: string): string {
  const program = event.program ?? '';
  const slash = program.indexOf('/');
  return `${queueId} ${slash === -1 ? program : program.substring(0, slash)} ${event.host ?? ''}`;
}
