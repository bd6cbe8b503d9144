// The messages that are open, and those that ended so recently that a late line may still come.
import type { OpenMessage } from './open-message.ts';

/** Open messages at most, about 1 KiB each; beyond it the one untouched for longest is given up. */
export const MOST_OPEN = 200_000;
/** Daemons write in no common order: lines of a message come up to this long after its end (log time). */
export const GRACE_MS = 60_000;
/** Ended messages kept for late lines at most. */
const MOST_ENDED = 20_000;

export class MessageTable {
  readonly #onOver: (message: OpenMessage) => void;
  readonly #byKey = new Map<string, OpenMessage>();
  #ended: OpenMessage[] = [];
  #next = 0;

  /** @param onOver told once of each message that is over: ended and its grace past, or given up. */
  constructor(onOver: (message: OpenMessage) => void) {
    this.#onOver = onOver;
  }

  get(key: string): OpenMessage | undefined {
    return this.#byKey.get(key);
  }

  put(message: OpenMessage): void {
    this.#byKey.set(message.key, message);
    if (this.#byKey.size <= MOST_OPEN) return;
    for (const oldest of this.#byKey.values()) {
      this.#over(oldest);
      return;
    }
  }

  /** The id belongs to a new message from now on; the old one stays until its grace is past. */
  reuse(message: OpenMessage): void {
    if (this.#byKey.get(message.key) === message) this.#byKey.delete(message.key);
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
    for (const message of [...this.#byKey.values()]) this.#over(message);
  }

  /** What is open or in its grace now. */
  *current(): Generator<OpenMessage> {
    yield* this.#byKey.values();
  }

  #settleNext(): void {
    const message = this.#ended[this.#next++];
    if (this.#next > MOST_ENDED) {
      this.#ended = this.#ended.slice(this.#next);
      this.#next = 0;
    }
    // Called back by a late line, or queued here twice: not now.
    if (message === undefined || message.ended === null || message.over) return;
    this.#over(message);
  }

  #over(message: OpenMessage): void {
    this.reuse(message);
    if (message.over) return;
    message.over = true;
    this.#onOver(message);
  }
}
