// Reads what the command line names into an analysis, and says on stderr what could not be read.
import { MailtopError } from '../model/errors.ts';
import type { Analysis } from '../pipeline.ts';
import type { Source } from '../model/source.ts';
import { defaultLogs, openSources, Progress, stdinIsPiped } from '../sources/index.ts';
import { EXIT } from './exit-code.ts';
import type { CommandLine } from './parse.ts';
import { printError, printNote } from './stderr.ts';

export interface ReadOutcome {
  /** EXIT.done, EXIT.incomplete, or EXIT.usage when nothing at all could be read. */
  readonly status: number;
}

/** @param stopped asked between chunks; true ends the reading early (the reader of our output has gone). */
export async function readInput(
  line: CommandLine,
  analysis: Analysis,
  stopped: () => boolean = () => false,
): Promise<ReadOutcome> {
  const verbose = line.values.has('verbose');
  const { sources, problems } = await openSources(await operandsOf(line));
  for (const problem of problems) printError(problem, verbose);
  if (sources.length === 0) return { status: EXIT.usage };
  let status: number = problems.length === 0 ? EXIT.done : EXIT.incomplete;

  analysis.expect(sources);
  const progress = progressOf(line, sources);
  for (const source of sources) {
    if (stopped()) break;
    try {
      await analysis.read(source, progress.follow());
    } catch (error) {
      if (!(error instanceof MailtopError)) throw error;
      progress.clear();
      printError(error, verbose);
      status = EXIT.incomplete;
    }
  }
  progress.clear();
  analysis.end();
  return { status: recognised(analysis, line.values.has('quiet')) ? status : EXIT.incomplete };
}

function progressOf(line: CommandLine, sources: readonly Source[]): Progress {
  const silent = line.values.has('quiet') || line.values.has('no-progress') || !process.stderr.isTTY;
  const sizes = sources.map(({ size }) => size);
  return new Progress({
    style: silent ? 'none' : 'line',
    total: sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    write: (text) => process.stderr.write(text),
    columns: process.stderr.columns,
  });
}

/** FILE..., else what is piped in, else this host's logs. */
export async function operandsOf(line: CommandLine): Promise<readonly string[]> {
  if (line.operands.length > 0) return line.operands;
  if (stdinIsPiped()) return ['-'];
  const found = await defaultLogs();
  if (found.length > 0) return found;
  throw new MailtopError(
    'no-input',
    'no file given, nothing is piped in, and this host has no mail log in the usual places',
    'mailtop FILE..., or: journalctl -o json | mailtop',
  );
}

/** Says so when no line was understood: never a silent zero. */
function recognised(analysis: Analysis, quiet: boolean): boolean {
  const { input } = analysis.snapshot();
  if (input.events > input.unrecognized) return true;
  for (const file of input.files) {
    if (file.lines === 0) printNote(`${file.path}: empty (${file.bytes} bytes)`);
    else printNote(`${file.path}: ${file.lines} lines, none that a mail program we know wrote`);
  }
  if (!quiet)
    printNote('hint: is it the mail log? mailtop reads Postfix, Exim and Dovecot; see mailtop --help');
  return false;
}
