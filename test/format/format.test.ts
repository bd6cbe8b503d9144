import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../src/format/duration.ts';
import { formatBytes, formatCount, formatPlural, formatShare, formatTimes } from '../../src/format/number.ts';
import { Clock } from '../../src/format/time.ts';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1204, '1,204'],
    [999_999, '999,999'],
    [1_234_567, '1.23 M'],
    [12_345_678, '12.3 M'],
    [999_400_000, '999 M'],
    [999_600_000, '1.00 G'],
    [-1500, '-1,500'],
    [null, '-'],
  ])('count %s is %s', (count, text) => expect(formatCount(count)).toBe(text));

  it.each([
    [0, '0 bytes', '0'],
    [900, '900 bytes', '900'],
    [1024, '1.0 KiB', '1.0K'],
    [45_056_000, '43 MiB', '43M'],
    [2_254_857_830, '2.1 GiB', '2.1G'],
    [1_048_575, '1.0 MiB', '1.0M'],
    [null, '-', '-'],
  ])('%s bytes are %s in a sentence, %s in a table', (bytes, sentence, table) => {
    expect(formatBytes(bytes)).toBe(sentence);
    expect(formatBytes(bytes, 'table')).toBe(table);
  });

  it.each([
    [83, 1000, '8.3 %'],
    [1, 100_000, '<0.1 %'],
    [0, 10, '0 %'],
    [10, 10, '100 %'],
    [99_999, 100_000, '>99.9 %'],
    [0, 0, '-'],
  ])('%s of %s is %s', (part, whole, text) => expect(formatShare(part, whole)).toBe(text));

  it('share with two decimals', () => expect(formatShare(2, 10_000, 2)).toBe('0.02 %'));

  it('plurals', () => {
    expect(formatPlural(1, 'message')).toBe('1 message');
    expect([1, 2, 1200].map(formatTimes)).toEqual(['once', 'twice', '1,200 times']);
    expect(formatPlural(1200, 'address', 'addresses')).toBe('1,200 addresses');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [0.051, '51 ms'],
    [0.52, '0.52 s'],
    [1.2, '1.2 s'],
    [41, '41 s'],
    [2520, '42 min'],
    [32_400, '9 h'],
    [32_700, '9 h 05 min'],
    [187_200, '2 d 04 h'],
    [86_399, '1 d'],
    [null, '-'],
  ])('%s seconds are %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));
});

describe('times', () => {
  const winter = '2026-11-23T13:32:05Z';

  it('stand in the zone of the report', () => {
    expect(new Clock('UTC').full(winter)).toBe('23 Nov 2026 13:32');
    expect(new Clock('+01:00').full(winter)).toBe('23 Nov 2026 14:32');
    expect(new Clock('Europe/Berlin').full(winter)).toBe('23 Nov 2026 14:32');
    expect(new Clock('America/New_York').full(winter)).toBe('23 Nov 2026 08:32');
    expect(new Clock('-05:30').offset(winter)).toBe('-05:30');
    expect(new Clock('Europe/Berlin').offset('2026-07-01T00:00:00Z')).toBe('+02:00');
    expect(new Clock('UTC').offset(winter)).toBe('+00:00');
  });

  it('are as short as the day they are read allows', () => {
    const clock = new Clock('Europe/Berlin');
    expect(clock.short(winter, '2026-11-23T22:59:00Z')).toBe('14:32');
    expect(clock.short(winter, '2026-11-23T23:00:00Z')).toBe('23 Nov 14:32');
    expect(clock.short(winter, '2027-01-01T00:00:00Z')).toBe('23 Nov 2026 14:32');
    expect(clock.precise(winter, winter)).toBe('14:32:05');
  });

  it('that are not known are a dash', () => {
    expect(new Clock(null).full(null)).toBe('-');
    expect(new Clock('UTC').full('nonsense')).toBe('-');
  });

  it('do not jump where the zone of this host puts its clocks forward', () => {
    for (let hour = 0; hour < 24; hour++) {
      const instant = Date.UTC(2026, 2, 29, hour, 30);
      expect(new Clock('UTC').short(instant, instant)).toBe(`${String(hour).padStart(2, '0')}:30`);
    }
  });

  it('refuse a zone that there is not', () => expect(() => new Clock('Europe/Atlantis')).toThrow(RangeError));
});
