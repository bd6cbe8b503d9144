// Keeps what a pipe gives, for commands that read their input more than once.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Source } from '../model/source.ts';
import { openSources } from '../sources/index.ts';

export interface Spooled {
  readonly sources: readonly Source[];
  /** Removes what was kept. */
  readonly remove: () => Promise<void>;
}

/** Files stay as they are; a pipe is copied to a file that only this user can read. Throws what a pipe throws. */
export async function spool(sources: readonly Source[]): Promise<Spooled> {
  if (sources.every(isFile)) return { sources, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'mailtop-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const kept: Source[] = [];
    for (const [number, source] of sources.entries()) {
      kept.push(isFile(source) ? source : await copy(source, join(folder, String(number))));
    }
    return { sources: kept, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Only a file can be opened again: a pipe has no size, and stdin is read where it stands. */
function isFile(source: Source): boolean {
  return source.size !== null && source.path !== '-';
}

async function copy(source: Source, file: string): Promise<Source> {
  const stream = createWriteStream(file, { mode: 0o600 });
  for await (const chunk of source.chunks()) {
    // Copied: the source uses its buffer again before it is written.
    if (!stream.write(Buffer.from(chunk))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  const { path, compression } = source;
  const [copied] = (await openSources([file])).sources;
  const modified = source.modified ?? Date.now();
  // Nothing came.
  if (copied === undefined) return { path, size: 0, modified, compression, chunks: nothing };
  return { path, size: copied.size, modified, compression, chunks: (onStored) => copied.chunks(onStored) };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
