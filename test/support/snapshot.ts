import { Aggregates } from '../../src/aggregate/index.ts';
import { findFindings } from '../../src/findings/index.ts';
import type { MailEvent } from '../../src/model/event.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { NOON } from './event.ts';

/** The snapshot of these events, findings included, as a run over one file makes it. */
export function snapshotOf(events: readonly MailEvent[], top: number = 100): Snapshot {
  const aggregates = new Aggregates();
  aggregates.input.open('mail.log', null);
  for (const each of events) {
    aggregates.input.line();
    aggregates.input.bytes(each.text.length + 1);
    if (each.kind === 'unrecognized') aggregates.input.unrecognized(each);
    aggregates.add(each);
  }
  return aggregates.snapshot({ top, version: '0.1.0', generatedAt: NOON, find: findFindings });
}
