// From the bytes as they are stored to the bytes of the log: counts them, takes compression off, refuses what is no text.
import type { Compression } from '../model/snapshot.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { refusal } from './refusal.ts';
import { systemError } from './system-error.ts';

export interface UnpackedListener {
  /** Stored bytes consumed so far. */
  onStored?: ((bytes: number) => void) | undefined;
  /** Told once, before the first chunk. */
  onCompression?: (compression: Compression | null) => void;
}

/** What the input does wrong is thrown as a MailtopError that names `path`. */
export async function* unpacked(
  path: string,
  stored: AsyncGenerator<Uint8Array>,
  { onStored, onCompression }: UnpackedListener,
): AsyncGenerator<Uint8Array> {
  try {
    const first = await stored.next();
    if (first.done === true) return;
    const compression = isGzip(first.value) ? 'gzip' : null;
    onCompression?.(compression);
    check(path, first.value);
    const all = counted(resumed(first.value, stored), onStored);
    if (compression === null) yield* all;
    else yield* checkedAtStart(path, gunzip(path, all));
  } catch (error) {
    throw isOfTheSystem(error) ? systemError(path, error) : error;
  } finally {
    await stored.return(undefined);
  }
}

async function* resumed(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** A chunk counts as consumed when the next one is asked for. */
async function* counted(
  stored: AsyncIterable<Uint8Array>,
  onStored: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stored) {
    yield chunk;
    bytes += chunk.length;
    onStored?.(bytes);
  }
}

/** Inside of a compressed file there may be an archive. */
async function* checkedAtStart(path: string, text: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let started = false;
  for await (const chunk of text) {
    if (!started) check(path, chunk);
    started = true;
    yield chunk;
  }
}

function check(path: string, head: Uint8Array): void {
  const refused = refusal(path, head);
  if (refused !== null) throw refused;
}

/** From a system call: has a code such as EIO. What else is thrown is ours: a MailtopError, or a mistake. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
