// Entries that syslog got in several parts. Parts of different processes interleave; only the first has the message id.
import type { LogLine } from '../../model/line.ts';
import type { MailEvent } from '../../model/event.ts';
import { keep } from '../../model/keep.ts';
import type { SplitPart } from './syslog-text.ts';

export class SplitEntries {
  /** By tag, process and number of parts: the message id of the first part. */
  readonly #open = new Map<string, string | null>();

  /** Remembers what the first part told, for the parts that follow. */
  open(line: LogLine, split: SplitPart, event: MailEvent): void {
    if (split.of === 1) return;
    if (this.#open.size >= MOST_OPEN) this.#open.clear();
    this.#open.set(keyOf(line, split), event.queueId === null ? null : keep(event.queueId));
  }

  /** Fills the event of a later part. It carries no reply: the first part has told all that can be known. */
  continue(line: LogLine, split: SplitPart, event: MailEvent): void {
    const key = keyOf(line, split);
    event.kind = 'continuation';
    event.queueId = this.#open.get(key) ?? null;
    if (split.part === split.of) this.#open.delete(key);
  }
}

/** Entries that wait for parts; more than these lost their last part. */
const MOST_OPEN = 1000;

function keyOf(line: LogLine, split: SplitPart): string {
  return `${line.host ?? ''} ${line.program ?? ''} ${line.pid ?? ''} ${split.of}`;
}
