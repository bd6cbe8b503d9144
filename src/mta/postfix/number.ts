// Numbers in log text, read in place: `Number(text.substring(…))` would cost as much as the rest of a line.

/** The digits at `at` as a number; null when there are none. */
export function integerAt(text: string, at: number): number | null {
  const end = digitsEnd(text, at);
  if (end === at) return null;
  if (end - at > MOST_EXACT_DIGITS) return Number(text.substring(at, end));
  let value = 0;
  for (let next = at; next < end; next++) value = value * 10 + text.charCodeAt(next) - ZERO;
  return value;
}

/** `0.45`, `12` or `1835` at `at`; null when no digit is there. */
export function decimalAt(text: string, at: number): number | null {
  const whole = integerAt(text, at);
  if (whole === null) return null;
  const dot = digitsEnd(text, at);
  if (text.charCodeAt(dot) !== DOT) return whole;
  const end = digitsEnd(text, dot + 1);
  const scale = POWERS_OF_TEN[end - dot - 1];
  // One exact division gives the same number as the printed decimal.
  return scale === undefined ? whole : (whole * scale + (integerAt(text, dot + 1) ?? 0)) / scale;
}

/** Where the run of digits that begins at `at` ends. */
export function digitsEnd(text: string, at: number): number {
  let end = at;
  // Reading past the end would be right, too, but makes V8 give up its fast way of reading one character.
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code < ZERO || code > NINE) break;
  }
  return end;
}

const ZERO = 48;
const NINE = 57;
const DOT = 46;
const MOST_EXACT_DIGITS = 15;
const POWERS_OF_TEN = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
