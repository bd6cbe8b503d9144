// The programs whose numbers can stand beside ours. To add one: a file here, a line in COMPARISONS.
import type { Comparison } from './comparison.ts';

export type { Comparison } from './comparison.ts';

export interface ComparedProgram {
  readonly name: string;
  readonly load: () => Promise<Comparison>;
}

export const COMPARISONS: readonly ComparedProgram[] = [
  { name: 'pflogsumm', load: async () => new (await import('./pflogsumm.ts')).Pflogsumm() },
  { name: 'eximstats', load: async () => new (await import('./eximstats.ts')).Eximstats() },
];
