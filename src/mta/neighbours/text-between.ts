/** What stands behind `start` (looked for from `from`) and in front of `end`; null when either is missing. */
export function textBetween(text: string, start: string, end: string, from = 0): string | null {
  const at = text.indexOf(start, from);
  if (at === -1) return null;
  const begin = at + start.length;
  const stop = text.indexOf(end, begin);
  return stop === -1 ? null : text.substring(begin, stop);
}

/** The word behind `start`, up to `,`, `;`, a blank or the end; null when there is none. */
export function wordAfter(text: string, start: string, from = 0): string | null {
  const at = text.indexOf(start, from);
  if (at === -1) return null;
  const begin = at + start.length;
  let end = begin;
  while (end < text.length && !ENDS.includes(text.charAt(end))) end++;
  return end === begin ? null : text.substring(begin, end);
}

/** The number behind `start`; null when no digits stand there. */
export function numberAfter(text: string, start: string, from = 0): number | null {
  const word = wordAfter(text, start, from);
  if (word === null) return null;
  const value = Number(word);
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
}

const ENDS = ',; ';
