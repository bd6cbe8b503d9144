// Follows every mail from its first line to its last, through every queue id that it gets.
import type { MailEvent } from '../model/event.ts';
import type { Message } from '../model/message.ts';
import { applyLine } from './apply.ts';
import { adopt, isOver, mergeChain, rootOf } from './chain.ts';
import { Clients } from './clients.ts';
import { MessageTable } from './message-table.ts';
import { openMessage, type OpenMessage, type Scope } from './open-message.ts';

export class Correlator {
  readonly #onMail: (mail: Message) => void;
  /** By host and instance. */
  readonly #scopes = new Map<string, Scope>();
  readonly #table: MessageTable;
  readonly #clients = new Clients();
  #lastHost: string | null = null;
  #lastProgram: string | null = null;
  #lastScope: Scope = new Map();
  #now = 0;

  /** @param onMail gets each mail once: when all its parts are over or given up, the rest at `end`. */
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
    const scope = this.#scope(event);
    const known = scope.get(queueId);
    if (known !== undefined) {
      // A short id is used again as soon as its file is gone: a second beginning is another message.
      const again = known.ended !== null && (event.kind === 'arrival' || event.kind === 'message-id');
      if (!again) return known;
      this.#table.reuse(known);
    }
    return this.#begin(scope, queueId, event);
  }

  /** Two hosts, and two instances on one host, may use the same id. */
  #scope({ host, program }: MailEvent): Scope {
    if (host === this.#lastHost && program === this.#lastProgram) return this.#lastScope;
    const key = `${instanceOf(program ?? '')} ${host ?? ''}`;
    let scope = this.#scopes.get(key);
    if (scope === undefined) {
      scope = new Map();
      this.#scopes.set(key, scope);
    }
    this.#lastHost = host;
    this.#lastProgram = program;
    this.#lastScope = scope;
    return scope;
  }

  #begin(scope: Scope, queueId: string, event: MailEvent): OpenMessage {
    const message = openMessage(scope, queueId, event);
    this.#table.put(message);
    return message;
  }

  /** Ties the message to the one that the line names, whichever of the two is older. */
  #link(message: OpenMessage, event: MailEvent, relatedId: string): void {
    const { scope } = message;
    const other = scope.get(relatedId);
    switch (event.relation) {
      case 'queued-as':
        // Only where this host logs that id too, it is the same mail coming back from a filter.
        if (other !== undefined && other !== message) adopt(message, other, 'reinjected', event.recipient);
        return;
      case 'forwarded-as':
        adopt(message, other ?? this.#begin(scope, relatedId, event), 'forwarded', event.recipient);
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
        (other ?? this.#begin(scope, relatedId, event)).origin = 'notification';
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
    const decision = this.#clients.decisionFor(event);
    this.#clientLeft(event);
    this.#clients.begin(event, message);
    if (decision === 'hold') message.held = true;
    else if (decision === 'discard') {
      message.discarded = true;
      this.#end(message, event);
    }
  }

  /** What a client had begun and cleanup never queued was cancelled; a line of the queue manager calls it back. */
  #clientLeft(event: MailEvent): void {
    const message = this.#clients.leave(event);
    if (message === null || message.held || message.ended !== null) return;
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

/** Services of one instance share the first part of their tags. */
function instanceOf(program: string): string {
  const slash = program.indexOf('/');
  return slash === -1 ? program : program.substring(0, slash);
}
