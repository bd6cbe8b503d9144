// Senders, recipients, user names and headers are chosen by strangers: they may look like any part of a line.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { read, readAll, type Line } from './read.ts';

const LINES: Line[] = readFileSync(new URL('../../../fixtures/postfix/lines.log', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => /(postfix[\w/-]*)\[\d+\]: (.*)/.exec(line))
  .flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const]));

const TAGS = [...new Set([...LINES.map(([tag]) => tag), 'postfix'])];

/** Pieces of lines, as somebody who wants to be misread would use them. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '; from=<',
    '> to=<',
    '; to=<',
    '>, relay=',
    'none, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)',
    ', status=sent (250 2.0.0 Ok: queued as 4jYCF0hFCz9s0s)',
    '>, orig_to=<x>, ',
    '>, size=1, nrcpt=9 (queue active)',
    ' proto=ESMTP helo=<evil>',
    ': 552 5.2.2 Mailbox full',
    ' from evil[192.0.2.66]',
    ' (in reply to RCPT TO command)',
    ', sasl_username=ceo@example.org',
    'warning: ',
    '"',
    '\\',
    '>',
    '<',
    ')',
    '@',
  ),
);
const nasty = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

/** An address as Postfix 3.5 and later print it: a local part that needs quotes has them, control characters are `?`. */
const address = nasty.map((local) => {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  const printable = local.replace(/[\u0000-\u001f\u007f]/g, '?');
  return /^[a-z0-9.]+$/i.test(printable)
    ? `${printable}@example.org`
    : `"${printable.replace(/["\\]/g, '\\$&')}"@example.org`;
});

test('no text makes the reader throw', () => {
  const damaged = fc
    .tuple(
      fc.constantFrom(...LINES),
      fc.nat(300),
      fc.nat(300),
      fc.oneof(nasty, fc.string({ unit: 'binary' })),
    )
    .map(([[tag, text], from, to, between]): Line => [tag, text.slice(0, from) + between + text.slice(to)]);
  const noise = fc
    .tuple(fc.constantFrom(...TAGS), fc.string({ unit: 'binary', maxLength: 200 }))
    .map(([tag, text]): Line => [tag, text]);
  fc.assert(
    fc.property(fc.array(fc.oneof(damaged, noise), { maxLength: 5 }), (lines) => {
      for (const event of readAll(lines)) {
        if (event === null) continue;
        expect(event.replyCode === null || (event.replyCode >= 200 && event.replyCode < 600)).toBe(true);
        expect(event.replyCode === null || event.impliedCode === null).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

/** A failed login has no reply to cut: its reason implies one, and an empty reason is a reason too. */
const PRINTED = LINES.filter(([, text]) => !text.includes(': SASL '));

test('a line cut anywhere has no other reply or outcome than the whole line', () => {
  const wrong = PRINTED.flatMap(([tag, text]) => {
    const [whole] = readAll([[tag, text]]);
    const cuts = Array.from(text, (_, length) => text.slice(0, length));
    return cuts.filter((cut) => {
      const [event] = readAll([[tag, cut]]);
      if (event === undefined || event === null) return false;
      const otherReply = event.replyCode !== null && event.replyCode !== whole?.replyCode;
      return otherReply || (event.status !== null && event.status !== whole?.status);
    });
  });
  expect(wrong).toEqual([]);
});

test('no recipient changes what became of the mail', () => {
  fc.assert(
    fc.property(address, address, (recipient, original) => {
      const event = read(
        'postfix/smtp',
        `3B9ACA00FF: to=<${recipient}>, orig_to=<${original}>, relay=mx.example.com[203.0.113.25]:25, delay=1.4, ` +
          'delays=0.1/0.01/1/0.29, dsn=4.2.2, status=deferred (host mx.example.com[203.0.113.25] said: ' +
          `452 4.2.2 <${recipient}> Mailbox full (in reply to RCPT TO command))`,
      );
      expect(event).toMatchObject({
        recipient,
        originalRecipient: original,
        relay: 'mx.example.com',
        delay: 1.4,
        dsn: '4.2.2',
        status: 'deferred',
        replyCode: 452,
        stage: 'rcpt',
      });
    }),
  );
});

test('no address changes who was refused', () => {
  const separators = fc.constantFrom(['postfix/smtpd', ' '] as const, ['postfix/postscreen', ', '] as const);
  fc.assert(
    fc.property(address, address, separators, (sender, recipient, [tag, comma]) => {
      const event = read(
        tag,
        `NOQUEUE: reject: RCPT from [198.51.100.9]:4711: 554 5.7.1 <${recipient}>: Relay access denied; ` +
          [`from=<${sender}>`, `to=<${recipient}>`, 'proto=ESMTP', 'helo=<pc>'].join(comma),
      );
      expect(event).toMatchObject({
        sender,
        recipient,
        helo: 'pc',
        clientIp: '198.51.100.9',
        replyCode: 554,
        replyText: `554 5.7.1 <${recipient}>: Relay access denied`,
      });
    }),
  );
});

test('no sender changes size and number of recipients', () => {
  fc.assert(
    fc.property(address, (sender) => {
      const text = `3B9ACA00FF: from=<${sender}>, size=4521, nrcpt=2 (queue active)`;
      expect(read('postfix/qmgr', text)).toMatchObject({ kind: 'queued', sender, size: 4521, recipients: 2 });
    }),
  );
});

test('no header changes whose message was refused', () => {
  fc.assert(
    fc.property(nasty, address, (header, sender) => {
      // A line of the message has neither line ends nor other control characters in the log.
      // eslint-disable-next-line no-control-regex -- control characters are what this is about
      const shown = header.replace(/[\u0000-\u001f\u007f]/g, '?');
      const event = read(
        'postfix/cleanup',
        `3B9ACA00FF: reject: header Subject: ${shown} from mail.example.com[192.0.2.30]; from=<${sender}> ` +
          'to=<bob@example.org> proto=ESMTP helo=<mail.example.com>: 5.7.1 no thanks',
      );
      expect(event).toMatchObject({
        sender,
        recipient: 'bob@example.org',
        clientIp: '192.0.2.30',
        enhancedCode: '5.7.1',
        impliedCode: 550,
        replyText: '5.7.1 no thanks',
      });
    }),
  );
});

test('no user name changes who failed to log in', () => {
  const name = nasty.filter((text) => text !== '');
  fc.assert(
    fc.property(name, (username) => {
      const text = `warning: unknown[198.51.100.30]: SASL LOGIN authentication failed: (reason unavailable), sasl_username=${username}`;
      expect(read('postfix/smtpd', text).auth).toMatchObject({
        username,
        outcome: 'failure',
        mechanism: 'LOGIN',
        clientIp: '198.51.100.30',
      });
    }),
  );
});

test('what answers a challenge is never kept', () => {
  const secret = fc.base64String({ minLength: 8, maxLength: 60 });
  fc.assert(
    fc.property(secret, (text) => {
      const events = readAll([
        ['postfix/smtpd', '< unknown[198.51.100.30]: AUTH LOGIN'],
        ['postfix/smtpd', '> unknown[198.51.100.30]: 334 UGFzc3dvcmQ6'],
        ['postfix/smtpd', `< unknown[198.51.100.30]: ${text}`],
        ['postfix/smtpd', `< unknown[198.51.100.30]: AUTH PLAIN ${text}`],
        // The log begins here, for another process.
        ['postfix/smtpd', `< unknown[198.51.100.31]: ${text}`, 2],
        ['postfix/smtp', `> relay.example.com[203.0.113.40]:587: AUTH PLAIN ${text}`, 3],
        ['postfix/smtpd', `xsasl_dovecot_server_first: sasl_method PLAIN, init_response ${text}`],
        ['postfix/smtp', `smtp_sasl_passwd_lookup: host \`relay.example.com' user \`mx1' pass \`${text}'`, 3],
        ['postfix/smtpd', `warning: unknown[198.51.100.30]: request longer than 12288: ${text}...`],
      ]);
      for (const event of events) expect(JSON.stringify(event)).not.toContain(text);
    }),
  );
});
