// Postfix queue ids: the short form (hexadecimal, reused) and the long form (holds the arrival time, never reused).
// Imports nothing: the header room uses `queueIdTime` to find the year of stamps that carry none.

/** When a long queue id was made, epoch milliseconds; null for short ids and for what is no queue id. */
export function queueIdTime(id: string): number | null {
  // "4WDsxC29Z0z3kQ": seconds (6 or more), microseconds (4), "z", inode. "z" may also stand before as a digit.
  const inode = id.lastIndexOf('z');
  const microsecondsAt = inode - MICROSECOND_DIGITS;
  if (microsecondsAt < FEWEST_SECOND_DIGITS || inode === id.length - 1) return null;
  const seconds = base52(id, 0, microsecondsAt);
  const microseconds = base52(id, microsecondsAt, inode);
  if (seconds < 0 || microseconds < 0 || microseconds >= 1_000_000 || base52(id, inode + 1, id.length) < 0)
    return null;
  return seconds * 1000 + Math.floor(microseconds / 1000);
}

/** Where the queue id that begins at `start` ends (at its colon); -1 when there is none. `NOQUEUE` is none. */
export function queueIdEnd(text: string, start: number): number {
  let seen = 0;
  let at = start;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (KIND[code] ?? 0) : 0;
    if (kind === 0) break;
    seen |= kind;
  }
  if (text.charCodeAt(at) !== COLON || text.charCodeAt(at + 1) !== SPACE) return -1;
  const length = at - start;
  if ((seen & LOWER) !== 0)
    return length >= SHORTEST_LONG_ID && (seen & VOWEL) === 0 && (seen & Z) !== 0 ? at : -1;
  // Anonymised logs have letters beyond F in short ids ("3B9ACA00FEXXXX"); a plain upper-case word is no id.
  return length >= SHORTEST_SHORT_ID && ((seen & DIGIT) !== 0 || (seen & ~HEXADECIMAL) === 0) ? at : -1;
}

const MICROSECOND_DIGITS = 4;
const FEWEST_SECOND_DIGITS = 6;
const SHORTEST_LONG_ID = FEWEST_SECOND_DIGITS + MICROSECOND_DIGITS + 2;
const SHORTEST_SHORT_ID = 6;
const COLON = 58;
const SPACE = 32;

const ALPHABET = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz';
const VALUE = new Int8Array(128).fill(-1);
for (let value = 0; value < ALPHABET.length; value++) VALUE[ALPHABET.charCodeAt(value)] = value;

/** What a character of an id may be; bits, so that a whole id can be summed up in one number. */
const DIGIT = 1;
const HEXADECIMAL = 2;
const UPPER = 4;
const LOWER = 8;
const Z = 16;
/** Vowels are not in the alphabet of long ids, so that no id is a word. */
const VOWEL = 32;
const KIND = new Uint8Array(128);
for (let code = 48; code <= 57; code++) KIND[code] = DIGIT;
for (let code = 65; code <= 90; code++) KIND[code] = code <= 70 ? HEXADECIMAL : UPPER;
for (let code = 97; code <= 122; code++) KIND[code] = LOWER | (VALUE[code] === -1 ? VOWEL : 0);
KIND[122] = LOWER | Z;

function base52(id: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const code = id.charCodeAt(at);
    const value = code < 128 ? (VALUE[code] ?? -1) : -1;
    if (value < 0) return -1;
    number = number * 52 + value;
  }
  return number;
}
