import type { MailEvent } from './event.ts';
import type { Message } from './message.ts';

/** What every reading command may ask of a run. Times are epoch milliseconds; `from` is inclusive, `to` exclusive. */
export interface RunOptions {
  from: number | null;
  to: number | null;
  /** For stamps that carry no year; null: inferred. */
  year: number | null;
  /** IANA name or `+01:00`, for stamps that carry no zone; null: this host's. */
  timezone: string | null;
  /** Rows per table of the snapshot. */
  top: number;
  /** Only lines of these dialects; null: all. */
  mta: readonly string[] | null;
}

/** Who wants more than the counts. The run waits for each, so that back-pressure reaches the reader. */
export interface RunHandlers {
  /** The events of a chunk, in input order. */
  events?: (events: readonly MailEvent[]) => void | Promise<void>;
  /** Mails whose story ended in a chunk. What is still open at the end is in `Analysis.open`. */
  messages?: (messages: readonly Message[]) => void | Promise<void>;
}
