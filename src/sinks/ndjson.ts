// Newline-delimited JSON to a stream that may be slow or closed. `ndjson.stringify` writes row by row at a quarter of
// this speed, so rows are joined here; what is written is the same.
import type { Writable } from 'node:stream';
import { harmless } from '../format/harmless-json.ts';

/** Writes rows in blocks and waits while the reader is slower than we are. */
export class NdjsonWriter {
  /** True when the reader has gone (`| head`): stop, quietly. */
  closed = false;
  readonly #stream: Writable;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', () => {
      this.closed = true;
    });
  }

  async write(rows: readonly object[]): Promise<void> {
    if (rows.length === 0 || this.closed) return;
    let block = '';
    for (const row of rows) block += harmless(JSON.stringify(row)) + '\n';
    if (!this.#stream.write(block)) await this.#drained();
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.#stream.off('drain', done);
        this.#stream.off('close', done);
        this.#stream.off('error', done);
        resolve();
      };
      this.#stream.on('drain', done);
      this.#stream.on('close', done);
      this.#stream.on('error', done);
    });
  }
}
