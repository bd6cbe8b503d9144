// The command line, read against the option table.
import { UsageError } from '../model/errors.ts';
import { nearest } from '../format/nearest.ts';
import { OPTIONS, type OptionSpec } from './options.ts';

export interface CommandLine {
  readonly command: string;
  /** What is neither command nor option, in order. */
  readonly operands: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/**
 * Options may stand anywhere; `--opt=value` and `--opt value`; `--` ends them. The first word is the command when it
 * is one of `commands`, else `top`. Throws UsageError.
 */
export function parseCommandLine(args: readonly string[], commands: readonly string[]): CommandLine {
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  let command: string | null = null;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg === '--') {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) {
      if (command === null && operands.length === 0 && commands.includes(arg)) command = arg;
      else operands.push(arg);
      continue;
    }
    const { option, inline } = findOption(arg);
    let value = '';
    if (option.value !== undefined) {
      const next = inline ?? args[++at];
      if (next === undefined) throw new UsageError(`--${option.name}: needs a value (${option.value})`);
      value = next;
    } else if (inline !== null) {
      throw new UsageError(`--${option.name}: takes no value`);
    }
    const list = values.get(option.name);
    if (list !== undefined && option.repeatable) list.push(value);
    else values.set(option.name, [value]);
  }
  const line = { command: command ?? 'top', operands, values };
  checkCommand(line);
  return line;
}

function findOption(arg: string): { option: OptionSpec; inline: string | null } {
  const equals = arg.indexOf('=');
  const written = equals === -1 ? arg : arg.slice(0, equals);
  const inline = equals === -1 ? null : arg.slice(equals + 1);
  const name = written.replace(/^--?/, '');
  const option = OPTIONS.find((candidate) =>
    written.startsWith('--') ? candidate.name === name : candidate.short === name,
  );
  if (option !== undefined) return { option, inline };
  const close = nearest(
    name,
    OPTIONS.map((candidate) => candidate.name),
  );
  throw new UsageError(
    `${written}: unknown option`,
    close === null ? 'mailtop --help lists the options' : `did you mean --${close}?`,
  );
}

function checkCommand(line: CommandLine): void {
  for (const option of OPTIONS) {
    if (option.commands === undefined || !line.values.has(option.name)) continue;
    if (option.commands.includes(line.command)) continue;
    throw new UsageError(
      `--${option.name}: not an option of ${line.command === 'top' ? 'the dashboard' : `'${line.command}'`}`,
      `it belongs to: mailtop ${option.commands.filter((name) => name !== 'top').join(', mailtop ')}`,
    );
  }
}

/** The last value given for an option, or null. */
export function option(line: CommandLine, name: string): string | null {
  return line.values.get(name)?.at(-1) ?? null;
}

/** All values of a repeatable option, comma lists taken apart. */
export function optionList(line: CommandLine, name: string): readonly string[] {
  return (line.values.get(name) ?? []).flatMap((value) => value.split(',')).filter((value) => value !== '');
}

/** Throws UsageError unless the value is a whole number of at least `least`. */
export function optionNumber(line: CommandLine, name: string, least: number): number | null {
  const text = option(line, name);
  if (text === null) return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new UsageError(`--${name} ${text}: not a whole number of ${least} or more`);
  }
  return value;
}
