import { checkChoice, option, type CommandLine } from './parse.ts';

/** `--format`, else JSON where `-o` names a `.json` file, else text. Throws UsageError. */
export function textOrJson(line: CommandLine): 'text' | 'json' {
  const byName = /\.json$/i.test(option(line, 'output') ?? '') ? 'json' : 'text';
  const asked = option(line, 'format') ?? byName;
  if (asked === 'json') return 'json';
  checkChoice('--format', asked, ['text', 'json']);
  return 'text';
}
