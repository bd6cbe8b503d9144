import { clean } from '../format/clean.ts';

/**
 * A value from a log as one word of a command that somebody will paste. Attackers choose names such as `a; reboot` or
 * `--help`: those come quoted, and never with anything that ends the line.
 */
export function shellWord(value: string): string {
  const shown = clean(value);
  if (/^[\w@.+:=][\w@.+:=/-]*$/.test(shown)) return shown;
  return `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
