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
 * Options may stand anywhere; `--opt=value` and `--opt value`, `-qv`, `-oFILE`; `--` ends them. The first word is the
 * command when it is one of `commands`, else `top`. Throws UsageError.
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
    for (const { option: found, inline } of arg.startsWith('--') ? [longOption(arg)] : shortOptions(arg)) {
      const value = inline ?? (found.value === undefined ? '' : (args[++at] ?? null));
      const list = values.get(found.name);
      if (list !== undefined && found.repeatable) list.push(checkedValue(found, value, inline));
      else values.set(found.name, [checkedValue(found, value, inline)]);
    }
  }
  const line = { command: command ?? 'top', operands, values };
  checkCommand(line);
  return line;
}

interface WrittenOption {
  readonly option: OptionSpec;
  /** The value written in the same word; null when it has to be the next one. */
  readonly inline: string | null;
}

/** `--top`, `--top=5` */
function longOption(arg: string): WrittenOption {
  const equals = arg.indexOf('=');
  const written = equals === -1 ? arg : arg.slice(0, equals);
  const found = OPTIONS.find(({ name }) => written === `--${name}`);
  if (found === undefined) throw unknownOption(written, written.slice(2));
  return { option: found, inline: equals === -1 ? null : arg.slice(equals + 1) };
}

/** `-q`, `-qv`, `-o FILE`, `-oFILE`, `-o=FILE` */
function shortOptions(arg: string): WrittenOption[] {
  const options: WrittenOption[] = [];
  for (let at = 1; at < arg.length; at++) {
    const found = OPTIONS.find(({ short }) => short === arg[at]);
    // `-format` is probably a long one with a dash too few.
    if (found === undefined) throw unknownOption(arg, arg.slice(1));
    const rest = arg.slice(at + 1);
    if (found.value !== undefined || rest.startsWith('=')) {
      options.push({ option: found, inline: rest === '' ? null : rest.replace(/^=/, '') });
      break;
    }
    options.push({ option: found, inline: null });
  }
  return options;
}

function unknownOption(written: string, name: string): UsageError {
  const names = OPTIONS.map((candidate) => candidate.name);
  const close = nearest(name, names);
  return new UsageError(
    `${written}: unknown option`,
    close === null ? 'mailtop --help lists the options' : `did you mean --${close}?`,
  );
}

/** An empty value is that of a shell variable that is not set; a value with two dashes is the next option. */
function checkedValue(spec: OptionSpec, value: string | null, inline: string | null): string {
  const name = `--${spec.name}`;
  if (spec.value === undefined) {
    if (inline !== null) throw new UsageError(`${name}: takes no value`, `write ${name} alone`);
    return '';
  }
  if (value === null || value.trim() === '' || (inline === null && value.startsWith('--'))) {
    throw new UsageError(`${name}: needs a value`, `${name} ${spec.value}: ${spec.help}`);
  }
  if (spec.choices !== undefined) checkChoice(name, value, spec.choices);
  return value;
}

/** Throws UsageError, with the word that was probably meant, unless the value is one of the choices. */
export function checkChoice(name: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  const close = nearest(value.toLowerCase(), choices);
  throw new UsageError(
    `${name} ${value}: unknown`,
    close === null ? `one of ${choices.join(', ')}` : `did you mean ${close}?`,
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

/** Throws UsageError unless the value is a whole number of `least` to `most`. */
export function optionNumber(line: CommandLine, name: string, least: number, most: number): number | null {
  const text = option(line, name);
  if (text === null) return null;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least || value > most) {
    throw new UsageError(`--${name} ${text}: not a whole number from ${least} to ${most}`);
  }
  return value;
}
