import { expect, test } from 'vitest';
import { readAll, type Line } from './read.ts';

/** The stage of commands; code and role of replies, whose lines do not name what they answer. */
function follow(tag: string, peer: string, lines: readonly string[]): unknown[] {
  const texts = lines.map((line): Line => [tag, `${line.slice(0, 2)}${peer}: ${line.slice(2)}`]);
  return readAll(texts).map((event) =>
    event?.replyCode === null ? event.stage : [event?.replyCode, event?.replyRole],
  );
}

test('a greeting is the step connect; the answer to STARTTLS has the same code and is not', () => {
  const lines = ['> 220 mx1.example.org ESMTP Postfix', '< STARTTLS', '> 220 2.0.0 Ready to start TLS'];
  const texts = lines.map((line): Line => [
    'postfix/smtpd',
    `${line.slice(0, 2)}pc[192.0.2.1]: ${line.slice(2)}`,
  ]);
  expect(readAll(texts).map((event) => event?.stage)).toEqual(['connect', 'starttls', null]);
});

test('what smtpd answers', () => {
  expect(
    follow('postfix/smtpd', 'unknown[198.51.100.9]', [
      '> 220 mx1.example.org ESMTP Postfix',
      '< EHLO pc',
      '> 250-mx1.example.org',
      '> 250 CHUNKING',
      '< STARTTLS',
      '> 220 2.0.0 Ready to start TLS',
      '< AUTH LOGIN',
      '> 334 VXNlcm5hbWU6',
      '< ZGF2ZQ==',
      '> 235 2.7.0 Authentication successful',
      '< MAIL FROM:<a@example.com>',
      '> 250 2.1.0 Ok',
      '< DATA',
      '> 354 End data with <CR><LF>.<CR><LF>',
      '> 250 2.0.0 Ok: queued as 535082F',
      '> 421 4.4.2 mx1.example.org Error: timeout exceeded',
    ]),
  ).toEqual([
    [220, 'said'],
    'helo',
    [250, 'repeated'],
    [250, 'said'],
    'starttls',
    [220, 'said'],
    'auth',
    [334, 'said'],
    null,
    [235, 'said'],
    'mail',
    [250, 'said'],
    'data',
    [354, 'said'],
    [250, 'said'],
    [421, 'said'],
  ]);
});

test('what smtp is told: many commands are sent ahead, and what a delivery line will say is said there', () => {
  expect(
    follow('postfix/smtp', 'mx.example.com[203.0.113.25]:25', [
      '< 220 mx.example.com ESMTP',
      '> EHLO mx1.example.org',
      '< 250 PIPELINING',
      '> MAIL FROM:<a@example.org>',
      '> RCPT TO:<x@example.com>',
      '> RCPT TO:<y@example.com>',
      '> DATA',
      '< 250 2.1.0 Ok',
      '< 550-5.1.1 no such user',
      '< 550 5.1.1 here',
      '< 250 2.1.5 Ok',
      '< 354 go on',
      '> .',
      '> QUIT',
      '< 250 2.0.0 Ok: queued as 70DA337B77',
      // The next connection: smtp does not wait for the 221.
      '< 220 mx.example.com ESMTP',
    ]),
  ).toEqual([
    [220, 'said'],
    'helo',
    [250, 'said'],
    'mail',
    'rcpt',
    'rcpt',
    'data',
    [250, 'said'],
    [550, 'repeated'],
    [550, 'repeated'],
    [250, 'said'],
    [354, 'said'],
    'eod',
    'quit',
    [250, 'repeated'],
    [220, 'said'],
  ]);
});

test('a refused DATA after refused recipients stands in no delivery line', () => {
  const stages = follow('postfix/smtp', 'mx.example.com[203.0.113.25]:25', [
    '> MAIL FROM:<a@example.org>',
    '> RCPT TO:<x@example.com>',
    '> DATA',
    '< 250 2.1.0 Ok',
    '< 452 4.2.2 Mailbox full',
    '< 554 5.5.1 No valid recipients',
  ]);
  expect(stages.slice(-2)).toEqual([
    [452, 'repeated'],
    [554, 'said'],
  ]);
});

test('a login is known by its mechanism and by what the back end said', () => {
  const [, , success, client] = readAll([
    ['postfix/smtpd', '< unknown[198.51.100.9]: AUTH PLAIN AGRhdmUAc2VjcmV0'],
    ['postfix/smtpd', 'xsasl_dovecot_handle_reply: auth reply: OK?3?user=dave?original_user=Dave'],
    ['postfix/smtpd', '> unknown[198.51.100.9]: 235 2.7.0 Authentication successful'],
    ['postfix/smtpd', '3B9ACA00F0: client=unknown[198.51.100.9], sasl_method=PLAIN, sasl_username=dave'],
  ]);
  expect(success?.auth).toMatchObject({
    mechanism: 'PLAIN',
    username: 'dave',
    outcome: 'success',
    counts: true,
  });
  expect(client?.auth?.counts).toBe(false);
});

test('processes on different hosts or of different instances are not mixed up', () => {
  const [, , other] = readAll([
    ['postfix/smtpd', '< unknown[198.51.100.9]: AUTH LOGIN'],
    ['postfix/smtpd', '> unknown[198.51.100.9]: 334 VXNlcm5hbWU6'],
    ['postfix-2/smtpd', '< unknown[198.51.100.7]: NOOP'],
  ]);
  expect(other?.text).toBe('< unknown[198.51.100.7]: NOOP');
});

test.each([
  'match_hostname: smtpd_client_event_limit_exceptions: unknown ~? 127.0.0.1/32',
  'send attr request = connect',
  'private/anvil: wanted attribute: protocol',
  '>>> START Recipient address RESTRICTIONS <<<',
  'name_mask: noanonymous',
  'smtp_get: EOF',
])('verbose chatter: %s', (text) => {
  expect(readAll([['postfix/smtpd', text]])[0]?.kind).toBe('notice');
});
