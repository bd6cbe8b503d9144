// Times for people, 24 hours, in one zone. Machines get RFC 3339.
import { format } from 'date-fns/format';
import { UNKNOWN } from './number.ts';
import { ZonedDate, zoneOffset, type ZoneOffset } from './zone.ts';

/** RFC 3339 as in a snapshot, or epoch milliseconds. */
export type Instant = string | number | null;

export class Clock {
  readonly #offset: ZoneOffset;

  /** @param zone null for this host's zone, else as in `zoneOffset`. */
  constructor(zone: string | null) {
    this.#offset = zoneOffset(zone);
  }

  /** `22 Nov 2026 14:32` */
  full(instant: Instant): string {
    return this.#print(instant, 'd MMM yyyy HH:mm');
  }

  /** `22 Nov 2026` */
  day(instant: Instant): string {
    return this.#print(instant, 'd MMM yyyy');
  }

  /** `14:32` on the day of `reference`, `23 Nov 14:32` in its year, else with the year. */
  short(instant: Instant, reference: Instant): string {
    return this.#print(instant, this.#dayPattern(instant, reference) + 'HH:mm');
  }

  /** As `short`, with seconds. */
  precise(instant: Instant, reference: Instant): string {
    return this.#print(instant, this.#dayPattern(instant, reference) + 'HH:mm:ss');
  }

  /** `+01:00` */
  offset(instant: Instant): string {
    return this.#print(instant, 'xxx');
  }

  #dayPattern(instant: Instant, reference: Instant): string {
    if (this.#print(instant, 'yyyy-MM-dd') === this.#print(reference, 'yyyy-MM-dd')) return '';
    return this.#print(instant, 'yyyy') === this.#print(reference, 'yyyy') ? 'd MMM ' : 'd MMM yyyy ';
  }

  #print(instant: Instant, pattern: string): string {
    const milliseconds = typeof instant === 'string' ? Date.parse(instant) : (instant ?? Number.NaN);
    if (!(Math.abs(milliseconds) < LATEST_WALL)) return UNKNOWN;
    const date = new ZonedDate(milliseconds, this.#offset(milliseconds));
    return format(milliseconds, pattern, { in: () => date });
  }
}

/** A day less than a Date can hold, so that no zone leads out of it. */
const LATEST_WALL = 8.64e15 - 86_400_000;
