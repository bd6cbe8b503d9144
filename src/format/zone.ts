// Where the hands of the clock stand in a time zone.

/** Minutes east of UTC at an instant (epoch milliseconds). */
export type ZoneOffset = (instant: number) => number;

/**
 * @param zone null or `local` for this host's zone, `UTC`, an offset such as `+01:00`, or an IANA name.
 * Throws RangeError when it is none of these.
 */
export function zoneOffset(zone: string | null): ZoneOffset {
  if (zone === null || zone === 'local') return (instant) => -new Date(instant).getTimezoneOffset();
  if (zone === 'Z' || zone === 'UTC') return () => 0;
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (match === null) return namedOffset(zone);
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return () => (match[1] === '-' ? -minutes : minutes);
}

/** A Date that reads as the clock on the wall of its zone. */
export class ZonedDate extends Date {
  readonly #offset: number;
  /** The wall clock as if it were UTC's. */
  readonly #wall: Date;

  constructor(instant: number, offset: number) {
    super(instant);
    this.#offset = offset;
    this.#wall = new Date(instant + offset * MINUTE);
  }

  override getFullYear(): number {
    return this.#wall.getUTCFullYear();
  }

  override getMonth(): number {
    return this.#wall.getUTCMonth();
  }

  override getDate(): number {
    return this.#wall.getUTCDate();
  }

  override getDay(): number {
    return this.#wall.getUTCDay();
  }

  override getHours(): number {
    return this.#wall.getUTCHours();
  }

  override getMinutes(): number {
    return this.#wall.getUTCMinutes();
  }

  override getTimezoneOffset(): number {
    return -this.#offset;
  }
}

const MINUTE = 60_000;

function namedOffset(zone: string): ZoneOffset {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (instant) => {
    // "11/23/2026, GMT+01:00"; UTC itself is "GMT".
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const match = /^GMT([+-])(\d\d):(\d\d)/.exec(name);
    if (match === null) return 0;
    const minutes = Number(match[2]) * 60 + Number(match[3]);
    return match[1] === '-' ? -minutes : minutes;
  };
}
