import type { MailEvent } from './event.ts';

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

/** Gets the events of a chunk in input order; the run waits for it, so back-pressure reaches the reader. */
export type EventBatchHandler = (events: readonly MailEvent[]) => void | Promise<void>;
