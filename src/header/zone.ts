// Turns local wall-clock hours into epoch time, for stamps that carry no zone.

/** Epoch milliseconds of the start of a local hour. `month` is 1 to 12; `day` and `hour` may be one past the end. */
export type Zone = (year: number, month: number, day: number, hour: number) => number;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * @param name null or `local` for this host's zone, `UTC`, an offset such as `+01:00`, or an IANA name.
 * Throws RangeError when the name is none of these.
 */
export function createZone(name: string | null): Zone {
  if (name === null || name === 'local') return hostZone;
  const offset = fixedOffset(name);
  if (offset !== null) return (year, month, day, hour) => Date.UTC(year, month - 1, day, hour) - offset;
  return namedZone(name);
}

/** Milliseconds east of UTC for `Z`, `UTC`, `+0100`, `-05:30` and the usual abbreviations; null for anything else. */
export function fixedOffset(name: string): number | null {
  const abbreviated = ABBREVIATIONS[name];
  if (abbreviated !== undefined) return abbreviated * HOUR;
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(name);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes >= 24 * 60 || Number(match[3]) >= 60) return null;
  return (match[1] === '-' ? -minutes : minutes) * MINUTE;
}

function hostZone(year: number, month: number, day: number, hour: number): number {
  return new Date(year, month - 1, day, hour).getTime();
}

function namedZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (year, month, day, hour) => {
    const wall = Date.UTC(year, month - 1, day, hour);
    // The offset depends on the instant that we look for: the second round settles it except inside a DST gap.
    const first = wall - offsetAt(format, wall);
    return wall - offsetAt(format, first);
  };
}

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const part = (type: string): number => parts[type] ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wall - Math.floor(instant / MINUTE) * MINUTE;
}

/** Hours east of UTC of the zone names that `journalctl -o short-full` prints for most servers. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  IST: 5.5,
  JST: 9,
  BRT: -3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
