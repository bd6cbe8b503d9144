// `mailtop`: the dashboard on a terminal; without one, the text report.
import { existsSync } from 'node:fs';
import { nearest } from '../../format/nearest.ts';
import { MailtopError, UsageError } from '../../model/errors.ts';
import { openSources } from '../../sources/index.ts';
import { defaultTop } from '../output.ts';
import { option, type CommandLine } from '../parse.ts';
import { operandsOf } from '../read-input.ts';
import { runOptions } from '../run-options.ts';
import { printNote } from '../stderr.ts';
import { COMMANDS } from './index.ts';
import { report } from './report.ts';

export async function top(line: CommandLine): Promise<number> {
  await refuseMistypedCommand(line);
  if (!wantsDashboard(line)) return report(line);
  const { runDashboard } = await import('../../tui/run.ts');
  try {
    return await runDashboard({
      paths: await operandsOf(line),
      run: runOptions(line, defaultTop('text')),
      env: process.env,
      color: colorOf(line),
    });
  } catch (error) {
    if (!(error instanceof MailtopError) || error.code !== 'no-terminal') throw error;
    printNote(`${error.message}: here is the text report`);
    return report(line);
  }
}

/** `mailtop evnts LOG` would read LOG and complain about a file of that name. Throws UsageError. */
async function refuseMistypedCommand({ operands: [word = ''] }: CommandLine): Promise<void> {
  if (!/^[a-z]+$/.test(word) || existsSync(word)) return;
  const { problems } = await openSources([word]);
  const missing = problems.find(({ code }) => code === 'no-match');
  if (missing === undefined) return;
  const close = nearest(
    word,
    COMMANDS.map(({ name }) => name),
  );
  throw new UsageError(
    `${word}: neither a command nor a file`,
    close === null
      ? `${missing.hint ?? ''}; mailtop --help lists the commands`
      : `did you mean mailtop ${close}?`,
  );
}

/** On a terminal, unless a file, a format or a comparison is asked for. */
function wantsDashboard(line: CommandLine): boolean {
  if (!process.stdout.isTTY || process.env['TERM'] === 'dumb') return false;
  const plain = process.env['ACCESSIBLE'];
  if (plain !== undefined && plain !== '' && plain !== '0') return false;
  return ['format', 'output', 'compare'].every((name) => option(line, name) === null);
}

function colorOf(line: CommandLine): 'always' | 'auto' | 'never' {
  if (line.values.has('no-color')) return 'never';
  const color = option(line, 'color');
  return color === 'always' || color === 'never' ? color : 'auto';
}
