import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NormalText } from '../../src/classify/normal-text.ts';

function normal(text: string, replyCode: number | null = null): string {
  const into = new NormalText();
  into.read(text, replyCode);
  return into.toString();
}

describe('NormalText', () => {
  it.each([
    ['550 5.1.1 User  UNKNOWN', ' user unknown '],
    ['550-5.7.1 [192.0.2.1 18] Our system', ' [0.0.0.0 18] our system '],
    ['550 5.1.1 <spam@example.org>: User unknown', ' <>: user unknown '],
    ['550 No such user spam@example.org.', ' no such user @. '],
    ['550 not allowed...user@example.org', ' not allowed...@ '],
    [
      'connect to spam.example.org[192.0.2.1]:25: Connection refused',
      ' connect to []:25: connection refused ',
    ],
    ['connect to mx.example.org[2001:db8::1]:25: timed out', ' connect to []:25: timed out '],
    ['554 IP 192.0.2.1 is listed.', ' ip 0.0.0.0 is listed. '],
    ['421 4.7.0 [TSS04] deferred - 4.16.55.1; see', ' [tss04] deferred - 0.0.0.0; see '],
    ['552 See <https://example.org/?p=OverQuota>', ' see <https://example.org/?p=overquota> '],
    ['552 5.2.2 Boîte «pleine»', ' boite pleine '],
    ['552 Größe überschritten', ' grosse uberschritten '],
    ['452', ' '],
  ])('%s', (text, expected) => {
    expect(normal(text, 550)).toBe(expected);
  });

  it('takes the codes off every line of a reply, and off no other number', () => {
    const text =
      '550-5.1.1 The account does not exist.\\n550-5.1.1 Please check 1550 times.\\n550 5.1.1 See help';
    expect(normal(text, 550)).toBe(' the account does not exist. please check 1550 times. see help ');
  });

  it('reads a text alike with and without its codes', () => {
    expect(normal('452 4.2.2 Mailbox full')).toBe(normal('Mailbox full'));
  });

  it('takes any text, and gives few characters for it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 5000 }),
        fc.option(fc.integer({ min: 200, max: 599 })),
        (text, code) => {
          const result = normal(text, code);
          expect(result.length).toBeLessThanOrEqual(2048);
          expect(result.startsWith(' ') && result.endsWith(' ')).toBe(true);
          expect(result).not.toMatch(/ {2}|[A-Z]/);
        },
      ),
    );
  });
});
