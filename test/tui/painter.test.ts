import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/format/width.ts';
import { chooseTheme } from '../../src/tui/draw/theme.ts';
import { Painter } from '../../src/tui/terminal/painter.ts';
import { Emulator } from './support/emulator.ts';
import type { PlacedLine } from '../../src/tui/terminal/painter.ts';

const ansi = chooseTheme({}, 'ansi');
const size = { columns: 20, rows: 4 };

function plain(y: number, text: string, x = 0): PlacedLine {
  return { x, y, line: [{ text, role: 'plain' }] };
}

describe('the painter', () => {
  test('writes a frame that did not change as nothing at all', () => {
    const painter = new Painter(size, ansi, false);
    expect(painter.paint([plain(0, 'hello')])).not.toBe('');
    expect(painter.paint([plain(0, 'hello')])).toBe('');
  });

  test('writes only the changed run, at its place', () => {
    const painter = new Painter(size, ansi, false);
    painter.paint([plain(1, 'count 41 of many')]);
    const output = painter.paint([plain(1, 'count 42 of many')]);
    expect(output).toBe('\x1b[?2026h\x1b[2;8H\x1b[0m2\x1b[0m\x1b[?2026l');
  });

  test('clears and writes all when it has forgotten what is shown', () => {
    const painter = new Painter(size, ansi, false);
    painter.paint([plain(0, 'hello')]);
    painter.forget();
    expect(painter.paint([plain(0, 'hello')])).toContain('\x1b[2J');
  });

  test('draws nothing outside of the screen, and no half of a wide glyph', () => {
    const painter = new Painter(size, ansi, false);
    const emulator = new Emulator(size.columns, size.rows);
    emulator.write(painter.paint([plain(9, 'below'), plain(0, `${'x'.repeat(19)}漢字`)]), displayWidth);
    expect(emulator.text()[0]).toBe(`${'x'.repeat(19)} `);
  });

  test('never sends what steers a terminal, whatever the text', () => {
    const painter = new Painter(size, ansi, false);
    const output = painter.paint([plain(0, 'a\x1b]0;x\x07b\u202ec\x9b2J\r\n\0')]);
    expect(output.replaceAll(/\x1b\[[?0-9;]*[mHhlJ]/g, '')).toMatch(/^[ -~]*$/);
  });

  test('after any sequence of frames the terminal shows the last one', () => {
    const piece = fc.constantFrom('a', 'b', ' ', '█', '漢', 'e\u0301', '▲', 'x');
    const role = fc.constantFrom('plain' as const, 'critical' as const, 'selected' as const);
    const span = fc.record({
      text: fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
      role,
      reverse: fc.boolean(),
    });
    const frame = fc.array(
      fc.record({ x: fc.nat(18), y: fc.nat(3), line: fc.array(span, { maxLength: 3 }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 6 }), (frames) => {
        const painter = new Painter(size, ansi, false);
        const emulator = new Emulator(size.columns, size.rows);
        for (const lines of frames) {
          // One line a row: lines that lie over each other are the layout's mistake, not the painter's matter.
          const apart = lines.filter(({ y }, index) => lines.findIndex((line) => line.y === y) === index);
          emulator.write(painter.paint(apart), displayWidth);
          const fresh = new Emulator(size.columns, size.rows);
          fresh.write(new Painter(size, ansi, false).paint(apart), displayWidth);
          expect(emulator.cells).toEqual(fresh.cells);
        }
      }),
    );
  });
});
