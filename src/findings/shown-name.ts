import { clean } from '../format/clean.ts';
import { fit } from '../format/width.ts';

/** Longer names are an attacker's, who would push everything else off the page. */
const MOST_CELLS = 80;

/** A name from a log as a part of a sentence: harmless, and short. */
export function shownName(name: string): string {
  return fit(clean(name), MOST_CELLS);
}
