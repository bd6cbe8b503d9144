import { COMPARISONS, type Comparison } from '../compare/index.ts';
import { nearest } from '../format/nearest.ts';
import { UsageError } from '../model/errors.ts';
import { option, type CommandLine } from './parse.ts';

/** What `--compare` asks for, loaded; null without it. Throws UsageError. */
export async function comparisonOf(line: CommandLine): Promise<Comparison | null> {
  const name = option(line, 'compare');
  if (name === null) return null;
  const known = COMPARISONS.find((each) => each.name === name);
  if (known !== undefined) return known.load();
  const names = COMPARISONS.map((each) => each.name);
  const close = nearest(name, names);
  throw new UsageError(
    `--compare ${name}: unknown program`,
    close === null ? `one of ${names.join(', ')}` : `did you mean ${close}?`,
  );
}
