// A reply that is logged when a host fails, and again in the final line when no other host takes the message:
// Exim "H=mx [ip]: SMTP error from … 450 …" before "== … 450 …", Postfix "Q: host mx[ip] said: 450 …" before its "to=".
import type { MailEvent } from '../model/event.ts';
import { detached } from './detached.ts';

/** Host lines held back at most; beyond it the oldest are counted as not repeated. */
const MOST_HELD = 10_000;
/** Many at once: a map finds its oldest entry by stepping over those that were deleted before. */
const RELEASED_AT_ONCE = MOST_HELD / 10;
/** A final line follows its host line within one delivery attempt. */
const LONGEST_ATTEMPT_MS = 10 * 60_000;

export class AnnouncedReplies {
  readonly #count: (event: MailEvent) => void;
  /** By host and queue id, oldest first. */
  readonly #held = new Map<string, MailEvent[]>();
  #heldCount = 0;

  constructor(count: (event: MailEvent) => void) {
    this.#count = count;
  }

  settle(event: MailEvent): void {
    if (event.replyRole === 'announced') {
      if (event.queueId === null) {
        event.replyRole = 'said';
        this.#count(event);
      } else {
        this.#hold(event);
      }
      return;
    }
    if (
      this.#heldCount > 0 &&
      event.queueId !== null &&
      (event.kind === 'delivery' || event.kind === 'completed')
    ) {
      this.#final(event);
    }
    this.#count(event);
  }

  end(): void {
    for (const held of this.#held.values()) for (const event of held) this.#said(event);
    this.#held.clear();
    this.#heldCount = 0;
  }

  #hold(event: MailEvent): void {
    const key = keyOf(event);
    const held = this.#held.get(key);
    if (held === undefined) this.#held.set(key, [detached(event)]);
    else held.push(detached(event));
    this.#heldCount++;
    if (this.#heldCount <= MOST_HELD) return;
    for (const [oldest, events] of this.#held) {
      this.#release(oldest, events);
      if (this.#heldCount <= MOST_HELD - RELEASED_AT_ONCE) return;
    }
  }

  #final(event: MailEvent): void {
    const key = keyOf(event);
    const held = this.#held.get(key);
    if (held === undefined) return;
    if (event.kind === 'completed') return this.#release(key, held);
    for (const line of held) {
      if (isOld(line, event)) this.#said(line);
      else if (line.replyRole === 'announced' && repeats(event, line)) {
        line.replyRole = 'repeated';
        this.#count(line);
      }
    }
    // What is settled goes; a repeated line stays until the attempt is over, for the recipients that follow.
    const open = held.filter((line) => !isOld(line, event));
    if (open.length < held.length) {
      this.#heldCount -= held.length - open.length;
      if (open.length === 0) this.#held.delete(key);
      else this.#held.set(key, open);
    }
  }

  #release(key: string, held: readonly MailEvent[]): void {
    for (const line of held) this.#said(line);
    this.#held.delete(key);
    this.#heldCount -= held.length;
  }

  #said(line: MailEvent): void {
    if (line.replyRole !== 'announced') return;
    line.replyRole = 'said';
    this.#count(line);
  }
}

function keyOf(event: MailEvent): string {
  return `${event.host ?? ''} ${event.queueId ?? ''}`;
}

function isOld(line: MailEvent, now: MailEvent): boolean {
  return line.time !== null && now.time !== null && now.time - line.time > LONGEST_ATTEMPT_MS;
}

/** Same server, same code, same words: the final line tells of the reply that the host line told of. */
function repeats(final: MailEvent, line: MailEvent): boolean {
  return (
    final.replyCode === line.replyCode &&
    (final.relay === null || line.relay === null || final.relay === line.relay) &&
    isSameText(final.replyText, line.replyText)
  );
}

/** Postfix cuts its lines after 2000 bytes, the final line earlier in the reply: more stands before it. */
const LONG_TEXT = 1000;

function isSameText(final: string | null, line: string | null): boolean {
  if (final === line) return true;
  return final !== null && line !== null && final.length > LONG_TEXT && line.startsWith(final);
}
