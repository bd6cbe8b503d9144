import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter, LONGEST_LINE_BYTES } from '../../src/lines/line-splitter.ts';

function split(bytes: Uint8Array, cuts: readonly number[] = []): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter((text, start, end) => lines.push(text.substring(start, end)));
  let start = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    splitter.push(bytes.slice(start, cut));
    start = Math.max(start, cut);
  }
  splitter.push(bytes.slice(start));
  splitter.end();
  return lines;
}

describe('lines', () => {
  it('end at LF only; a CR before it goes; the last may lack it', () => {
    expect(split(Buffer.from('a\r\nb\rc\u2028d\n\ne'))).toEqual(['a', 'b\rc\u2028d', '', 'e']);
    expect(split(Buffer.from(''))).toEqual([]);
  });

  it('bytes that are not UTF-8 are replaced, the rest of the line stays', () => {
    expect(split(Buffer.from([0x61, 0xff, 0x62, 0x0a]))).toEqual(['a\ufffdb']);
  });

  it('a line longer than the bound is cut and counted', () => {
    const lines: string[] = [];
    const splitter = new LineSplitter((text, start, end) => lines.push(text.substring(start, end)));
    const piece = Buffer.alloc(1024 * 1024, 'x');
    for (let round = 0; round < 3; round++) splitter.push(piece);
    splitter.push(Buffer.from('\nnext\n'));
    splitter.end();
    expect(lines.map((line) => line.length)).toEqual([LONGEST_LINE_BYTES, 4]);
    expect(splitter.truncated).toBe(1);
  });

  it('a few lines with other bytes among many do not change the others', () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `line ${index} ${'x'.repeat(index % 90)}`);
    lines[7] = 'Grüße';
    lines[1400] = 'Приве́т';
    lines[2999] = '日本語';
    expect(split(Buffer.from(`${lines.join('\n')}\n`))).toEqual(lines);
    expect(split(Buffer.from(`${'é'.repeat(5000)}\n${'x'.repeat(5000)}\n`))).toEqual([
      'é'.repeat(5000),
      'x'.repeat(5000),
    ]);
  });

  it('any chunking gives the same lines', () => {
    const byte = fc.oneof(fc.constantFrom(0x0a, 0x0d, 0xc3, 0xa9, 0x00), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 200 }), fc.array(fc.nat(200)), (bytes, cuts) => {
        const whole = Uint8Array.from(bytes);
        const inside = cuts.filter((cut) => cut <= whole.length);
        expect(split(whole, inside)).toEqual(split(whole));
      }),
    );
  });
});
