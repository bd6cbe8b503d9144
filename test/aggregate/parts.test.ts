import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDistinct, countDistinct, mergeDistinct, type Distinct } from '../../src/aggregate/distinct.ts';
import { heaviest } from '../../src/aggregate/heaviest.ts';
import { Histogram } from '../../src/aggregate/histogram.ts';
import { HOUR, Hourly } from '../../src/aggregate/hourly.ts';
import { isoTime } from '../../src/aggregate/span.ts';
import { TopMap } from '../../src/aggregate/top-map.ts';

describe('TopMap', () => {
  const put = (map: TopMap<string, { count: number }>, key: string): void => {
    const row = map.get(key);
    if (row === undefined) map.put(key, { count: 1 });
    else row.count++;
  };

  it('is exact while the keys fit', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abcdefgh')), (keys) => {
        const map = new TopMap<string, { count: number }>(8);
        for (const key of keys) put(map, key);
        expect(map.folded).toBe(0);
        for (const key of 'abcdefgh')
          expect(map.get(key)?.count ?? 0).toBe(keys.filter((each) => each === key).length);
      }),
    );
  });

  it('never loses a count, never counts too much, never grows beyond its bound', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60)), fc.array(fc.nat(60)), (first, second) => {
        const [a, b] = [first, second].map((keys) => {
          const map = new TopMap<string, { count: number }>(10);
          for (const key of keys) put(map, String(key));
          return map;
        });
        if (a === undefined || b === undefined) throw new Error('two maps');
        a.merge(
          b,
          (mine, theirs) => (mine.count += theirs.count),
          (theirs) => ({ ...theirs }),
        );
        let sum = a.folded;
        for (const [key, row] of a.rows) {
          sum += row.count;
          expect(row.count).toBeLessThanOrEqual(
            [...first, ...second].filter((each) => String(each) === key).length,
          );
        }
        expect(sum).toBe(first.length + second.length);
        expect(a.rows.size).toBeLessThanOrEqual(15);
      }),
    );
  });
});

describe('distinct', () => {
  it('is exact for a few, near for many', () => {
    for (const [many, tolerance] of [
      [0, 0],
      [1, 0],
      [255, 0],
      [5000, 0.2],
      [200_000, 0.2],
    ] as const) {
      const seen: Distinct = [];
      for (let at = 0; at < many; at++) {
        addDistinct(seen, `198.51.100.${at}`);
        addDistinct(seen, `198.51.100.${at}`);
      }
      expect(Math.abs(countDistinct(seen) - many)).toBeLessThanOrEqual(many * tolerance);
      expect(seen.length).toBeLessThanOrEqual(256);
    }
  });

  it('merges to what one would have seen', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (first, second) => {
        const [a, b, whole]: Distinct[] = [[], [], []];
        for (const text of first) addDistinct(a ?? [], text, 8);
        for (const text of second) addDistinct(b ?? [], text, 8);
        for (const text of [...first, ...second]) addDistinct(whole ?? [], text, 8);
        mergeDistinct(a ?? [], b ?? [], 8);
        expect(a).toEqual(whole);
      }),
    );
  });
});

describe('Histogram', () => {
  it('gives percentiles within 3 %, and the maximum as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.constantFrom(0.5, 0.9, 0.99),
        (seconds, share) => {
          const histogram = new Histogram();
          for (const value of seconds) histogram.add(value, 1);
          const sorted = [...seconds].sort((a, b) => a - b);
          const exact = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
          const given = histogram.percentile(share) ?? 0;
          expect(Math.abs(given - exact)).toBeLessThanOrEqual(exact * 0.03);
          expect(histogram.max).toBe(sorted.at(-1));
        },
      ),
    );
  });

  it('has none of nothing, and 0 of delays below a millisecond', () => {
    const histogram = new Histogram();
    histogram.add(Number.NaN, 1);
    histogram.add(-3, 1);
    expect(histogram.percentile(0.5)).toBeNull();
    histogram.add(0, 10);
    expect(histogram.percentile(0.99)).toBe(0);
  });
});

describe('Hourly', () => {
  it('stays bounded when a clock is broken', () => {
    const series = new Hourly(1);
    for (let hour = 0; hour < 60_000; hour++) series.add(hour * HOUR, 0, 1);
    expect(series.entries()).toHaveLength(5 * 366 * 24);
    series.add(null, 0, 1);
  });
});

describe('heaviest', () => {
  it('is the front of a sort', () => {
    const numbers = Array.from({ length: 9000 }, (_, index) => (index * 7919) % 9001);
    const sorted = [...numbers].sort((a, b) => b - a);
    for (const most of [0, 1, 10, 5000, 20_000]) {
      expect(heaviest(numbers, most, (a, b) => b - a)).toEqual(sorted.slice(0, most));
    }
  });
});

describe('isoTime', () => {
  it('never throws', () => {
    expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(isoTime(null)).toBeNull();
    expect(isoTime(Number.NaN)).toBeNull();
    expect(isoTime(1e18)).toBeNull();
  });
});
