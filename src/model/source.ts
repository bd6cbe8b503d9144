import type { Compression } from './snapshot.ts';

/** One input, read once, front to back. */
export interface Source {
  /** As it is shown to people and written to events: the path given, or `-`. */
  readonly path: string;
  /** Bytes as stored (before decompression), for progress; null when unknown (a pipe). */
  readonly size: number | null;
  /** When the file was last written, epoch milliseconds: tells the year of stamps that carry none. */
  readonly modified: number | null;
  readonly compression: Compression | null;
  /**
   * The bytes, decompressed. A chunk is only valid until the next one is asked for (its buffer is reused).
   * `onStored` is told the stored bytes consumed so far.
   * Throws MailtopError when the input ends in the middle or cannot be read; what came before stays counted.
   */
  chunks(onStored?: (bytes: number) => void): AsyncIterable<Uint8Array>;
}
