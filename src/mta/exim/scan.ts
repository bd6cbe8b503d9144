// Where the pieces of an Exim line end. Log text is hostile: every function returns an index inside the text.
import { ASTERISK, BACKSLASH, COLON, DOT, EQUALS, GREATER, isDigit, isUpper, QUOTE, SPACE } from './ascii.ts';

/** The next blank, or the end. */
export function tokenEnd(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank === -1 ? text.length : blank;
}

/** Behind the quote that closes the one at `at`, or the end. A backslash escapes. */
export function quotedEnd(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) index++;
    else if (code === QUOTE) return index + 1;
  }
  return text.length;
}

/** The first blank outside quotes: local parts such as `"odd name"@example.com` may hold blanks and field names. */
export function addressEnd(text: string, at: number): number {
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === SPACE) return index;
    if (code === QUOTE) {
      const close = quotedEnd(text, index);
      // A lone quote is no quotation.
      if (text.charCodeAt(close - 1) !== QUOTE || close - 1 === index) return tokenEnd(text, index);
      index = close - 1;
    }
  }
  return text.length;
}

/** The `>` that closes the `<` at `at`, or -1. */
export function angleEnd(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === GREATER) return index;
    if (code === QUOTE) {
      const close = quotedEnd(text, index);
      if (text.charCodeAt(close - 1) !== QUOTE || close - 1 === index) return text.indexOf('>', index);
      index = close - 1;
    }
  }
  return -1;
}

/** Number of the addresses from `at` to the end, one blank between them. */
export function countAddresses(text: string, at: number): number {
  let count = 0;
  for (let index = at; index < text.length; index = addressEnd(text, index) + 1) count++;
  return count;
}

/**
 * Whether a field begins at `at`: `H=`, `QT=`, `K`, `defer (`, `: `, … Names of routers and transports and set_ids may
 * hold blanks, so that the next field, not the next blank, ends them.
 */
export function fieldBegins(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (isUpper(first)) {
    for (let index = at + 1; index < at + LONGEST_KEY; index++) {
      const code = text.charCodeAt(index);
      if (code === EQUALS) return true;
      if (!isUpper(code) && !isDigit(code) && code !== LETTER_I) return isFlag(text, at);
    }
    return isFlag(text, at);
  }
  if (first === COLON) return text.charCodeAt(at + 1) === SPACE;
  return (
    text.startsWith('defer (', at) ||
    text.startsWith('routing', at) ||
    text.startsWith('id=', at) ||
    text.startsWith('id*=', at) ||
    text.startsWith('from <', at) ||
    text.startsWith('for ', at)
  );
}

/** Where the value at `at` ends: before the blank (or `: `) that the next field follows. */
export function valueEnd(text: string, at: number): number {
  for (let blank = text.indexOf(' ', at); blank !== -1; blank = text.indexOf(' ', blank + 1)) {
    if (text.charCodeAt(blank - 1) === COLON) return blank - 1;
    if (fieldBegins(text, blank + 1)) return blank;
  }
  return text.length;
}

/** `VERSION:CIPHER:BITS`; an asterisk behind it marks a resumed session. */
export function cipherAt(text: string, at: number): string {
  const end = tokenEnd(text, at);
  const last = text.charCodeAt(end - 1);
  return text.substring(at, last === ASTERISK || last === COLON ? end - 1 : end);
}

/** The unsigned number at `at`, or null. */
export function numberAt(text: string, at: number): number | null {
  let value = 0;
  let index = at;
  for (
    let code = text.charCodeAt(index);
    isDigit(code) && index - at < MOST_DIGITS;
    code = text.charCodeAt(++index)
  ) {
    value = value * 10 + code - 48;
  }
  return index === at ? null : value;
}

/** Seconds of a duration of Exim's: `3s`, `1.578s`, `2m7s`, `3d4h`. */
export function secondsAt(text: string, at: number): number | null {
  let total = 0;
  let index = at;
  for (;;) {
    const start = index;
    while (isDigit(text.charCodeAt(index)) || text.charCodeAt(index) === DOT) index++;
    const unit = UNIT_SECONDS.get(text.charCodeAt(index));
    if (index === start || unit === undefined) return start === at ? null : total;
    const value = Number(text.substring(start, index));
    if (Number.isNaN(value)) return null;
    total += value * unit;
    index++;
  }
}

const LONGEST_KEY = 6;
const LETTER_I = 105;
/** Beyond it a double is not exact. */
const MOST_DIGITS = 15;
const UNIT_SECONDS: ReadonlyMap<number, number> = new Map([
  [115, 1],
  [109, 60],
  [104, 3600],
  [100, 86_400],
  [119, 604_800],
]);
const FLAGS: ReadonlySet<string> = new Set([
  'K',
  'L',
  'L*',
  'L.',
  'L-',
  'L*-',
  'L.-',
  'TFO',
  'TFO*',
  'PRDR',
  'DS',
  'ARC',
  'SPF',
  'DMARC',
]);

function isFlag(text: string, at: number): boolean {
  return FLAGS.has(text.substring(at, tokenEnd(text, at)));
}
