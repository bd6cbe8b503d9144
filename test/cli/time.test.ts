import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/cli/time.ts';
import { UsageError } from '../../src/model/errors.ts';

const NOW = new Date(2026, 10, 24, 15, 30).getTime();
const HOUR = 3_600_000;

describe('--from and --to', () => {
  it.each([
    ['now', NOW],
    ['-2h', NOW - 2 * HOUR],
    ['90m ago', NOW - 1.5 * HOUR],
    ['2 days ago', NOW - 48 * HOUR],
    ['today', new Date(2026, 10, 24).getTime()],
    ['yesterday', new Date(2026, 10, 23).getTime()],
    ['2026-11-23', new Date(2026, 10, 23).getTime()],
    ['2026-11-23 18:05', new Date(2026, 10, 23, 18, 5).getTime()],
    ['2026-11-23T18:05:06Z', Date.UTC(2026, 10, 23, 18, 5, 6)],
    ['2026-11-23T18:05:06+01:00', Date.UTC(2026, 10, 23, 17, 5, 6)],
  ])('%s', (text, time) => {
    expect(parseTime(text, NOW, 'from')).toBe(time);
  });

  it.each(['2h', 'tomorrowish', '2026-13-01', '2026-02-30', '2026-00-10', '', '--', '2026-11-23T25:00:00Z'])(
    '%s is no time, and the hint shows some',
    (text) => {
      expect(() => parseTime(text, NOW, 'from')).toThrow(UsageError);
    },
  );
});
