import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAll } from './read.ts';

const LINES = readFileSync(new URL('../../../fixtures/dovecot/lines.log', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.replace(/^.*? dovecot(?:\[\d+\])?: /, ''));

/** Real lines with damage: cut, doubled, and with other text in the middle. */
const damaged = fc
  .tuple(
    fc.constantFrom(...LINES),
    fc.nat(400),
    fc.nat(400),
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...LINES)),
  )
  .map(([line, from, to, text]) => line.slice(0, from) + text + line.slice(to));

test('no text makes the reader throw', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), damaged);
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
      for (const event of readAll(texts)) {
        if (event === null) continue;
        expect(event.replyCode === null || (event.replyCode >= 200 && event.replyCode < 600)).toBe(true);
        expect(event.replyCode === null || event.impliedCode === null).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a password is never kept, whatever is in it', () => {
  const password = fc
    .string({ unit: 'binary', minLength: 6, maxLength: 40 })
    .filter((text) => text.trim().length > 5);
  const start = 'auth: sql(erin,198.51.100.9,<Kk88>): Password mismatch (given password: ';
  fc.assert(
    fc.property(password, fc.constantFrom('', ' - trying the next passdb'), (text, end) => {
      const [event] = readAll([`${start}${text})${end}`]);
      expect(event?.text).toBe(`${start}[redacted])${end}`);
    }),
  );
});

test('no user name changes whose address it was', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a>, rip=192.0.2.9', 'x): user=<y')),
      (user) => {
        const [event] = readAll([
          `imap-login: Disconnected: Connection closed (auth failed, 2 attempts in 2 secs): user=<${user}>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.1, session=<abc>`,
        ]);
        expect(event?.auth).toMatchObject({
          clientIp: '203.0.113.7',
          username: user === '' ? null : user,
          attempts: 2,
        });
        expect(event?.session).toBe('abc');
      },
    ),
  );
});
