// The year of a file whose stamps carry none, out of the message ids in its first lines.
import { keep } from '../model/keep.ts';
import { digit, monthAt } from './stamp.ts';
import { yearFromMessage } from './year.ts';

/** The year of the first stamp in `sample`, out of the first message id that holds a time. */
export function yearOfSample(sample: string, messageTime: (text: string) => number | null): number | null {
  let first: { month: number; day: number } | null = null;
  for (let start = 0, tries = 0; start < sample.length && tries < MOST_SAMPLE_LINES; tries++) {
    const next = sample.indexOf('\n', start);
    const end = next === -1 ? sample.length : next;
    const month = monthAt(sample, start);
    if (month !== 0) {
      const day = digit(sample, start + 5) + 10 * Math.max(0, digit(sample, start + 4));
      const text = sample.indexOf(': ', start);
      const made = text === -1 || text > end ? null : messageTime(keep(sample.substring(text + 2, end)));
      first ??= { month, day };
      if (made !== null) {
        // The id's line may stand after a New Year that the first stamp stands before.
        const year = yearFromMessage(month, day, made);
        return month * 31 + day < first.month * 31 + first.day ? year - 1 : year;
      }
    }
    start = end + 1;
  }
  return null;
}

const MOST_SAMPLE_LINES = 5000;
