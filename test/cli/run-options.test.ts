import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/parse.ts';
import { runOptions } from '../../src/cli/run-options.ts';

const optionsOf = (...args: string[]) => runOptions(parseCommandLine(['report', ...args], ['report']), 10);

describe('the options that every reading command takes', () => {
  it('are all unset unless they are given', () => {
    expect(optionsOf()).toEqual({ from: null, to: null, year: null, timezone: null, top: 10, mta: null });
  });

  it('are read', () => {
    const range = ['--from', '2026-11-23T00:00:00Z', '--to=2026-11-24T00:00:00Z'];
    const others = ['--year', '2026', '--timezone', 'Europe/Berlin', '--top', '50', '--mta', 'exim,dovecot'];
    expect(optionsOf(...range, ...others)).toEqual({
      from: Date.UTC(2026, 10, 23),
      to: Date.UTC(2026, 10, 24),
      year: 2026,
      timezone: 'Europe/Berlin',
      top: 50,
      mta: ['exim', 'dovecot'],
    });
  });

  it.each(['UTC', 'Z', '+01:00', '-0530', 'America/Sao_Paulo', 'CET'])('--timezone %s', (timezone) => {
    expect(optionsOf('--timezone', timezone).timezone).toBe(timezone);
  });

  it.each([
    [['--from', '2026-12-01', '--to', '2026-11-01'], /--from 2026-12-01 is after --to 2026-11-01/],
    [['--from', 'tomorrowish'], /--from tomorrowish: not a time/],
    [['--year', '26'], /--year 26: not a whole number from 1970 to 9999/],
    [['--year', '20260'], /--year/],
    [['--timezone', 'Mars/Phobos'], /--timezone Mars\/Phobos: not a time zone/],
    [['--timezone', '+25:00'], /--timezone \+25:00: not a time zone/],
    [['--timezone', '+01:75'], /not a time zone/],
    [['--mta', 'postfx'], /--mta postfx: unknown/],
    [['--mta', 'exim,sendmail'], /--mta sendmail: unknown/],
    [['--jobs', '0'], /--jobs 0/],
  ])('%j is refused', (args, message) => {
    expect(() => optionsOf(...args)).toThrow(message);
  });
});
