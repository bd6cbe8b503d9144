// Counts per hour. A year is 8,760 small arrays.

/** Several counters per hour, by index. */
export class Hourly {
  /** By the number of the hour since 1970. */
  readonly hours: Map<number, number[]> = new Map();
  readonly width: number;
  /** The row of the line before: lines come hour after hour. */
  #hour = Number.NaN;
  #row: number[] = [];

  constructor(width: number) {
    this.width = width;
  }

  add(time: number | null, index: number, count: number): void {
    if (time === null) return;
    const hour = Math.floor(time / HOUR);
    if (hour !== this.#hour) {
      const row = this.#find(hour);
      if (row === null) return;
      this.#hour = hour;
      this.#row = row;
    }
    this.#row[index] = (this.#row[index] ?? 0) + count;
  }

  merge(later: Hourly): void {
    for (const [hour, counts] of later.hours) {
      const row = this.#find(hour);
      if (row !== null) for (const [index, count] of counts.entries()) row[index] = (row[index] ?? 0) + count;
    }
  }

  /** Start of the hour and its counters, in order of time. Hours without any are left out. */
  entries(): [time: number, counts: readonly number[]][] {
    const hours = [...this.hours].filter(([, counts]) => counts.some((count) => count > 0));
    return hours.sort(([a], [b]) => a - b).map(([hour, counts]) => [hour * HOUR, counts]);
  }

  #find(hour: number): number[] | null {
    const known = this.hours.get(hour);
    if (known !== undefined) return known;
    if (this.hours.size >= MOST_HOURS) return null;
    const row = Array.from<number>({ length: this.width }).fill(0);
    this.hours.set(hour, row);
    return row;
  }
}

export const HOUR = 3_600_000;

/** Five years. More hours than these are a broken clock's, and are left out of the series. */
const MOST_HOURS = 5 * 366 * 24;
