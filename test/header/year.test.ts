import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeaderReader } from '../../src/header/index.ts';
import { YearTracker } from '../../src/header/year.ts';
import { queueIdTime } from '../../src/mta/postfix/queue-id.ts';

describe('the year of stamps without one', () => {
  it("is the latest that is not after the file's last write", () => {
    expect(new YearTracker(Date.UTC(2026, 0, 2), null).resolve(12, 30)).toBe(2025);
    expect(new YearTracker(Date.UTC(2026, 0, 2), null).resolve(1, 2)).toBe(2026);
  });

  it('steps at New Year, and a late line of the old year stays in the old year', () => {
    const years = new YearTracker(Date.UTC(2026, 0, 2), null);
    expect([years.resolve(12, 31), years.resolve(1, 1), years.resolve(12, 31), years.resolve(1, 1)]).toEqual([
      2025, 2026, 2025, 2026,
    ]);
  });

  it('does not step when a clock is set back or lines are out of order', () => {
    const years = new YearTracker(Date.UTC(2026, 10, 24), null);
    expect([years.resolve(11, 23), years.resolve(11, 20), years.resolve(11, 24)]).toEqual([2026, 2026, 2026]);
  });

  it('a given year is that of the first stamp', () => {
    const years = new YearTracker(Date.UTC(2026, 10, 24), 2019);
    expect([years.resolve(12, 31), years.resolve(1, 1)]).toEqual([2019, 2020]);
  });

  it('never runs backwards over a log of several years', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }), (gaps) => {
        let day = Date.UTC(2020, 5, 1);
        const days = gaps.map((gap) => (day += gap * 86_400_000));
        const years = new YearTracker(day, 2020);
        for (const each of days) {
          const date = new Date(each);
          expect(years.resolve(date.getUTCMonth() + 1, date.getUTCDate())).toBe(date.getUTCFullYear());
        }
      }),
    );
  });

  it('a long queue id tells the year of a file that is newer than its lines', () => {
    const messageTime = (text: string): number | null => queueIdTime(text.split(':')[0] ?? '');
    const header = new HeaderReader({ timezone: 'UTC', year: null, messageTime });
    const sample = [
      'Jul  3 21:14:50 mx1 postfix/smtpd[1]: connect from a[192.0.2.1]',
      'Jul  3 21:14:55 mx1 postfix/smtpd[1]: 4WDsxC29Z0z3kQ: client=a[192.0.2.1]',
    ];
    header.open('old.log', Date.UTC(2026, 10, 24), sample.join('\n'));
    header.read(sample[0] ?? '');
    expect(new Date(header.line.time ?? 0).toISOString()).toBe('2024-07-03T21:14:50.000Z');
  });
});
