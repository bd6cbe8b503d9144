// Keeps what a pipe gives, for commands that read their input more than once.
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailtopError } from '../model/errors.ts';
import type { Source } from '../model/source.ts';
import { openSources } from '../sources/index.ts';

export interface Spooled {
  readonly sources: readonly Source[];
  /** Removes what was kept. Ctrl-C and a reader that leaves do it as well. */
  readonly remove: () => void;
}

/**
 * Files stay as they are; a pipe is copied to a file that only this user can read.
 * @param onProblem told of what a pipe throws; what came before is kept.
 */
export async function spool(
  sources: readonly Source[],
  onProblem: (problem: unknown) => void,
): Promise<Spooled> {
  if (sources.every(isFile)) return { sources, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'mailtop-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.on('exit', remove);
  const kept: Source[] = [];
  for (const [number, source] of sources.entries()) {
    const again = isFile(source) ? source : await copy(source, join(folder, String(number)), onProblem);
    if (again !== null) kept.push(again);
  }
  return { sources: kept, remove };
}

/** Only a file can be opened again: a pipe has no size, and stdin is read where it stands. */
function isFile(source: Source): boolean {
  return source.size !== null && source.path !== '-';
}

/** Null when nothing but a problem came. */
async function copy(
  source: Source,
  path: string,
  onProblem: (problem: unknown) => void,
): Promise<Source | null> {
  const file = await open(path, 'wx', 0o600);
  let failed = false;
  try {
    for await (const chunk of source.chunks()) await file.writeFile(chunk);
  } catch (error) {
    failed = true;
    onProblem(isFull(error) ? noRoom(error) : error);
  }
  await file.close();
  const [copied] = (await openSources([path])).sources;
  if (copied === undefined || (failed && copied.size === 0)) return null;
  const modified = source.modified ?? Date.now();
  return {
    path: source.path,
    size: copied.size,
    modified,
    compression: source.compression,
    chunks: (onStored) => copied.chunks(onStored),
  };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

function noRoom(cause: unknown): MailtopError {
  return new MailtopError(
    'unwritable',
    `${tmpdir()}: no space left for a copy of what is piped in`,
    'write it to a file and name that, or set TMPDIR',
    { cause },
  );
}
