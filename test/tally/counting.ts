// A tally, and what it counted.
import type { MailEvent } from '../../src/model/event.ts';
import { Tally } from '../../src/tally/index.ts';

export interface Counted {
  /** In the order in which they were counted. */
  readonly events: MailEvent[];
  /** Second copies. */
  readonly copies: MailEvent[];
}

export function counted(events: readonly MailEvent[], end = true): Counted {
  const result: Counted = { events: [], copies: [] };
  const tally = new Tally((event) => result.events.push(event));
  // A tally writes into the events that it gets.
  for (const event of events.map((each) => structuredClone(each))) {
    if (!tally.add(event)) result.copies.push(event);
  }
  if (end) tally.end();
  return result;
}

/** Replies that were said, by code. */
export function saidCodes({ events }: Counted): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const { replyCode, replyRole, repeat } of events) {
    if (replyCode !== null && replyRole === 'said') codes[replyCode] = (codes[replyCode] ?? 0) + repeat;
  }
  return codes;
}
