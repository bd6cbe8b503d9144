// The dashboard. From the log to the screen:
//
//   feed-worker      a thread that reads and counts     one Snapshot when asked
//      │
//   scene-store      + what the person did (state)      Scene
//      │               + the terminal's size
//   views, panels    pure functions                     lines, cut to their place
//      │
//   app (Ink)        places them                        one frame
//      │
//   painter          what changed since the last        bytes, in one write
import { MailtopError } from '../model/errors.ts';
import type { RunOptions } from '../model/run.ts';
import { clean, cleanAscii } from '../format/clean.ts';
import { chooseGlyphs } from './draw/glyphs.ts';
import { chooseTheme } from './draw/theme.ts';
import { WallClock } from './draw/wall-clock.ts';
import { english } from './messages.ts';
import { Session } from './session.ts';
import { Keyboard, openKeyboardDescriptor } from './terminal/keyboard.ts';
import { prepareForInk } from './terminal/environment.ts';
import { WorkerFeed } from './worker-feed.ts';
import type { GlyphSetName } from './draw/glyphs.ts';
import type { ThemeName } from './draw/theme.ts';
import type { SnapshotFeed } from './feed.ts';

export interface DashboardOptions {
  /** Files, folders and patterns; `-` is standard input. */
  readonly paths: readonly string[];
  readonly run: RunOptions;
  readonly env: NodeJS.ProcessEnv;
  readonly color?: 'always' | 'auto' | 'never';
  readonly theme?: ThemeName | null;
  readonly glyphs?: GlyphSetName | null;
  /** Milliseconds between two snapshots. */
  readonly refresh?: number;
  /** Milliseconds after which an Esc that nothing followed was the Esc key; more on a slow link. */
  readonly escapeDelay?: number;
  /** In place of the worker that reads `paths`. */
  readonly feed?: SnapshotFeed;
}

/**
 * Shows the dashboard until the person quits or a signal ends it, and gives the exit status. The terminal is as before
 * when it returns. Throws MailtopError `no-terminal`, before anything was drawn, where there is no terminal to show it
 * on or to read keys from: the text report has the same numbers.
 */
export async function runDashboard(options: DashboardOptions): Promise<number> {
  if (!process.stdout.isTTY || options.env['TERM'] === 'dumb') {
    throw new MailtopError('no-terminal', 'the dashboard needs a terminal', 'mailtop report FILE...');
  }
  const keyboard = new Keyboard(openKeyboardDescriptor(), options.escapeDelay);
  prepareForInk(process.env, keyboard.stream);
  const glyphs = chooseGlyphs(options.env, options.glyphs ?? null);
  const session = new Session({
    keyboard,
    output: process.stdout,
    feed: options.feed ?? new WorkerFeed({ paths: options.paths, run: { ...options.run, top: ROWS } }),
    theme: chooseTheme(options.env, options.theme ?? null, options.color),
    look: {
      glyphs,
      words: english,
      clock: new WallClock(options.run.timezone),
      clean: glyphs.name === 'ascii' ? cleanAscii : clean,
    },
    refresh: options.refresh ?? 1000,
  });
  return session.run();
}

/** Rows per table: as many are shown as fit, and the others can be reached. */
const ROWS = 500;
