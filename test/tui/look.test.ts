import { describe, expect, test } from 'vitest';
import { chooseGlyphs } from '../../src/tui/draw/glyphs.ts';
import { chooseTheme } from '../../src/tui/draw/theme.ts';
import { WallClock } from '../../src/tui/draw/wall-clock.ts';
import { splitCells } from '../../src/tui/terminal/cells.ts';

describe('glyphs by locale and terminal', () => {
  test.each([
    [{ LANG: 'en_US.UTF-8' }, 'block'],
    [{ LC_ALL: 'C.utf8' }, 'block'],
    [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, 'ascii'],
    [{ LC_CTYPE: 'pt_BR.UTF-8', LANG: 'C' }, 'block'],
    [{ LC_ALL: '', LC_CTYPE: '', LANG: 'de_DE.UTF-8' }, 'block'],
    [{}, 'ascii'],
    [{ LANG: 'en_US.UTF-8', TERM: 'linux' }, 'basic'],
    [{ LANG: 'en_US.UTF-8', TERM: 'dumb' }, 'ascii'],
    [{ LANG: 'en_US.UTF-8', TERM: 'vt100' }, 'ascii'],
  ])('%j: %s', (env, name) => {
    expect(chooseGlyphs(env, null).name).toBe(name);
  });

  test('what was asked for wins', () => {
    expect(chooseGlyphs({ LC_ALL: 'C' }, 'block').name).toBe('block');
  });
});

describe('themes', () => {
  test.each([
    [{}, null, 'auto', 'ansi'],
    [{ NO_COLOR: '1' }, null, 'auto', 'mono'],
    [{ NO_COLOR: '1' }, 'dark', 'auto', 'mono'],
    [{ NO_COLOR: '' }, 'dark', 'auto', 'dark'],
    [{ NO_COLOR: '1' }, 'light', 'always', 'light'],
    [{ FORCE_COLOR: '1' }, null, 'never', 'mono'],
    [{ TERM: 'dumb' }, null, 'auto', 'mono'],
    [{}, 'mono', 'auto', 'mono'],
  ] as const)('%j, --theme %s, --color %s: %s', (env, theme, color, name) => {
    expect(chooseTheme(env, theme, color).name).toBe(name);
  });

  test('mono has attributes and no colour (SGR 30 to 49, 90 to 107)', () => {
    for (const sgr of Object.values(chooseTheme({}, 'mono').sgr)) expect(sgr).toMatch(/^(|1|2|7)$/);
  });

  test('every theme says with an attribute what must not be missed', () => {
    for (const name of ['ansi', 'dark', 'light', 'mono'] as const) {
      const { sgr } = chooseTheme({}, name);
      expect(sgr.selected.split(';')).toContain('7');
      for (const role of ['critical', 'warning', 'strong'] as const) {
        expect(sgr[role].split(';')).toContain('1');
      }
    }
  });
});

describe('times in the zone of the report', () => {
  const noon = Date.parse('2026-11-23T12:00:00Z');

  test.each([
    ['UTC', 'Mon 23 Nov 12:00'],
    ['+01:00', 'Mon 23 Nov 13:00'],
    ['America/Sao_Paulo', 'Mon 23 Nov 09:00'],
    ['-12:00', 'Mon 23 Nov 00:00'],
  ])('%s: %s', (zone, text) => {
    expect(new WallClock(zone).long(noon)).toBe(text);
  });

  test('the day is said when it is another', () => {
    const clock = new WallClock('UTC');
    expect(clock.short(noon, noon + 3_600_000)).toBe('12:00');
    expect(clock.short(noon, noon + 86_400_000)).toBe('23 Nov 12:00');
  });
});

describe('cells', () => {
  test.each([
    ['abc', ['a', 'b', 'c']],
    ['漢x', ['漢', '', 'x']],
    ['e\u0301x', ['e\u0301', 'x']],
    ['\u0301x', ['?', 'x']],
    ['a\x1bb', ['a', '?', 'b']],
    ['a\u202eb', ['a', '?', 'b']],
    ['a\u200db', ['a', '?', 'b']],
    ['\ue000', ['?']],
  ])('%j', (text, cells) => {
    expect(splitCells(text, false)).toEqual(cells);
  });

  test('a pile of marks is cut', () => {
    expect(splitCells(`a${'\u0301'.repeat(50)}`, false)[0]?.length).toBeLessThan(8);
  });

  test('without UTF-8 only ASCII is left, one cell for one', () => {
    expect(splitCells('▲…›é漢', true).join('')).toMatch(/^[ -~]{5}$/);
  });
});
