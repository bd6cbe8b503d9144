// Exim's message ids: six digits of time, the process, a fraction of the second, all in base 62.
import { DASH, SPACE } from './ascii.ts';

/** Length of the id at `at` (16, or 23 from Exim 4.97 on), 0 when none stands there. A blank must follow. */
export function messageIdLength(text: string, at: number): number {
  if (text.charCodeAt(at + 6) !== DASH) return 0;
  const length = text.charCodeAt(at + 13) === DASH ? OLD_LENGTH : NEW_LENGTH;
  const lastDash = length === OLD_LENGTH ? 13 : 18;
  if (text.charCodeAt(at + lastDash) !== DASH || text.charCodeAt(at + length) !== SPACE) return 0;
  for (let index = 0; index < length; index++) {
    if (index !== 6 && index !== lastDash && base62(text.charCodeAt(at + index)) < 0) return 0;
  }
  return length;
}

/** Epoch milliseconds when the reception of message `id` began; null when `id` is no message id. */
export function messageIdTime(id: string): number | null {
  if (id === '' || messageIdLength(`${id} `, 0) !== id.length) return null;
  let seconds = 0;
  for (let index = 0; index < 6; index++) seconds = seconds * 62 + base62(id.charCodeAt(index));
  // The unit of the fraction depends on the version and on `localhost_number`; the second is exact in every case.
  return seconds * 1000;
}

const OLD_LENGTH = 16;
const NEW_LENGTH = 23;

/** Value of the digit 0-9A-Za-z, or -1. */
function base62(code: number): number {
  if (code >= 97) return code <= 122 ? code - 61 : -1;
  if (code >= 65) return code <= 90 ? code - 55 : -1;
  return code >= 48 && code <= 57 ? code - 48 : -1;
}
