import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FragmentIndex } from '../../src/classify/fragment-index.ts';
import { NormalText } from '../../src/classify/normal-text.ts';

function found(fragments: readonly string[], text: string): string[] {
  const index = new FragmentIndex(fragments);
  const normal = new NormalText();
  normal.read(text, null);
  const numbers: number[] = [];
  index.search(normal, (fragment) => numbers.push(fragment));
  for (const [i] of fragments.entries()) expect(index.has(i)).toBe(numbers.includes(i));
  return numbers.sort((a, b) => a - b).map((i) => fragments[i]!);
}

/** What the fragment means, in the slowest way. */
function asPattern(fragment: string): RegExp {
  const inner = fragment
    .replace(/^\||\|$/g, '')
    .split('*')
    .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]{0,60}?');
  const before = fragment.startsWith('|') ? '(?<![a-z0-9])' : '';
  const after = fragment.endsWith('|') ? '(?![a-z0-9])' : '';
  return new RegExp(before + inner + after);
}

describe('FragmentIndex', () => {
  it('finds plain fragments, words, gaps and ideographs', () => {
    const fragments = ['quota', '|spf|', '|full|', 'mailbox*full', 'full*mailbox', '已满', 'over quota'];
    expect(found(fragments, 'The mailbox is fully over quota')).toEqual([
      'quota',
      'mailbox*full',
      'over quota',
    ]);
    expect(found(fragments, 'spf: full')).toEqual(['|spf|', '|full|']);
    expect(found(fragments, '收件人邮箱已满')).toEqual(['已满']);
    expect(found(['mailbox*full'], `mailbox ${'x'.repeat(70)} full`)).toEqual([]);
    expect(found(['mailbox*full'], `mailbox ${'x'.repeat(70)} mailbox is full`)).toEqual(['mailbox*full']);
  });

  it('finds exactly what a pattern would find', () => {
    const letter = fc.constantFrom('a', 'b', 'c', ' ', '.', '满', 'é');
    const piece = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', ' ', '.', '满'),
      minLength: 3,
      maxLength: 5,
    });
    const fragment = fc
      .tuple(fc.boolean(), fc.array(piece, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([start, pieces, end]) => `${start ? '|' : ''}${pieces.join('*')}${end ? '|' : ''}`)
      .filter((source) => !/ {2}/.test(source));
    fc.assert(
      fc.property(
        fc.uniqueArray(fragment, { maxLength: 30 }),
        fc.string({ unit: letter, maxLength: 80 }),
        (fragments, text) => {
          const normal = new NormalText();
          normal.read(text, null);
          const expected = fragments.filter((source) => asPattern(source).test(normal.toString()));
          expect(found(fragments, text)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});
