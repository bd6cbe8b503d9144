import type { Progress, Problem } from '../feed.ts';
import type { Messages } from '../messages.ts';
import type { UiState } from '../state.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Glyphs } from './glyphs.ts';
import type { Size } from './line.ts';
import type { WallClock } from './wall-clock.ts';

/** All that a frame is made of. The same scene always gives the same frame. */
export interface Scene {
  /** What is shown: stands still while the screen is paused. */
  readonly snapshot: Snapshot | null;
  /** How far reading is now, also while the screen is paused. */
  readonly progress: Progress;
  /** Lines that came since the screen was paused; null when it is not. */
  readonly missedLines: number | null;
  readonly problems: readonly Problem[];
  /** Said for a few seconds in place of the keys. */
  readonly notice: string | null;
  readonly ui: UiState;
  readonly size: Size;
  readonly look: Look;
}

/** How things are drawn and worded; the same for the whole session. */
export interface Look {
  readonly glyphs: Glyphs;
  readonly words: Messages;
  /** Times in the zone of the report. */
  readonly clock: WallClock;
  /** Makes a text from the log, which attackers write, harmless and readable in these glyphs. */
  clean(text: string): string;
}

export type SizeClass = 'refused' | 'compact' | 'normal' | 'wide';

export function sizeClass(size: Size): SizeClass {
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) return 'refused';
  if (size.columns < 100 || size.rows < 30) return 'compact';
  return size.columns < 160 || size.rows < 40 ? 'normal' : 'wide';
}

export const SMALLEST: Size = { columns: 60, rows: 16 };
