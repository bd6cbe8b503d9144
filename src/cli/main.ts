#!/usr/bin/env node
// The command line's entry. Nothing is imported before it is known what is wanted: `--version` and `explain` must
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
    const run = await command.load();
    return await run(line);
  } catch (error) {
    printError(error, line?.values.has('verbose') ?? false);
    if (error instanceof UsageError) return EXIT.usage;
    return error instanceof MailtopError ? EXIT.incomplete : EXIT.internal;
  }
}

process.on('SIGINT', () => process.exit(EXIT.interrupted));
// `mailtop report | head`: the reader has what it wants.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
});
process.exitCode = await main(process.argv.slice(2));
