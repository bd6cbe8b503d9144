// The messages that are open, and those that ended so recently that a late line may still come.
import type { OpenMessage, Scope } from './open-message.ts';
import type { Scopes } from './scopes.ts';

/** Open messages at most, about 1 KiB each; beyond it the oldest are given up. */
export const MOST_OPEN = 200_000;
/** Many at once: a map finds its oldest entry by stepping over those that were deleted before. */
const GIVEN_UP_AT_ONCE = MOST_OPEN / 10;
/** Daemons write in no common order: lines of a message come up to this long after its end (log time). */
export const GRACE_MS = 60_000;
/** Ended messages kept for late lines at most. */
const MOST_ENDED = 20_000;
const SETTLED_AT_ONCE = 256;

export class MessageTable {
  readonly #onOver: (message: OpenMessage) => void;
  readonly #scopes: Scopes;
  #count = 0;
  #ended: OpenMessage[] = [];
  #next = 0;

  /** @param onOver told once of each message that is over: ended and its grace past, or given up. */
  constructor(scopes: Scopes, onOver: (message: OpenMessage) => void) {
    this.#scopes = scopes;
    this.#onOver = onOver;
  }

  put(message: OpenMessage): void {
    const { scope, queueId } = message;
    if (!scope.has(queueId)) this.#count++;
    scope.set(queueId, message);
    if (this.#count > MOST_OPEN) this.#giveUpOldest();
  }

  /** The id belongs to a new message from now on; what became of the old one is known, or never will be. */
  reuse(message: OpenMessage): void {
    if (message.ended === null) this.#over(message);
    else this.#forget(message);
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

  /** What is open or in its grace now. A message may come twice. */
  *current(): Generator<OpenMessage> {
    for (const scope of this.#scopes.all()) yield* scope.values();
    for (let at = this.#next; at < this.#ended.length; at++) {
      const message = this.#ended[at];
      if (message !== undefined && !message.over) yield message;
    }
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
    this.#forget(message);
    if (message.over) return;
    message.over = true;
    this.#onOver(message);
  }

  #forget(message: OpenMessage): void {
    const { scope, queueId } = message;
    // A reused id stands for another message by now.
    if (scope.get(queueId) === message && scope.delete(queueId)) this.#count--;
  }

  /** Those of the busiest mail system: a quiet one keeps its few. */
  #giveUpOldest(): void {
    let busiest: Scope = new Map();
    for (const scope of this.#scopes.all()) if (scope.size > busiest.size) busiest = scope;
    let left = GIVEN_UP_AT_ONCE;
    for (const oldest of busiest.values()) {
      if (left-- === 0) return;
      this.#over(oldest);
    }
  }
}
