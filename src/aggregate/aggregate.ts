import type { MailEvent } from '../model/event.ts';

/**
 * A statistic over events that merges: of threads today, of history and other hosts later.
 * Law: `a.add(x); b.add(y); a.merge(b)` gives the view of one aggregate that saw x, then y. Merge order is time
 * order. All state is plain data of bounded size (Map, array, number), reachable from the instance's fields, and
 * `merge` only reads fields of `later`, so that a structured clone from another thread will do.
 * A count that may be approximate says so in its view.
 */
export interface Aggregate<View> {
  add(event: MailEvent): void;
  merge(later: this): void;
  /** @param rows per table at most. */
  view(rows: number): View;
}
