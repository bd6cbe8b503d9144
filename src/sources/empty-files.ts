// Files without a byte. Right after a rotation that is as it should be, unless nobody named the file before it.
import { MailtopError } from '../model/errors.ts';
import type { Source } from '../model/source.ts';
import { rotatedSet } from './rotated-set.ts';
import { rotatedName } from './rotation.ts';

/** A problem for each empty file of a log of which no other file is read. */
export async function emptyFiles(sources: readonly Source[]): Promise<MailtopError[]> {
  const filled = new Set(sources.filter(({ size }) => size !== 0).map(({ path }) => rotatedName(path).set));
  const problems: MailtopError[] = [];
  for (const { path, size } of sources) {
    if (size === 0 && !filled.has(rotatedName(path).set)) problems.push(await empty(path));
  }
  return problems;
}

async function empty(path: string): Promise<MailtopError> {
  const before = (await rotatedSet(path)).at(-1);
  return new MailtopError(
    'empty',
    `${path}: empty (0 bytes)`,
    before === undefined ? 'does the mail system write to another file?' : `rotated just now? try ${before}`,
  );
}
