// Where a report goes and how it is written: `--format`, `-o`.
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { MailtopError, UsageError } from '../model/errors.ts';
import { FORMATS, type ReportFormat } from '../report/index.ts';
import { checkChoice, option, type CommandLine } from './parse.ts';

/** Rows per table: what fits a mail, and what a program wants. */
export function defaultTop(format: string): number {
  return format === 'text' ? 10 : 1000;
}

/** `--format`, else what the extension of `-o` says, else text. Throws UsageError. */
export function formatOf(line: CommandLine): ReportFormat {
  const file = option(line, 'output');
  const extension = file === null ? '' : extname(file).slice(1).toLowerCase();
  const name = option(line, 'format') ?? BY_EXTENSION[extension] ?? 'text';
  const names = FORMATS.map((each) => each.name);
  if (option(line, 'format') === null && !names.includes(name)) {
    throw new UsageError(
      `-o ${file}: no ${name} report in this release`,
      `--format ${names.join(' or --format ')}`,
    );
  }
  checkChoice('--format', name, names);
  return FORMATS.find((each) => each.name === name) as ReportFormat;
}

const BY_EXTENSION: Readonly<Record<string, string>> = {
  json: 'json',
  html: 'html',
  htm: 'html',
  md: 'markdown',
  csv: 'csv',
  ndjson: 'ndjson',
  prom: 'prometheus',
};

/** Tells before a long run, not after it, that `-o` names no place for a file. Throws UsageError. */
export function checkOutput(line: CommandLine): void {
  const file = option(line, 'output');
  if (file === null || file === '-') return;
  const folder = dirname(file);
  if (kindOf(folder) !== 'folder')
    throw new UsageError(`-o ${file}: no folder ${folder}`, `mkdir -p ${folder}`);
  const kind = kindOf(file);
  if (line.operands.some((operand) => isSameFile(operand, file))) {
    throw new UsageError(
      `-o ${file}: would replace the log that is to be read`,
      'choose another place with -o FILE',
    );
  }
  if (kind === 'folder') throw new UsageError(`-o ${file}: a folder, not a file`, 'add a file name');
  if (kind !== 'device' && !isWritable(folder)) {
    throw new UsageError(`-o ${file}: permission denied in ${folder}`, 'choose another place with -o FILE');
  }
}

/** Writes to stdout, or to a file that nobody sees half written. Throws MailtopError. */
export async function writeOutput(line: CommandLine, text: string): Promise<void> {
  const file = option(line, 'output');
  if (file === null || file === '-') {
    if (!process.stdout.write(text)) await new Promise((done) => process.stdout.once('drain', done));
    return;
  }
  try {
    const kind = kindOf(file);
    // A pipe or a device is written to: a file in its place would take it away from everybody.
    if (kind === 'device') await writeFile(file, text);
    else await replaceFile(kind === 'file' ? realpathSync(file) : resolve(file), text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = WORDS[code] ?? (error instanceof Error ? error.message : String(error));
    throw new MailtopError(
      'unwritable',
      `${file}: cannot be written: ${why}`,
      'choose another place with -o FILE',
      {
        cause: error,
      },
    );
  }
}

/** Written beside it and renamed. An existing file keeps its mode. */
async function replaceFile(file: string, text: string): Promise<void> {
  const partial = resolve(dirname(file), `.${basename(file)}.${process.pid}.partial`);
  try {
    await writeFile(partial, text, {
      flag: 'wx',
      mode: statSync(file, { throwIfNoEntry: false })?.mode ?? 0o666,
    });
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Null: nothing is there, or nothing that we may look at. */
function kindOf(path: string): 'file' | 'folder' | 'device' | null {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'device';
  } catch {
    return null;
  }
}

function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one), statSync(other)];
    return a.isFile() && a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'no space left on device',
  EDQUOT: 'disk quota exceeded',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the name is too long',
};
