// Whether what was read is a mail log at all. A zero never stands without its reason: there is a sentence for each.
import { clean } from '../format/clean.ts';
import { formatPlural } from '../format/number.ts';
import { Clock } from '../format/time.ts';
import type { FileView, InputView } from '../model/snapshot.ts';
import type { Source } from '../model/source.ts';
import { option, optionList, type CommandLine } from './parse.ts';
import { nameOf, printHint, printNote } from './stderr.ts';

const LONGEST_SAMPLE = 120;
/** More are summed up in one sentence. */
const MOST_FILES = 3;

/** False, after it was said on stderr, when no line was understood. A range without lines in it is no fault. */
export function wasRecognised(line: CommandLine, input: InputView, sources: readonly Source[]): boolean {
  if (input.events > input.unrecognized) return true;
  const hint = (text: string): void => {
    if (!line.values.has('quiet')) printHint(text);
  };
  if (input.lines === 0) {
    // Files without a byte were named when they were opened.
    const others = sources.filter(({ size }) => size !== 0);
    for (const { path } of others) printNote(`${path}: empty (0 bytes)`);
    if (others.length > 0) hint('mailtop FILE..., or: journalctl -o json | mailtop');
    return false;
  }
  if (input.outside_range.lines > 0) {
    sayOutside(line, input);
    return true;
  }
  const mta = optionList(line, 'mta');
  const authors = mta.length > 0 ? `from ${mta.join(' or ')}` : 'from a mail program that mailtop knows';
  for (const text of notRecognised(input, authors)) printNote(text);
  hint(
    mta.length > 0
      ? 'without --mta the lines of all mail programs are read'
      : 'is it the mail log? mailtop reads those of Postfix, Exim and Dovecot',
  );
  return false;
}

/** `nothing between … and …`, with the times that there are. */
function sayOutside(line: CommandLine, { outside_range: outside }: InputView): void {
  const clock = new Clock(option(line, 'timezone'));
  const asked = ['from', 'to'].flatMap((name) => {
    const value = option(line, name);
    return value === null ? [] : [`--${name} ${value}`];
  });
  const times = `${clock.full(outside.from)} to ${clock.full(outside.to)} (${clock.offset(outside.to)})`;
  printNote(`nothing with ${asked.join(' ')}\n  the lines are of ${times}`);
}

function notRecognised(
  { files, lines, unrecognized_samples: [sample] }: InputView,
  authors: string,
): string[] {
  const begin =
    sample === undefined ? '' : `\n  line ${sample.line}: ${clean(sample.text).slice(0, LONGEST_SAMPLE)}`;
  const filled = files.filter((file) => file.lines > 0);
  if (filled.length > MOST_FILES) {
    return [`${filled.length} files, ${formatPlural(lines, 'line')}: none ${authors}${begin}`];
  }
  return filled.map(
    (file) =>
      `${nameOf(file.path)}: ${formatPlural(file.lines, 'line')}, none ${authors}` +
      (isOf(file, sample) ? begin : ''),
  );
}

function isOf(file: FileView, sample: InputView['unrecognized_samples'][number] | undefined): boolean {
  return sample?.path === file.path;
}
