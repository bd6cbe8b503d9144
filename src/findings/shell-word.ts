import { clean } from '../format/clean.ts';

/** RFC 5321: 64 before the `@`, 255 behind it. What is longer nobody pastes. */
const LONGEST_ADDRESS = 320;

/**
 * A value from a log as one word of a command that somebody will paste. Attackers choose names such as `a; reboot` or
 * `--help`: those come quoted, and never with anything that ends the line.
 */
export function shellWord(value: string): string {
  if (value.length > LONGEST_ADDRESS) return 'NAME';
  const shown = clean(value);
  if (/^[\w@.+:=][\w@.+:=/-]*$/.test(shown)) return shown;
  return `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
