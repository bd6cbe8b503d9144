import { zoneOffset } from '../../format/zone.ts';
import type { ZoneOffset } from '../../format/zone.ts';

/** Times as people read them on a screen, in one zone and one language. Instants are epoch milliseconds. */
export class WallClock {
  readonly #offset: ZoneOffset;
  readonly #format: Intl.DateTimeFormat;

  /** @param zone null for this host's zone, else as in `zoneOffset`. */
  constructor(zone: string | null, language = 'en-GB') {
    this.#offset = zoneOffset(zone);
    this.#format = new Intl.DateTimeFormat(language, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      // The hands are moved by hand: zones may be plain offsets.
      timeZone: 'UTC',
    });
  }

  /** `14:32` */
  time(instant: number): string {
    const parts = this.#parts(instant);
    return `${parts.hour}:${parts.minute}`;
  }

  /** `24 Nov` */
  day(instant: number): string {
    const parts = this.#parts(instant);
    return `${parts.day} ${parts.month}`;
  }

  /** `14:32` on the day of `today`, `23 Nov 14:32` on others. */
  short(instant: number, today: number | null): string {
    const day = this.day(instant);
    const time = this.time(instant);
    return today !== null && this.day(today) === day ? time : `${day} ${time}`;
  }

  /** `Mon 23 Nov 14:32` */
  long(instant: number): string {
    return `${this.#parts(instant).weekday} ${this.day(instant)} ${this.time(instant)}`;
  }

  /** Hour of the day, 0 to 23. */
  hour(instant: number): number {
    return Number(this.#parts(instant).hour);
  }

  #parts(instant: number): Record<'weekday' | 'day' | 'month' | 'hour' | 'minute', string> {
    const found = { weekday: '', day: '', month: '', hour: '', minute: '' };
    const wall = instant + this.#offset(instant) * 60_000;
    for (const { type, value } of this.#format.formatToParts(wall)) {
      if (type in found) found[type as keyof typeof found] = value;
    }
    return found;
  }
}

/** Epoch milliseconds of an RFC 3339 time; null for null and for what is none. */
export function instantOf(time: string | null): number | null {
  const milliseconds = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}
