// From when to when the inputs go, told by their first and last lines: where evidence begins and ends.
import { Buffer } from 'node:buffer';
import type { RunOptions } from '../model/run.ts';
import type { Source } from '../model/source.ts';
import { LineReader } from './line-reader.ts';

/** Epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const SAMPLE_BYTES = 16 * 1024;

/** Looks on while an input is read. */
export class SpanReader {
  readonly #seen = new Map<Source, { head: Buffer; tail: Buffer }>();

  async *watch(source: Source, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const seen = this.#seen.get(source);
      if (seen === undefined) {
        this.#seen.set(source, {
          head: Buffer.from(bytes.subarray(0, SAMPLE_BYTES)),
          tail: copyOfEnd(bytes),
        });
      } else {
        seen.tail = copyOfEnd(bytes.length < SAMPLE_BYTES ? Buffer.concat([seen.tail, bytes]) : bytes);
      }
      yield chunk;
    }
  }

  /** Null: no line of a mail program has a time. */
  async read(options: RunOptions): Promise<Span | null> {
    let from = Infinity;
    let to = -Infinity;
    const reader = new LineReader({ ...options, from: null, to: null }, (lines) => {
      for (const { event } of lines) {
        if (event.time === null || event.kind === 'unrecognized') continue;
        from = Math.min(from, event.time);
        to = Math.max(to, event.time);
      }
    });
    let file = 0;
    for (const [source, { head, tail }] of this.#seen) {
      const lines = [...wholeLines(head, 0), ...wholeLines(tail, 1)];
      await reader.read(file++, source, [lines.map((text) => ({ offset: 0, text }))]);
    }
    return from <= to ? { from, to } : null;
  }
}

function copyOfEnd(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(Math.max(0, bytes.length - SAMPLE_BYTES)));
}

/** @param first 1 where the sample begins in the middle of a line. */
function wholeLines(sample: Buffer, first: number): string[] {
  const lines = sample.toString('latin1').split('\n').slice(first);
  return lines.filter((line) => line !== '');
}
