// Takes gzip off a stream of stored bytes, holding a bounded amount, and keeps all that came before a break.
import { createGunzip } from 'node:zlib';
import type { Gunzip } from 'node:zlib';
import { MailtopError } from '../model/errors.ts';

const CHUNK_BYTES = 256 * 1024;
/** Fed at once: deflate makes at most 1032 times as much of it. */
const PIECE_BYTES = 16 * 1024;
/** More output than this waiting: no further piece is fed. */
const WAITING_BYTES = 1024 * 1024;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Members that follow one another (`cat a.gz b.gz`, an appended log) are read as one. Zeros after the last are padding. */
export async function* gunzip(path: string, stored: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflating = createGunzip({ chunkSize: CHUNK_BYTES });
  const output = new Output(inflating);
  try {
    for await (const chunk of stored) {
      for (let start = 0; start < chunk.length && output.open; start += PIECE_BYTES) {
        await output.feed(chunk.subarray(start, start + PIECE_BYTES));
        if (output.waitingBytes >= WAITING_BYTES) yield* output.take();
      }
      yield* output.take();
    }
    if (output.open) await output.end();
    yield* output.take();
    if (output.failure !== null) throw broken(path, output.failure);
  } finally {
    inflating.destroy();
  }
}

/**
 * What has been decompressed and not yet been taken. A stream that fails throws away what it holds, so nothing is left
 * inside: each piece is waited for, and its output taken out at once.
 */
class Output {
  failure: Error | null = null;
  waitingBytes = 0;
  readonly #stream: Gunzip;
  #waiting: Uint8Array[] = [];
  #ended = false;
  #wake: () => void = () => {};

  constructor(stream: Gunzip) {
    this.#stream = stream;
    stream.on('data', (chunk: Uint8Array) => {
      this.#waiting.push(chunk);
      this.waitingBytes += chunk.length;
    });
    stream.on('end', () => {
      this.#ended = true;
      this.#wake();
    });
    stream.on('error', (error) => {
      this.failure = error;
      this.#wake();
    });
  }

  get open(): boolean {
    return this.failure === null && !this.#ended;
  }

  async feed(piece: Uint8Array): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#stream.write(piece, () => resolve());
    });
  }

  async end(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#stream.end();
    });
  }

  *take(): Generator<Uint8Array> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.waitingBytes = 0;
    yield* waiting;
  }
}

function broken(path: string, failure: Error): MailtopError {
  const cut = failure.message === 'unexpected end of file';
  const what = cut ? 'ends in the middle' : 'damaged';
  const detail = cut ? 'unexpected end of gzip data' : failure.message;
  return new MailtopError(
    'broken-archive',
    `${path}: ${what} (${detail})`,
    'what comes before it is counted; copy the file again if it was still being written or sent',
    { cause: failure },
  );
}
