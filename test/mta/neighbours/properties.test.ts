import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from './read.ts';

const LINES = readFileSync(new URL('../../../fixtures/neighbours/lines.log', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => /^.{15} mx1 ([^[:]+)(?:\[\d+\])?: (.*)$/.exec(line))
  .map((match) => ({ program: match?.[1] ?? '', text: match?.[2] ?? '' }));

test('no text makes a reader throw, and none finds a reply', () => {
  const any = fc.string({ unit: 'binary', maxLength: 300 });
  const insert = fc.oneof(any, fc.constantFrom(...LINES.map(({ text }) => text)));
  fc.assert(
    fc.property(
      fc.constantFrom(...LINES),
      fc.nat(300),
      fc.nat(300),
      insert,
      ({ program, text }, from, to, middle) => {
        const event = read(program, text.slice(0, from) + middle + text.slice(to));
        expect(event.kind).not.toBe('unrecognized');
        expect(event.replyCode).toBeNull();
        expect(event.impliedCode).toBeNull();
      },
    ),
    { numRuns: 3000 },
  );
});
