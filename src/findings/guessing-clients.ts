// Which addresses guess passwords, and with what success.
import type { ClientRow } from '../model/snapshot.ts';

export type GuessingKind = 'lucky' | 'guessing' | 'forgetful';

/** People mistype three or four times, rarely ten. */
const MANY_FAILURES = 10;
const QUICK_SECONDS = 600;
/** Slow guessing: so many are nobody's bad memory. */
const VERY_MANY_FAILURES = 30;
/** The relay of an office has more good logins than these among the bad ones. */
const SHARE_OF_LUCK = 0.05;

/**
 * `lucky`: got in after many failures, and hardly ever gets in. `forgetful`: one account, which has got in from there: a
 * device with an old password, or a guess that worked. Null: nothing that stands out.
 */
export function guessingKind(row: ClientRow): GuessingKind | null {
  const { failed, succeeded, accounts } = row;
  if (failed < MANY_FAILURES) return null;
  if (succeeded === 0) return failed >= VERY_MANY_FAILURES || isQuick(row) ? 'guessing' : null;
  if (accounts === 1) return 'forgetful';
  return succeeded <= (failed + succeeded) * SHARE_OF_LUCK ? 'lucky' : null;
}

/** Devices retry every few minutes; programs that guess do not wait. */
export function isQuick(row: ClientRow): boolean {
  return secondsOf(row) <= QUICK_SECONDS;
}

/** From the first attempt to the last. */
export function secondsOf({ first, last }: ClientRow): number {
  return first === null || last === null ? 0 : (Date.parse(last) - Date.parse(first)) / 1000;
}
