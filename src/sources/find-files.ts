// From one word of the command line to the files it means.
import { readlink, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import fastGlob from 'fast-glob';
import { nearest } from '../format/nearest.ts';
import { MailtopError } from '../model/errors.ts';
import { mailLogs } from './mail-log-names.ts';
import { rotatedName } from './rotation.ts';
import { shellWord } from './shell-word.ts';
import { systemError } from './system-error.ts';

/** Paths as they will be shown. Throws MailtopError when there is none. What exists is never taken for a pattern. */
export async function findFiles(word: string): Promise<string[]> {
  const kind = await kindOf(word);
  if (kind === 'file') return [word];
  if (kind === 'folder') return mailLogsIn(word);
  if (!fastGlob.isDynamicPattern(word)) throw await noSuchFile(word);
  const matches = await glob(word, '.');
  if (matches.length === 0) throw await noMatch(word);
  return matches;
}

/** In the folder itself and in those that distributions make for one mail program (`/var/log/exim4/mainlog`). */
export async function mailLogsIn(folder: string): Promise<string[]> {
  const names = await glob('{,dovecot/,exim/,exim4/,mail/,postfix/}*', folder);
  const logs = mailLogs(names);
  if (logs.length > 0) return logs.map((name) => join(folder, name));
  const hint = `name the files: mailtop report ${join(folder, '*')}`;
  throw new MailtopError('no-match', `${folder}: no mail log in this folder`, hint);
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw systemError(path, error);
  }
}

async function glob(pattern: string, folder: string): Promise<string[]> {
  try {
    return (await fastGlob.glob(pattern, { cwd: folder })).sort();
  } catch (error) {
    throw systemError(folder === '.' ? pattern : folder, error);
  }
}

async function noSuchFile(path: string): Promise<MailtopError> {
  const link = await readlink(path).catch(() => null);
  if (link !== null) {
    return new MailtopError(
      'no-match',
      `${path}: a link to ${link}, where there is nothing`,
      await whereToLook(dirname(path)),
    );
  }
  const near = nearest(basename(path), await namesBeside(path));
  const hint =
    near === null ? await whereToLook(dirname(path)) : `did you mean ${join(dirname(path), near)}?`;
  return new MailtopError('no-match', `${path}: no such file`, hint);
}

async function noMatch(pattern: string): Promise<MailtopError> {
  const name = basename(pattern);
  const literal = /^[^*?[\]{}()!]*/.exec(name)?.[0] ?? '';
  const logs = (await namesBeside(pattern)).map((file) => basename(rotatedName(file).set));
  // `mixd*` was meant to match mixed-iso.log, not to be all of its name.
  const beginnings = logs.flatMap((log) => [log, /^[^-._]*/.exec(log)?.[0] ?? log]);
  const near = nearest(literal, beginnings);
  let hint = await whereToLook(dirname(pattern));
  if (near !== null && literal !== '') {
    const better = join(dirname(pattern), near + name.slice(literal.length));
    const { length } = await glob(better, '.');
    if (length > 0) hint = `did you mean ${better}? (${length} ${length === 1 ? 'file' : 'files'})`;
  }
  return new MailtopError('no-match', `${pattern}: no file matches`, hint);
}

async function whereToLook(folder: string): Promise<string> {
  if (!fastGlob.isDynamicPattern(folder) && (await kindOf(folder)) === null) {
    return `there is no folder ${folder} either`;
  }
  return folder === '.' ? 'ls shows what is here' : `ls ${shellWord(folder)} shows what is there`;
}

/** Of the files in the folder where the path points. None when that is wrong or closed itself. */
async function namesBeside(path: string): Promise<string[]> {
  const folder = dirname(path);
  return fastGlob.isDynamicPattern(folder) ? [] : fastGlob.glob('*', { cwd: folder, suppressErrors: true });
}
