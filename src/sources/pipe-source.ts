// What can be read only once: stdin, a named pipe, `<(zcat …)`.
import { closeSync, constants, fstatSync, open, readSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { MailtopError } from '../model/errors.ts';
import type { Compression } from '../model/snapshot.ts';
import type { Source } from '../model/source.ts';
import { readDescriptor } from './read-descriptor.ts';
import { unpacked } from './unpacked.ts';

const STDIN = 0;
/** What a pipe holds at most, as Linux has it. */
const PIPE_BYTES = 64 * 1024;
const LOOK_EVERY_MILLISECONDS = 20;

/** Something that ends is connected to stdin: not a terminal, not /dev/null as under systemd. */
export function stdinIsPiped(): boolean {
  const stats = stdinStats();
  return stats !== null && (stats.isFIFO() || stats.isSocket() || stats.isFile());
}

export function stdinSource(): Source {
  // A redirected file (`mailtop < maillog`) has size and date, a pipe has none.
  const stats = stdinStats();
  const file = stats?.isFile() === true ? stats : null;
  return new PipeSource('-', () => readDescriptor(STDIN), file);
}

export function pipeSource(path: string): Source {
  return new PipeSource(path, () => readPath(path), null);
}

class PipeSource implements Source {
  readonly path: string;
  readonly size: number | null;
  readonly modified: number | null;
  /** Known when the first chunk is there. */
  compression: Compression | null = null;
  readonly #read: () => AsyncGenerator<Uint8Array>;
  #wasRead = false;

  constructor(path: string, read: () => AsyncGenerator<Uint8Array>, file: Stats | null) {
    this.path = path;
    this.size = file?.size ?? null;
    this.modified = file?.mtimeMs ?? null;
    this.#read = read;
  }

  chunks(onStored?: (bytes: number) => void): AsyncIterable<Uint8Array> {
    if (this.#wasRead) throw new MailtopError('unreadable', `${this.path}: a pipe can be read only once`);
    this.#wasRead = true;
    const onCompression = (compression: Compression | null): void => {
      this.compression = compression;
    };
    return unpacked(this.path, this.#read(), { onStored, onCompression });
  }
}

/** Not as a FileHandle: the descriptor changes hands. */
async function* readPath(path: string): AsyncGenerator<Uint8Array> {
  const isNamedPipe = (await lstat(path)).isFIFO();
  if (!isNamedPipe) return yield* readDescriptor(await promisify(open)(path, 'r'));
  // Opened in the usual way it would wait for a writer in a thread, and Ctrl-C would wait with it.
  const descriptor = await promisify(open)(path, constants.O_RDONLY | constants.O_NONBLOCK);
  let isOurs = true;
  try {
    const first = await firstBytes(descriptor);
    if (first !== null) yield first;
    isOurs = false;
  } finally {
    if (isOurs) closeSync(descriptor);
  }
  yield* readDescriptor(descriptor);
}

/** Waits for a writer. Null: one is there, but has not written yet. */
async function firstBytes(descriptor: number): Promise<Uint8Array | null> {
  const buffer = Buffer.allocUnsafe(PIPE_BYTES);
  for (;;) {
    try {
      const length = readSync(descriptor, buffer);
      if (length > 0) return buffer.subarray(0, length);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return null;
      throw error;
    }
    await sleep(LOOK_EVERY_MILLISECONDS);
  }
}

function stdinStats(): Stats | null {
  try {
    return fstatSync(STDIN);
  } catch {
    return null; // closed: `mailtop <&-`
  }
}
