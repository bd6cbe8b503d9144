// Points in time as people type them: `--from`, `--to`.
import { UsageError } from '../model/errors.ts';

/**
 * RFC 3339, `2026-11-23`, `2026-11-23 18:00`, `now`, `today`, `yesterday`, `-2h`, `90m ago`, `2 days ago`.
 * @param now epoch milliseconds. @returns epoch milliseconds; days begin at midnight of this host.
 * Throws UsageError.
 */
export function parseTime(text: string, now: number, optionName: string): number {
  const words = text.trim().toLowerCase();
  if (words === 'now') return now;
  if (words === 'today') return startOfDay(now, 0);
  if (words === 'yesterday') return startOfDay(now, 1);
  const ago = /^(-?)(\d+)\s*([a-z]+)(\s+ago)?$/.exec(words);
  if (ago !== null && (ago[1] === '-' || ago[4] !== undefined)) {
    const unit = UNITS[ago[3] ?? ''];
    if (unit !== undefined) return now - Number(ago[2]) * unit;
  }
  const date =
    /^(\d{4})-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(z|[+-]\d\d:?\d\d)?$/.exec(
      words,
    );
  if (date !== null && isDay(Number(date[1]), Number(date[2]), Number(date[3]))) {
    const time = Date.parse(text.trim().replace(' ', 'T') + (date[4] === undefined ? 'T00:00:00' : ''));
    if (!Number.isNaN(time)) return time;
  }
  throw new UsageError(
    `--${optionName} ${text}: not a time`,
    'like 2026-11-23, 2026-11-23T18:00:00+01:00, yesterday, -2h or "2 days ago"',
  );
}

/** `Date.parse` takes 30 February for 2 March. */
function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const UNITS: Readonly<Record<string, number>> = {
  s: SECOND,
  sec: SECOND,
  secs: SECOND,
  second: SECOND,
  seconds: SECOND,
  m: MINUTE,
  min: MINUTE,
  mins: MINUTE,
  minute: MINUTE,
  minutes: MINUTE,
  h: HOUR,
  hour: HOUR,
  hours: HOUR,
  d: DAY,
  day: DAY,
  days: DAY,
  w: WEEK,
  week: WEEK,
  weeks: WEEK,
};

function startOfDay(now: number, daysBefore: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysBefore).getTime();
}
