// Reads what the command line names into an analysis, and says on stderr what could not be read.
import { MailtopError, UsageError } from '../model/errors.ts';
import type { Analysis } from '../pipeline.ts';
import type { Source } from '../model/source.ts';
import { defaultLogs, openSources, Progress, stdinIsPiped } from '../sources/index.ts';
import { EXIT } from './exit-code.ts';
import type { CommandLine } from './parse.ts';
import { printError } from './stderr.ts';
import { wasRecognised } from './recognised.ts';

/** @returns EXIT.done, EXIT.incomplete, or EXIT.usage when nothing at all could be read. */
export async function readInput(line: CommandLine, analysis: Analysis): Promise<number> {
  let outcome = await readAll(line, await operandsOf(line), analysis);
  if (outcome.whole && line.operands.length === 0 && analysis.input().bytes === 0) {
    // cron connects a pipe to stdin into which nobody writes.
    const logs = await defaultLogs();
    if (logs.length > 0) outcome = await readAll(line, logs, analysis);
  }
  analysis.end();
  if (outcome.read.length === 0) return EXIT.usage;
  return wasRecognised(line, analysis.input(), outcome.read) && outcome.whole ? EXIT.done : EXIT.incomplete;
}

interface Outcome {
  /** Those of which something could be read, if only that they are empty. */
  readonly read: readonly Source[];
  /** Nothing was missing or broken. */
  readonly whole: boolean;
}

async function readAll(line: CommandLine, paths: readonly string[], analysis: Analysis): Promise<Outcome> {
  const verbose = line.values.has('verbose');
  const { sources, problems } = await openSources(paths);
  for (const problem of problems) printError(problem, verbose);
  analysis.expect(sources);

  const progress = progressOf(line, sources);
  const read: Source[] = [];
  let whole = problems.length === 0;
  for (const source of sources) {
    const before = analysis.input().bytes;
    try {
      await analysis.read(source, progress.follow());
      read.push(source);
    } catch (error) {
      if (!(error instanceof MailtopError)) throw error;
      progress.clear();
      printError(error, verbose);
      whole = false;
      if (analysis.input().bytes > before) read.push(source);
    }
  }
  progress.clear();
  return { read, whole };
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

/** FILE..., else what is piped in, else this host's logs. Throws UsageError. */
export async function operandsOf(line: CommandLine): Promise<readonly string[]> {
  if (line.operands.length > 0) return line.operands;
  if (stdinIsPiped()) return ['-'];
  const found = await defaultLogs();
  if (found.length > 0) return found;
  throw new UsageError(
    'no file given, nothing is piped in, and this host has no mail log in the usual places',
    'mailtop FILE..., or: journalctl -o json | mailtop',
  );
}
