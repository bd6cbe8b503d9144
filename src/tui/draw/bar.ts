import type { Glyphs } from './glyphs.ts';

/** A bar of at most `width` cells. A share that is not zero draws at least the smallest step. */
export function bar(share: number, width: number, glyphs: Glyphs): string {
  if (width < 1) return '';
  const steps = glyphs.bar.length;
  const filled = filledSteps(share, width * steps);
  const full = glyphs.bar[steps - 1] ?? '';
  const rest = filled % steps;
  return full.repeat(Math.floor(filled / steps)) + (rest === 0 ? '' : (glyphs.bar[rest - 1] ?? ''));
}

/** How many of `steps` a share from 0 to 1 fills. Only zero fills none: a single failure must be seen. */
export function filledSteps(share: number, steps: number): number {
  if (!(share > 0)) return 0;
  return Math.min(steps, Math.max(1, Math.round(share * steps)));
}
