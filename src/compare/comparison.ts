// What stands beside our report: another program's numbers, counted by its rules from the events that we read.
import type { MailEvent } from '../model/event.ts';
import type { CompareRow, CompareView } from '../model/compare.ts';
import type { MessagesView, Snapshot } from '../model/snapshot.ts';

export interface Comparison {
  /** Every event, in input order, before anything is counted: those programs know nothing of `replyRole`. */
  add(event: MailEvent): void;
  /** @param snapshot of the same events. */
  view(snapshot: Snapshot): CompareView;
}

/** One number: what they call it, theirs, ours (null: we do not count that), and why the two may differ. */
export interface Figure {
  readonly what: string;
  readonly theirs: number;
  readonly ours: (messages: MessagesView) => number | null;
  readonly why: (messages: MessagesView) => string;
}

/** Rows in the order of their report. A reason is only given where there is a difference to explain. */
export function compareRows(figures: readonly Figure[], messages: MessagesView): CompareRow[] {
  return figures.map(({ what, theirs, ours, why }) => {
    const mine = ours(messages);
    return { what, theirs, ours: mine, why: mine === theirs ? null : why(messages) };
  });
}

/** The other mail system's mails are in our numbers, and not in theirs. */
export function mixedNote(snapshot: Snapshot, theirs: 'postfix' | 'exim'): string[] {
  const other = theirs === 'postfix' ? 'exim' : 'postfix';
  const events = snapshot.input.by_mta[other] ?? 0;
  if (events === 0) return [];
  return [
    `${events} events are of ${other}: ours counts them too, theirs does not; --mta ${theirs} compares like with like`,
  ];
}
