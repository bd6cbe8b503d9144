import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeyDecoder } from '../../src/tui/terminal/keys.ts';

function names(...chunks: string[]): string[] {
  const decoder = new KeyDecoder();
  return chunks.flatMap((chunk) => decoder.push(chunk)).map(({ name }) => name);
}

describe('keys as terminals send them (XTerm Control Sequences)', () => {
  test.each([
    ['j', ['j']],
    ['jjj', ['j', 'j', 'j']],
    ['\r', ['enter']],
    ['\t', ['tab']],
    ['\x1b[Z', ['shift-tab']],
    ['\x1b[A\x1b[B\x1b[C\x1b[D', ['up', 'down', 'right', 'left']],
    ['\x1bOA\x1bOB', ['up', 'down']],
    ['\x1b[5~\x1b[6~', ['page-up', 'page-down']],
    ['\x1b[H\x1b[F\x1b[1~\x1b[4~', ['home', 'end', 'home', 'end']],
    ['\x1bOP\x1b[11~\x1b[[A', ['f1', 'f1', 'f1']],
    ['\x03\x1a\x0c\x1c', ['ctrl-c', 'ctrl-z', 'ctrl-l', 'ctrl-\\']],
    ['é漢😀', ['é', '漢', '😀']],
  ])('%j', (input, expected) => {
    expect(names(input)).toEqual(expected);
  });

  test('an arrow split after its Esc by a slow link is one arrow', () => {
    expect(names('\x1b', '[', 'B')).toEqual(['down']);
  });

  test('a lone Esc is Esc once nothing followed', () => {
    const decoder = new KeyDecoder();
    expect(decoder.push('\x1b')).toEqual([]);
    expect(decoder.flush()).toEqual([{ name: 'esc', text: '' }]);
    expect(decoder.flush()).toEqual([]);
  });

  test('Esc and another key in one go are both', () => {
    expect(names('\x1bj')).toEqual(['esc', 'j']);
    expect(names('\x1b\x1b[A')).toEqual(['esc', 'up']);
  });

  test.each([
    ['mouse wheel, SGR', '\x1b[<64;10;10M'],
    ['mouse wheel, X10', '\x1b[M`!!'],
    ['focus', '\x1b[I\x1b[O'],
    ['background colour (OSC 11), BEL', '\x1b]11;rgb:0000/0000/0000\x07'],
    ['background colour (OSC 11), ST', '\x1b]11;rgb:0000/0000/0000\x1b\\'],
    ['device attributes', '\x1b[?64;1;2c'],
    ['version (DCS)', '\x1bP>|tmux 3.3a\x1b\\'],
  ])('%s types nothing', (_, input) => {
    expect(names(`${input}j`)).toEqual(['j']);
    expect(names(...input, 'j')).toEqual(['j']);
  });

  test('a paste is one thing and triggers no key', () => {
    const decoder = new KeyDecoder();
    const keys = [...decoder.push('\x1b[200~qq'), ...decoder.flush(), ...decoder.push('q\nj\x1b[201~k')];
    expect(keys).toEqual([
      { name: 'paste', text: 'qqq\nj' },
      { name: 'k', text: 'k' },
    ]);
  });

  test('no input whatever throws or grows without end, and cutting it anywhere changes nothing', () => {
    const piece = fc.constantFrom(
      '\x1b',
      '[',
      'O',
      'A',
      'Z',
      '~',
      '1',
      ';',
      'j',
      'é',
      '\x03',
      '\x1b[200~',
      '\x1b[201~',
      ']',
      '\x07',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(names(...pieces)).toEqual(names(pieces.join('')));
      }),
    );
  });
});
