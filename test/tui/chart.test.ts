import { describe, expect, test } from 'vitest';
import { bar, filledSteps } from '../../src/tui/draw/bar.ts';
import { chooseGlyphs } from '../../src/tui/draw/glyphs.ts';
import { plainText } from '../../src/tui/draw/line.ts';
import { mirroredChart } from '../../src/tui/draw/mirrored-chart.ts';
import { shareRows } from '../../src/tui/draw/share-rows.ts';
import { HOUR, bucketHours } from '../../src/tui/draw/time-axis.ts';
import { wrap } from '../../src/tui/draw/wrap.ts';
import type { Buckets } from '../../src/tui/draw/time-axis.ts';

const block = chooseGlyphs({}, 'block');
const range = { from: null, to: null };

describe('bars', () => {
  test('zero is blank, anything else is seen, all is full', () => {
    expect(bar(0, 10, block)).toBe('');
    expect(bar(0.000_001, 10, block)).toBe('▏');
    expect(bar(0.5, 10, block)).toBe('█████');
    expect(bar(0.91, 12, block)).toBe('██████████▉');
    expect(bar(1, 10, block)).toBe('██████████');
    expect(bar(7, 10, block)).toBe('██████████');
    expect(bar(0.5, -3, block)).toBe('');
    expect(filledSteps(Number.NaN, 8)).toBe(0);
  });
});

describe('hours in buckets', () => {
  const start = Date.parse('2026-11-22T00:00:00Z');
  const hourly = (length: number): { time: number; value: number }[] =>
    Array.from({ length }, (_, hour) => ({ time: start + hour * HOUR, value: 1 }));

  test('each hour has its own where there is room', () => {
    const buckets = bucketHours(hourly(24), [], range, 72);
    expect(buckets).toMatchObject({ from: start, hours: 1 });
    expect(buckets?.first).toHaveLength(24);
  });

  test('with less room several share one, and nothing is lost', () => {
    for (const [length, most] of [
      [100, 72],
      [24 * 31, 72],
      [24 * 366, 60],
      [5 * 366 * 24, 1],
    ] as const) {
      const buckets = bucketHours(hourly(length), hourly(length), range, most);
      expect(buckets?.first.length).toBeLessThanOrEqual(most);
      expect(buckets?.first.reduce((sum, value) => sum + value, 0)).toBe(length);
      expect(buckets?.second).toEqual(buckets?.first);
    }
    expect(bucketHours(hourly(100), [], range, 72)?.hours).toBe(2);
    expect(bucketHours(hourly(24 * 31), [], range, 72)?.hours).toBe(12);
  });

  test('both series stand on one clock, also where one of them is silent', () => {
    const first = [{ time: start + 2 * HOUR, value: 5 }];
    const second = [{ time: start, value: 7 }];
    const buckets = bucketHours(first, second, { from: null, to: start + 3.5 * HOUR }, 10);
    expect(buckets?.first).toEqual([0, 0, 5, 0]);
    expect(buckets?.second).toEqual([7, 0, 0, 0]);
  });

  test('nothing at all is null', () => {
    expect(bucketHours([], [], range, 10)).toBeNull();
  });
});

describe('the mirrored chart', () => {
  const look = {
    glyphs: block,
    roles: ['asks', 'later'] as const,
    scaleText: String,
    timeText: (time: number) => new Date(time).toISOString().slice(11, 16),
    hourOf: (time: number) => new Date(time).getUTCHours(),
  };
  const buckets = (first: number[], second: number[]): Buckets => ({ from: 0, hours: 1, first, second });
  const rows = (found: Buckets, width: number, height: number): string[] =>
    mirroredChart(found, width, height, look).map((line) => plainText(line));

  test('the first grows up from the axis, the second hangs down', () => {
    expect(rows(buckets([4, 2, 0], [0, 8, 8]), 9, 5)).toEqual([
      '    4 █  ',
      '    2 ██ ',
      '    0 ┼00',
      '    4  ██',
      '    8  ██',
    ]);
  });

  test('one event among thousands still draws the smallest step', () => {
    const [top, bottom, , down] = rows(buckets([9999, 1], [1, 9999]), 8, 5);
    expect(top).toContain('█');
    expect(bottom?.slice(6)).toBe('█▁');
    expect(down?.slice(6)).toBe('▇█');
    const hanging = mirroredChart(buckets([0, 0], [1, 9999]), 8, 5, look)[3]?.[1];
    // Seven eighths from below in reverse video are one eighth from above.
    expect(hanging).toMatchObject({ text: '▇', reverse: true });
  });

  test('uses the width, and labels round hours', () => {
    const lines = rows(
      buckets(
        Array.from({ length: 24 }, () => 1),
        [],
      ),
      78,
      7,
    );
    expect(lines[0]?.length).toBe(78);
    const labels = lines.at(-1) ?? '';
    expect(labels.trim().split(/ +/)).toEqual([
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
    ]);
    const axis = lines[3] ?? '';
    for (const hour of ['03:00', '12:00']) expect(axis[labels.indexOf(hour)]).toBe('┼');
  });

  test('a single hour is labelled as well', () => {
    const noon: Buckets = { from: 21 * HOUR, hours: 1, first: [3], second: [0] };
    expect(rows(noon, 30, 5)[2]).toBe('    0 ┼21:00──');
  });

  test('ASCII, too', () => {
    const ascii = mirroredChart(buckets([4, 1], [1, 4]), 8, 5, {
      ...look,
      glyphs: chooseGlyphs({}, 'ascii'),
    });
    expect(ascii.map((line) => plainText(line)).join('')).toMatch(/^[ -~]*$/);
  });
});

describe('heights', () => {
  const heights = [
    { least: 5, wish: 7, most: 9 },
    { least: 5, wish: 9, most: 10 },
    { least: 3, wish: 5, most: 50 },
    { least: 6, wish: 6, most: 8, optional: true as const },
  ];

  test.each([
    [13, [5, 5, 3, 0]],
    [15, [7, 5, 3, 0]],
    [21, [7, 9, 5, 0]],
    [27, [7, 9, 5, 6]],
    [60, [9, 10, 33, 8]],
  ])('%i rows: %j', (rows, expected) => {
    expect(shareRows(rows, heights)).toEqual(expected);
  });
});

describe('wrapping', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['漢字漢字', 3, ['漢', '字', '漢', '字']],
    ['', 5, ['']],
  ])('%j in %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});
