// From the words of the command line to the inputs that will be read, in the order in which they were written.
import { stat } from 'node:fs/promises';
import { MailtopError } from '../model/errors.ts';
import type { Source } from '../model/source.ts';
import { emptyFiles } from './empty-files.ts';
import { openFile } from './file-source.ts';
import { findFiles } from './find-files.ts';
import { pipeSource, stdinSource } from './pipe-source.ts';
import { oldestFirst } from './rotation.ts';
import { systemError } from './system-error.ts';

export interface OpenedSources {
  sources: Source[];
  /** What could not be read, each named; the others are not held up by it. */
  problems: MailtopError[];
}

/**
 * Files, folders (the mail logs inside), patterns that no shell expanded, and `-` for stdin. A file is read once,
 * however often and under whatever links it is named; the files of a rotated set are read oldest first.
 */
export async function openSources(words: readonly string[]): Promise<OpenedSources> {
  const sources: Source[] = [];
  const problems: MailtopError[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    for (const path of (await attempt(problems, () => pathsOf(word))) ?? []) {
      const source = await attempt(problems, () => open(path, seen));
      if (source !== null) sources.push(source);
    }
  }
  problems.push(...(await emptyFiles(sources)));
  return { sources: oldestFirst(sources), problems };
}

/** Null and a problem more when it fails. What is not a MailtopError is our own mistake and goes on up. */
async function attempt<Result>(
  problems: MailtopError[],
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MailtopError)) throw error;
    problems.push(error);
    return null;
  }
}

async function pathsOf(word: string): Promise<string[]> {
  return word === '-' ? ['-'] : findFiles(word);
}

async function open(path: string, seen: Set<string>): Promise<Source | null> {
  const { identity, isFile } = path === '-' ? { identity: '-', isFile: false } : await look(path);
  if (seen.has(identity)) return null;
  seen.add(identity);
  if (path === '-') return stdinSource();
  return isFile ? openFile(path) : pipeSource(path);
}

/** Device and inode: the same for hard links, and for what symbolic links lead to. */
async function look(path: string): Promise<{ identity: string; isFile: boolean }> {
  try {
    const stats = await stat(path, { bigint: true });
    return { identity: `${stats.dev}:${stats.ino}`, isFile: stats.isFile() };
  } catch (error) {
    throw systemError(path, error);
  }
}
