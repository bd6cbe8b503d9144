import { GLYPH_SET_NAMES, chooseGlyphs } from '../../../src/tui/draw/glyphs.ts';
import { WallClock } from '../../../src/tui/draw/wall-clock.ts';
import { clean, cleanAscii } from '../../../src/format/clean.ts';
import { plainText } from '../../../src/tui/draw/line.ts';
import { english } from '../../../src/tui/messages.ts';
import { initialUi } from '../../../src/tui/state.ts';
import { splitCells } from '../../../src/tui/terminal/cells.ts';
import { drawFrame } from '../../../src/tui/views/frame.ts';
import { sampleSnapshot } from './sample-snapshot.ts';
import type { GlyphSetName } from '../../../src/tui/draw/glyphs.ts';
import type { Scene } from '../../../src/tui/draw/scene.ts';

export const ALL_GLYPH_SETS = GLYPH_SET_NAMES;

export function sampleScene(changes: Partial<Scene> = {}, glyphs: GlyphSetName = 'block'): Scene {
  return {
    snapshot: sampleSnapshot(),
    progress: {
      bytesRead: 290_000_000,
      bytesTotal: 290_000_000,
      lines: 3_000_000,
      files: [{ path: '/var/log/maillog', bytesRead: 290_000_000, bytesTotal: 290_000_000, state: 'done' }],
      done: true,
      broken: false,
    },
    missedLines: null,
    problems: [],
    notice: null,
    ui: initialUi('overview'),
    size: { columns: 80, rows: 24 },
    look: {
      glyphs: chooseGlyphs({}, glyphs),
      words: english,
      clock: new WallClock('UTC'),
      clean: glyphs === 'ascii' ? cleanAscii : clean,
    },
    ...changes,
  };
}

/** The frame as a terminal shows it: one text per row, every cell that nothing was drawn on a blank. */
export function screenText(scene: Scene): string[] {
  const rows = Array.from({ length: scene.size.rows }, () =>
    Array.from({ length: scene.size.columns }, () => ' '),
  );
  for (const block of drawFrame(scene)) {
    for (const [index, line] of block.lines.entries()) {
      const cells = splitCells(plainText(line), scene.look.glyphs.name === 'ascii');
      rows[block.y + index]?.splice(block.x, cells.length, ...cells);
    }
  }
  return rows.map((cells) => cells.join(''));
}
