// The messages that are open, and those that ended so recently that a late line may still come.
import type { OpenMessage, Scope } from './open-message.ts';

/** Open messages at most, about 1 KiB each; beyond it the one untouched for longest is given up. */
export const MOST_OPEN = 200_000;
/** Daemons write in no common order: lines of a message come up to this long after its end (log time). */
export const GRACE_MS = 60_000;
/** Ended messages kept for late lines at most. */
const MOST_ENDED = 20_000;
const SETTLED_AT_ONCE = 256;

export class MessageTable {
  readonly #onOver: (message: OpenMessage) => void;
  readonly #scopes: ReadonlyMap<string, Scope>;
  #count = 0;
  #ended: OpenMessage[] = [];
  #next = 0;

  /** @param onOver told once of each message that is over: ended and its grace past, or given up. */
  constructor(scopes: ReadonlyMap<string, Scope>, onOver: (message: OpenMessage) => void) {
    this.#scopes = scopes;
    this.#onOver = onOver;
  }

  put(message: OpenMessage): void {
    const { scope, queueId } = message;
    if (!scope.has(queueId)) this.#count++;
    scope.set(queueId, message);
    if (this.#count <= MOST_OPEN) return;
    for (const oldest of scope.values()) {
      this.#over(oldest);
      return;
    }
  }

  /** The id belongs to a new message from now on; the old one stays until its grace is past. */
  reuse({ scope, queueId }: OpenMessage): void {
    if (scope.delete(queueId)) this.#count--;
  }

  /** The message has ended at `time`. A later line may call it back by setting `ended` to null. */
  end(message: OpenMessage, time: number): void {
    message.ended = time;
    this.#ended.push(message);
    if (this.#ended.length - this.#next > MOST_ENDED) this.#settleNext();
  }

  /** Lets go of what ended before `now` less the grace. */
  settle(now: number): void {
    while (this.#next < this.#ended.length) {
      const ended = this.#ended[this.#next]?.ended ?? null;
      if (ended !== null && ended > now - GRACE_MS) return;
      this.#settleNext();
    }
  }

  /** The input is over. */
  finish(): void {
    while (this.#next < this.#ended.length) this.#settleNext();
    for (const message of this.current()) this.#over(message);
  }

  /** What is open or in its grace now. */
  *current(): Generator<OpenMessage> {
    for (const scope of this.#scopes.values()) yield* scope.values();
  }

  #settleNext(): void {
    const message = this.#ended[this.#next++];
    // Let go of it soon: what survives is copied by every collection.
    if (this.#next >= SETTLED_AT_ONCE) {
      this.#ended = this.#ended.slice(this.#next);
      this.#next = 0;
    }
    // Called back by a late line, or queued here twice: not now.
    if (message === undefined || message.ended === null || message.over) return;
    this.#over(message);
  }

  #over(message: OpenMessage): void {
    // A reused id stands for another message by now.
    if (message.scope.get(message.queueId) === message) this.reuse(message);
    if (message.over) return;
    message.over = true;
    this.#onOver(message);
  }
}
