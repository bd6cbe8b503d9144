// Time stamps, read by position. Each kind of stamp repeats its date and hour over thousands of lines, so both are
// worked out once an hour and then recognised as text.
import type { YearTracker } from './year.ts';
import { fixedOffset, type Zone } from './zone.ts';

const MINUTE = 60_000;
const SECOND = 1000;
const SPACE = 32;
const DOT = 46;
const ZERO = 48;

/** Reads stamps of one file. After a read that gave a number, `end` is where the stamp ended. */
export class StampReader {
  end = 0;
  readonly #zone: Zone;
  readonly #years: YearTracker;
  #shortHour = '';
  #shortBase = 0;
  #isoHour = '';
  #isoUtc = 0;
  #isoLocal = 0;
  #offsetText = '';
  #offset = 0;

  constructor(zone: Zone, years: YearTracker) {
    this.#zone = zone;
    this.#years = years;
  }

  /** `Nov 23 18:11:02[.123456]`, `Nov  3 …`, `Nov 23 2026 18:11:02`; null when there is none at `start`. */
  short(text: string, start: number): number | null {
    let at = start + 7;
    if (this.#shortHour !== '' && text.startsWith(this.#shortHour, start)) {
      return this.#clock(text, at, this.#shortBase);
    }
    const month = monthAt(text, start);
    const day = text.charCodeAt(start + 4) === SPACE ? digit(text, start + 5) : twoDigits(text, start + 4);
    if (month === 0 || day < 1 || day > 31 || text.charCodeAt(start + 6) !== SPACE) return null;
    let year: number | null = null;
    if (text.charCodeAt(start + 11) === SPACE) {
      year = fourDigits(text, start + 7);
      at = start + 12;
    }
    const hour = twoDigits(text, at);
    if (hour < 0 || hour > 23 || (year !== null && year < 1970)) return null;
    if (year === null) {
      const base = this.#zone(this.#years.resolve(month, day), month, day, hour);
      this.#shortHour = text.substring(start, start + 9);
      this.#shortBase = base;
      return this.#clock(text, at, base);
    }
    return this.#clock(text, at, this.#zone(year, month, day, hour));
  }

  /** `2026-11-23T18:11:02[.123456][Z|+01:00|+0100| +0100]`, with `T` or one blank between date and time. */
  iso(text: string, start: number): number | null {
    if (this.#isoHour === '' || !text.startsWith(this.#isoHour, start)) {
      if (text.charCodeAt(start + 4) !== DASH || text.charCodeAt(start + 7) !== DASH) return null;
      const year = fourDigits(text, start);
      const month = twoDigits(text, start + 5);
      const day = twoDigits(text, start + 8);
      const hour = twoDigits(text, start + 11);
      const separator = text.charCodeAt(start + 10);
      if (separator !== SPACE && separator !== UPPER_T) return null;
      if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23) return null;
      this.#isoUtc = Date.UTC(year, month - 1, day, hour);
      this.#isoLocal = this.#zone(year, month, day, hour);
      this.#isoHour = text.substring(start, start + 13);
    }
    const clock = this.#clock(text, start + 11, 0);
    if (clock === null) return null;
    const offset = this.#zoneAt(text, this.end);
    return offset === null ? this.#isoLocal + clock : this.#isoUtc + clock - offset;
  }

  /** Minutes, seconds and fraction of `hh:mm:ss[.fff]` at `at`, added to the start of the hour. */
  #clock(text: string, at: number, base: number): number | null {
    const minute = twoDigits(text, at + 3);
    const second = twoDigits(text, at + 6);
    if (minute < 0 || second < 0 || text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON) {
      return null;
    }
    this.end = at + 8;
    let time = base + minute * MINUTE + second * SECOND;
    const mark = text.charCodeAt(this.end);
    if (mark === DOT || mark === COMMA) {
      let scale = 100;
      let next = this.end + 1;
      for (let value = digit(text, next); value >= 0; value = digit(text, ++next)) {
        time += Math.floor(value * scale);
        scale /= 10;
      }
      this.end = next;
    }
    return time;
  }

  /** The offset written after a time, in milliseconds; null when the stamp is local. Moves `end` past it. */
  #zoneAt(text: string, at: number): number | null {
    const first = text.charCodeAt(at);
    if (first === UPPER_Z) {
      this.end = at + 1;
      return 0;
    }
    // Exim with log_timezone sets a blank between: "18:11:02 +0100 ".
    const start = first === SPACE ? at + 1 : at;
    const sign = text.charCodeAt(start);
    if (sign !== PLUS && sign !== DASH) return null;
    const length = text.charCodeAt(start + 3) === COLON ? 6 : 5;
    if (this.#offsetText === '' || !text.startsWith(this.#offsetText, start)) {
      const written = text.substring(start, start + length);
      const offset = fixedOffset(written);
      if (offset === null) return null;
      this.#offsetText = written;
      this.#offset = offset;
    }
    this.end = start + length;
    return this.#offset;
  }
}

const DASH = 45;
const PLUS = 43;
const COLON = 58;
const COMMA = 44;
const UPPER_T = 84;
const UPPER_Z = 90;

/** 1 to 12 for an English month name of three letters at `at`, else 0. */
export function monthAt(text: string, at: number): number {
  const place = MONTHS.indexOf(text.substring(at, at + 3));
  return place === -1 || place % 4 !== 0 || text.charCodeAt(at + 3) !== SPACE ? 0 : place / 4 + 1;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec ';

/** The digit at `at`, or -1. */
export function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : -1;
}

function twoDigits(text: string, at: number): number {
  const tens = digit(text, at);
  const ones = digit(text, at + 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

function fourDigits(text: string, at: number): number {
  const high = twoDigits(text, at);
  const low = twoDigits(text, at + 2);
  return high < 0 || low < 0 ? -1 : high * 100 + low;
}
