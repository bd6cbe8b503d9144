// What every reading command takes: the range, the zone and year of stamps, the dialects.
import { createZone } from '../header/zone.ts';
import { UsageError } from '../model/errors.ts';
import type { RunOptions } from '../model/run.ts';
import { checkChoice, option, optionList, optionNumber, type CommandLine } from './parse.ts';
import { parseTime } from './time.ts';

const DIALECT_NAMES = ['postfix', 'exim', 'dovecot', 'neighbour'];
const MOST_ROWS = 1_000_000;

/** What every reading command takes. Throws UsageError. */
export function runOptions(line: CommandLine, defaultTop: number): RunOptions {
  const now = Date.now();
  const from = timeOption(line, 'from', now);
  const to = timeOption(line, 'to', now);
  if (from !== null && to !== null && from > to) {
    throw new UsageError(
      `--from ${option(line, 'from')} is after --to ${option(line, 'to')}`,
      'the earlier time belongs to --from',
    );
  }
  const timezone = option(line, 'timezone');
  try {
    createZone(timezone);
  } catch {
    throw new UsageError(`--timezone ${timezone}: not a time zone`, 'like Europe/Berlin, +01:00 or UTC');
  }
  optionNumber(line, 'jobs', 1, 1024);
  const mta = optionList(line, 'mta');
  for (const name of mta) checkChoice('--mta', name, DIALECT_NAMES);
  return {
    from,
    to,
    year: optionNumber(line, 'year', 1970, 9999),
    timezone,
    top: optionNumber(line, 'top', 1, MOST_ROWS) ?? defaultTop,
    mta: mta.length === 0 ? null : mta,
  };
}

function timeOption(line: CommandLine, name: string, now: number): number | null {
  const text = option(line, name);
  return text === null ? null : parseTime(text, now, name);
}
