#!/usr/bin/env node
// The command line's entry. Nothing is imported before it is known what is wanted: `--version` and `--help` must
// start as fast as node itself.
import { MailtopError, UsageError } from '../model/errors.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT } from './exit-code.ts';
import { parseCommandLine, type CommandLine } from './parse.ts';
import { printError } from './stderr.ts';
import { VERSION } from '../version.ts';

/** Runs a command line and gives the exit status. Never throws. */
export async function main(args: readonly string[]): Promise<number> {
  let line: CommandLine | null = null;
  try {
    line = parseCommandLine(args, ['help', ...COMMANDS.map(({ name }) => name)]);
    if (line.values.has('version')) {
      process.stdout.write(`mailtop ${VERSION}\n`);
      return EXIT.done;
    }
    if (line.values.has('help') || line.command === 'help') {
      const { helpText } = await import('./help.ts');
      process.stdout.write(helpText(line.command === 'help' ? (line.operands[0] ?? null) : line.command));
      return EXIT.done;
    }
    const command = COMMANDS.find(({ name }) => name === line?.command);
    if (command === undefined) throw new UsageError(`${line.command}: unknown command`);
    checkFolder();
    const run = await command.load();
    return await run(line);
  } catch (error) {
    return failed(error, line?.values.has('verbose') ?? false);
  }
}

/** Relative names mean nothing in a folder that was removed under its shell. Throws UsageError. */
function checkFolder(): void {
  try {
    process.cwd();
  } catch {
    throw new UsageError('the current folder is gone', 'cd to one that is there');
  }
}

/** Says what went wrong; @returns the exit status for it. */
function failed(error: unknown, verbose: boolean): number {
  printError(error, verbose);
  if (error instanceof UsageError) return EXIT.usage;
  return error instanceof MailtopError ? EXIT.incomplete : EXIT.internal;
}

/** `mailtop report | head`: the reader has what it wants, and nothing is to be said. A full disk is another matter. */
function outputFailed(error: NodeJS.ErrnoException): number {
  if (error.code === 'EPIPE') return EXIT.closedPipe;
  const why = error.code === 'ENOSPC' ? 'no space left on device' : error.message;
  const unwritable = new MailtopError(
    'unwritable',
    `standard output: cannot be written: ${why}`,
    'what was written is not complete',
    { cause: error },
  );
  return failed(unwritable, false);
}

process.on('SIGINT', () => process.exit(EXIT.interrupted));
process.stdout.on('error', (error) => process.exit(outputFailed(error)));
process.on('uncaughtException', (error) => {
  // The dashboard has its own listener, which first gives the terminal back.
  if (process.listenerCount('uncaughtException') === 1) process.exit(failed(error, true));
});
process.exitCode = await main(process.argv.slice(2));
