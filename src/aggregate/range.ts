import type { MailEvent } from '../model/event.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { isoTime } from './span.ts';

/** From the first to the last event that has a time. */
export class Range implements Aggregate<Snapshot['range']> {
  first: number = Number.POSITIVE_INFINITY;
  last: number = Number.NEGATIVE_INFINITY;

  add(event: MailEvent): void {
    const { time } = event;
    if (time === null) return;
    if (time < this.first) this.first = time;
    if (time > this.last) this.last = time;
  }

  merge(later: Range): void {
    this.first = Math.min(this.first, later.first);
    this.last = Math.max(this.last, later.last);
  }

  view(): Snapshot['range'] {
    return { from: isoTime(this.first), to: isoTime(this.last) };
  }
}
