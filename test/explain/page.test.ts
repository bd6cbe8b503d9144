import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import { languageOf, languageOfLocale, LANGUAGES } from '../../src/explain/language.ts';
import { explanationPage } from '../../src/explain/page.ts';
import { ENHANCED_CODES } from '../../src/explain/enhanced-code.ts';
import { displayWidth } from '../../src/format/width.ts';
import { REPLY_CODES } from '../../src/knowledge/codes/reply-codes.ts';
import { REASONS } from '../../src/model/reason.ts';

const page = async (words: readonly string[], language: 'en' | 'pt-BR') =>
  explanationPage(await explain(words, language));

/** Lines too long, with blanks behind, or with what a terminal would obey. */
function flawsOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => displayWidth(line) > 78 || line !== line.trimEnd() || HARMFUL.test(line));
}

const HARMFUL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

describe.each(LANGUAGES)('the page in %s', (language) => {
  it('fits 78 columns, whatever is asked', async () => {
    const words = [
      ...REPLY_CODES.map(({ code }) => String(code)),
      ...ENHANCED_CODES.map(({ code }) => `5${code.slice(1)}`),
      ...REASONS,
      '2xx',
      '3xx',
      '4xx',
      '5xx',
      '4.x.x',
      'x.7.x',
      'UGFzc3dvcmQ6',
    ];
    expect(flawsOf(await page(words, language))).toEqual([]);
  });

  it('has every part of 334 and 452', async () => {
    const text = await page(['334', '452'], language);
    const parts = {
      en: [
        '334  Server challenge',
        '452  Insufficient system storage',
        'Key differences',
        'Which applies when',
      ],
      'pt-BR': ['334  Desafio do servidor', '452  ', 'Principais diferenças', 'Qual se aplica quando'],
    };
    for (const part of parts[language]) expect(text).toContain(part);
  });
});

describe('pasted text', () => {
  it('cannot write to the terminal', async () => {
    const text = await page(['452 4.2.2 \u001b[31mover\u0007 quota\u202e \u009b2J'], 'en');
    expect(flawsOf(text)).toEqual([]);
    expect(text).toContain('\\x1b[31mover');
  });

  it('never breaks the page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 600 }), async (tail) => {
        expect(flawsOf(await page([`452 4.2.2 ${tail}`, '334'], 'en'))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('words longer than a line are cut, also made of blanks that are none', async () => {
    for (const word of ['x'.repeat(500), '\u00a0'.repeat(300), '漢'.repeat(200)]) {
      expect(flawsOf(await page([`550 5.1.1 ${word} end`], 'pt-BR'))).toEqual([]);
    }
  });
});

describe('the language', () => {
  it.each([
    ['pt-BR', 'pt-BR'],
    ['pt_BR.UTF-8', 'pt-BR'],
    ['PT', 'pt-BR'],
    ['en_GB', 'en'],
    ['de', null],
  ])('%s', (name, language) => {
    expect(languageOf(name)).toBe(language);
  });

  it('is that of LC_ALL, then LC_MESSAGES, then LANG; else English', () => {
    expect(languageOfLocale({ LC_ALL: 'C', LANG: 'pt_BR.UTF-8' })).toBe('en');
    expect(languageOfLocale({ LC_ALL: '', LC_MESSAGES: 'pt_BR.UTF-8', LANG: 'en_US' })).toBe('pt-BR');
    expect(languageOfLocale({ LANG: 'pt_PT' })).toBe('pt-BR');
    expect(languageOfLocale({})).toBe('en');
  });
});
