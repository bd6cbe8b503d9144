import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exim } from '../../../src/mta/exim/index.ts';
import { ID, logLine, readWith } from './reading.ts';

/** Pieces that Exim's lines are made of, put together at random: more telling than random letters. */
const PIECES: readonly string[] = [
  '<= |=> |== |** |-> |*> |(= |H=|(helo) |[192.0.2.1]|:25| : |: |"|\\|<|>| <a@b> '.split('|'),
  'R=r |T=t |C="250 ok"|F=<a@b> |A=plain:u |U=x |P=esmtp |S=12 |defer (-44)|DT=3s|QT=1m2s|T="|for |from <'.split(
    '|',
  ),
  'rejected RCPT |temporarily rejected |SMTP error from remote mail server after RCPT TO:<|452 4.2.2 full'.split(
    '|',
  ),
  'authenticator failed for |: 535 Incorrect authentication data (set_id=|SMTP>> |  SMTP<< |LOG: MAIN'.split(
    '|',
  ),
  'AUTH PLAIN |[1/2] |2026-03-14 09:15:02 |SMTP connection from |Completed|routing |RCPT <|) [|response to "'.split(
    '|',
  ),
  `SMTP protocol error in "|sender verify fail for <|" was: |${ID} |no MAIL in SMTP connection from `.split(
    '|',
  ),
].flat();
const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 }));
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('whatever the bytes are', () => {
  test('a line is read without throwing', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('exim-native', 'rfc3164', 'none'),
        fc.boolean(),
        (words, style, ofMessage) => {
          const reader = exim.reader();
          const line = logLine(ofMessage ? `${ID} ${words}` : words, {
            style,
            program: style === 'none' ? null : 'exim',
          });
          const event = readWith(reader, line);
          expect(event.replyCode === null || event.impliedCode === null).toBe(true);
          expect(event.replyCode === null || (event.replyCode >= 100 && event.replyCode <= 999)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('a reader goes on after any lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, fc.constantFrom('exim-native', 'rfc3164', 'none')), { maxLength: 12 }),
        (lines) => {
          const reader = exim.reader();
          for (const [words, style] of lines) {
            readWith(reader, logLine(words, { style, program: style === 'none' ? null : 'exim' }));
          }
          expect(readWith(reader, logLine(`${ID} Completed`)).kind).toBe('completed');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('every prefix of a real line is read', () => {
    const lines = [
      `${ID} ** w3@example.com F=<app@h.example.net> P=<app@h.example.net> R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.50]:25 I=[198.51.100.1]:33210 X=TLS1.3:A:256 CV=yes DN="CN=mx": SMTP error from remote mail server after pipelined end of data: 552-5.2.2 full\\n552 5.2.2 over quota DT=3s`,
      `${ID} <= judy@example.com H=mx1.example.com (x) [192.0.2.20]:41234 P=esmtpsa A=plain:u S=1 id=j T="R\\"x" from <j@x> for k@example.net`,
      'H=(c) [192.0.2.1]:25 F=<"a b"@c> A=x:y temporarily rejected RCPT <"q> r"@s>: 451 4.7.1 no',
    ];
    for (const line of lines) {
      const codes = Array.from(
        line,
        (_, end) => readWith(exim.reader(), logLine(line.slice(0, end))).replyCode,
      );
      expect(codes.every((code) => code === null || line.includes(String(code)))).toBe(true);
    }
  });
});
