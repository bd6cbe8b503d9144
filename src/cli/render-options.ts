import type { RunOptions } from '../model/run.ts';
import { DEFAULT_COLUMNS, type RenderOptions } from '../report/index.ts';
import { option, type CommandLine } from './parse.ts';

/** How a report is drawn where it goes: a terminal, a file, a pipe. */
export function renderOptions(line: CommandLine, run: RunOptions): RenderOptions {
  const file = option(line, 'output');
  const terminal = process.stdout.isTTY && (file === null || file === '-');
  const columns = Number(process.env['COLUMNS']);
  return {
    columns: terminal && columns >= DEFAULT_COLUMNS ? columns : DEFAULT_COLUMNS,
    utf8: isUtf8(process.env),
    zone: run.timezone,
    indent: terminal,
  };
}

/** The first of these that is set decides, as in setlocale(3). */
function isUtf8(env: NodeJS.ProcessEnv): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return /utf-?8/i.test(locale);
}
