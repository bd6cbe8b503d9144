import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cleanAscii } from '../../src/format/clean.ts';
import { displayWidth, fit, fitLeft, fitRight } from '../../src/format/width.ts';

describe('clean', () => {
  it.each([
    ['plain text', 'plain text'],
    ['\x1b[31mred\x1b[0m', '\\x1b[31mred\\x1b[0m'],
    ['a\r\nb\tc\0d\x7f', 'a\\x0d\\x0ab\\x09c\\x00d\\x7f'],
    ['\u009b31m', 'U+009B31m'],
    ['user\u202egnp.exe', 'userU+202Egnp.exe'],
    ['zero\u200bwidth\u2066', 'zeroU+200BwidthU+2066'],
    ['half \ud800 pair', 'half U+D800 pair'],
    ['line\u2028end', 'lineU+2028end'],
    ['tag\u{e0041}', 'tagU+E0041'],
    ['josé, 日本語, пример, replacement \ufffd', 'josé, 日本語, пример, replacement \ufffd'],
  ])('%j becomes %j', (text, cleaned) => expect(clean(text)).toBe(cleaned));

  it('leaves nothing that a terminal would obey', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(cleanAscii(text)).toMatch(/^[ -~]*$/);
        expect(clean(clean(text))).toBe(clean(text));
      }),
    );
  });

  it('shows all but ASCII where only ASCII may be printed', () => {
    expect(cleanAscii('josé \x1b[2J 日')).toBe('josU+00E9 \\x1b[2J U+65E5');
  });
});

describe('width', () => {
  it.each([
    ['', 0],
    ['carol@example.org', 17],
    ['日本語', 6],
    ['한국어', 6],
    ['e\u0301', 1],
    ['🔥', 2],
    ['ｆｕｌｌ', 8],
    ['┌─┐▲●○✓×▸▁▂█⣀…', 14],
    ['прив\u0435\u0301т', 6],
  ])('%j takes %i cells', (text, cells) => expect(displayWidth(text)).toBe(cells));

  it('cuts with an ellipsis, never through a wide character, never a mark from its letter', () => {
    expect(fit('carol@example.org', 17)).toBe('carol@example.org');
    expect(fit('carol@example.org', 8)).toBe('carol@e…');
    expect(fit('carol@example.org', 8, '...')).toBe('carol...');
    expect(fit('日本語日本語', 6)).toBe('日本…');
    expect(fit('日本語日本語', 7)).toBe('日本語…');
    expect(fit('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
    expect(fit('abc', 0)).toBe('');
    expect(fit('abcd', 2, '...')).toBe('..');
  });

  it('fills to exactly the cells asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, width) => {
        const cleaned = clean(text);
        expect(displayWidth(fit(cleaned, width))).toBeLessThanOrEqual(width);
        expect(displayWidth(fitLeft(cleaned, width))).toBe(width);
      }),
    );
    expect(fitRight('12', 5)).toBe('   12');
    expect(fitRight('123456', 5)).toBe('123456');
  });
});
