import type { MailEvent } from '../model/event.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { isoTime, joinSpan, widen, type Span } from './span.ts';

/** From the first to the last event that has a time. */
export class Range implements Aggregate<Snapshot['range']> {
  readonly span: Span = { first: null, last: null };

  add(event: MailEvent): void {
    widen(this.span, event.time);
  }

  merge(later: Range): void {
    joinSpan(this.span, later.span);
  }

  view(): Snapshot['range'] {
    return { from: isoTime(this.span.first), to: isoTime(this.span.last) };
  }
}
