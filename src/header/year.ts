// The year of stamps that carry none ("Nov 23 18:11:02").

const DAY = 86_400_000;
/** Clocks of the writer and of this host may differ, and zones do: a stamp up to a day ahead is not last year's. */
const SLACK = DAY;
/** A step back over more than this many days is a New Year, not a clock that was set or lines out of order. */
const REORDERED_DAYS = 31;
/** A step back over nearly a whole year is a New Year whatever the file's own time says. */
const NEW_YEAR_DAYS = 300;

/**
 * Follows one file forwards. The year starts from what is known (given by the user, read off a message id, or the
 * latest that is not after the file's last write) and steps at each New Year; it never runs backwards, except for
 * single late lines of 31 December written after midnight.
 */
export class YearTracker {
  readonly #latest: number;
  #year: number | null;
  #monthDay: number | null = null;

  /** @param latest when the file was last written, epoch milliseconds. @param year of the first stamp, if known. */
  constructor(latest: number, year: number | null) {
    this.#latest = latest;
    this.#year = year;
  }

  /** The year of a stamp. `month` is 1 to 12, `day` 1 to 31. */
  resolve(month: number, day: number): number {
    const monthDay = month * 31 + day;
    const year = (this.#year ??= latestYear(month, day, this.#latest));
    const previous = this.#monthDay;
    if (previous !== null && monthDay !== previous) {
      const daysBack = previous - monthDay;
      if (daysBack < -NEW_YEAR_DAYS && previous <= JANUARY_2) return year - 1;
      if (daysBack > NEW_YEAR_DAYS || (daysBack > REORDERED_DAYS && this.#past(year + 1, month, day))) {
        this.#year = year + 1;
      }
    }
    this.#monthDay = monthDay;
    return this.#year;
  }

  #past(year: number, month: number, day: number): boolean {
    return Date.UTC(year, month - 1, day) <= this.#latest + SLACK;
  }
}

/**
 * The year of a stamp on a line that names a message: the message's id holds the time when it was made, and its lines
 * follow within days.
 * @param made epoch milliseconds out of the id.
 */
export function yearFromMessage(month: number, day: number, made: number): number {
  const year = new Date(made).getUTCFullYear();
  for (const candidate of [year - 1, year]) {
    if (Date.UTC(candidate, month - 1, day) >= made - 2 * SLACK) return candidate;
  }
  return year + 1;
}

const JANUARY_2 = 31 + 2;

function latestYear(month: number, day: number, latest: number): number {
  const year = new Date(latest + SLACK).getUTCFullYear();
  return Date.UTC(year, month - 1, day) <= latest + SLACK ? year : year - 1;
}
