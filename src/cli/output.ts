// Where a report goes and how it is written: `--format`, `-o`.
import { rename, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { MailtopError, UsageError } from '../model/errors.ts';
import { FORMATS, type ReportFormat } from '../report/index.ts';
import { nearest } from '../format/nearest.ts';
import { option, type CommandLine } from './parse.ts';

/** Rows per table: what fits a mail, and what a program wants. */
export function defaultTop(format: string): number {
  return format === 'text' ? 10 : 1000;
}

/** `--format`, else what the extension of `-o` says, else text. Throws UsageError. */
export function formatOf(line: CommandLine): ReportFormat {
  const asked = option(line, 'format');
  const file = option(line, 'output');
  const extension = file === null ? '' : extname(file).slice(1);
  const name = asked ?? (extension === 'json' ? 'json' : 'text');
  const format = FORMATS.find((each) => each.name === name);
  if (format !== undefined) return format;
  const names = FORMATS.map((each) => each.name);
  const close = nearest(name, names);
  throw new UsageError(
    `--format ${name}: unknown format`,
    close === null ? `one of ${names.join(', ')}` : `did you mean ${close}?`,
  );
}

/** Writes to stdout, or to a file that nobody sees half written. */
export async function writeOutput(line: CommandLine, text: string): Promise<void> {
  const file = option(line, 'output');
  if (file === null || file === '-') {
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    return;
  }
  const partial = `${file}.${process.pid}.partial`;
  try {
    await writeFile(partial, text);
    await rename(partial, file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new MailtopError(
      'unwritable',
      `${file}: cannot be written: ${why}`,
      'choose another place with -o FILE',
    );
  }
}
