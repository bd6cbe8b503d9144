/** `1,204`; from a million on `1.23 M`. */
export function count(value: number): string {
  return value < 1_000_000 ? WHOLE.format(value) : `${(value / 1_000_000).toFixed(2)} M`;
}

/** `8.3 %`; what is not zero never reads as zero. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '-';
  const percent = (part / whole) * 100;
  return percent > 0 && percent < 0.1 ? '<0.1 %' : `${percent.toFixed(1)} %`;
}

/** As `df -h`: `290M`. */
export function bytes(value: number): string {
  let rest = value;
  for (const unit of ['B', 'K', 'M', 'G']) {
    if (rest < 1000) return `${rest < 10 && unit !== 'B' ? rest.toFixed(1) : Math.round(rest)}${unit}`;
    rest /= 1024;
  }
  return `${rest.toFixed(1)}T`;
}

/** At most two units: `42 min`, `9 h`, `2 d 04 h`. */
export function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return `${Math.round(milliseconds / 1000)} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} h`;
  const rest = hours % 24;
  return rest === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${String(rest).padStart(2, '0')} h`;
}

/** `14:32` */
export function clock(time: number, timezone: string | null): string {
  return parts(time, timezone).clock;
}

/** `24 Nov` */
export function day(time: number, timezone: string | null): string {
  return parts(time, timezone).day;
}

/** `14:32` on the day of `today`, `23 Nov 14:32` on others. */
export function moment(time: number, today: number | null, timezone: string | null): string {
  const text = clock(time, timezone);
  const date = day(time, timezone);
  return today !== null && day(today, timezone) === date ? text : `${date} ${text}`;
}

/** `Mon 23 Nov 14:32` */
export function weekdayAndTime(time: number, timezone: string | null): string {
  const { weekday, day: date, clock: hour } = parts(time, timezone);
  return `${weekday} ${date} ${hour}`;
}

/** Hour of the day, 0 to 23. */
export function hourOfDay(time: number, timezone: string | null): number {
  return Number(clock(time, timezone).slice(0, 2));
}

/** Epoch milliseconds of an RFC 3339 time; null for null and for what is none. */
export function instant(time: string | null): number | null {
  const milliseconds = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

interface TimeParts {
  readonly weekday: string;
  readonly day: string;
  readonly clock: string;
}

function parts(time: number, timezone: string | null): TimeParts {
  const { format, shift } = zone(timezone);
  const found = new Map<string, string>();
  for (const { type, value } of format.formatToParts(time + shift)) found.set(type, value);
  const part = (name: string): string => found.get(name) ?? '';
  return {
    weekday: part('weekday'),
    day: `${part('day')} ${part('month')}`,
    clock: `${part('hour')}:${part('minute')}`,
  };
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly shift: number;
}

const ZONES = new Map<string | null, Zone>();

function zone(timezone: string | null): Zone {
  let known = ZONES.get(timezone);
  if (known === undefined) {
    const offset = timezone === null ? null : /^([+-])(\d\d):?(\d\d)$/.exec(timezone);
    const minutes = offset === null ? 0 : Number(offset[2]) * 60 + Number(offset[3]);
    known = {
      format: new Intl.DateTimeFormat('en-GB', {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        ...(timezone === null ? {} : { timeZone: offset === null ? timezone : 'UTC' }),
      }),
      // Zones written as an offset: the clock is moved and read as UTC.
      shift: (offset?.[1] === '-' ? -1 : 1) * minutes * 60_000,
    };
    ZONES.set(timezone, known);
  }
  return known;
}
