import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const head = (relay: string, dsn = '4.0.0'): string =>
  `3B9ACA00FF: to=<u@example.com>, relay=${relay}, delay=1.4, delays=0.1/0.01/1/0.29, dsn=${dsn}`;
const mx = 'mx.example.com[203.0.113.25]:25';

describe('where the reply stands', () => {
  test('behind "said:", with the step of the dialogue', () => {
    const said = '450 4.2.0 host mx2.example.com[203.0.113.9] said: 550 5.1.1 user unknown (#5.1.1)';
    const text = `${head(mx)}, status=deferred (host mx.example.com[203.0.113.25] said: ${said} (in reply to end of DATA command))`;
    expect(read('postfix/smtp', text)).toMatchObject({
      replyCode: 450,
      enhancedCode: '4.2.0',
      stage: 'eod',
      replyText: said,
      relay: 'mx.example.com',
      relayIp: '203.0.113.25',
    });
  });

  test.each([
    ['host mx.example.com[203.0.113.25] refused to talk to me: 554 5.7.1 blocked', 554, 'connect'],
    [
      'TLS is required, but host mx.example.com[203.0.113.25] refused to start TLS: 454 4.7.0 no',
      454,
      'starttls',
    ],
    [
      'Sender requested REQUIRETLS, but host mx.example.com[203.0.113.25] refused to start TLS: 454 4.7.0 no',
      454,
      'starttls',
    ],
    ['SASL authentication failed; server mx.example.com[203.0.113.25] said: 535 5.7.8 no', 535, 'auth'],
    [
      'host mx.example.com[203.0.113.25] said: 502 no (in reply to XFORWARD helo/protocol command)',
      502,
      'xforward',
    ],
    ['host mx.example.com[203.0.113.25] said: 452-4.2.2 inbox is out of stor', 452, null],
    ['lost connection with mx.example.com[203.0.113.25] while sending message body', null, 'data'],
    [
      'conversation with mx.example.com[203.0.113.25] timed out while performing the EHLO handshake',
      null,
      'helo',
    ],
    [
      'SASL authentication failed; cannot authenticate to server mx.example.com[203.0.113.25]: no',
      null,
      'auth',
    ],
    ['TLSA lookup error for mx.example.com:25', null, 'starttls'],
    ['message size 45210000 exceeds size limit 35882577 of server mx.example.com[203.0.113.25]', null, null],
    // No phrase of the table: digits are no code.
    ['550 was expected', null, null],
  ])('%s', (outcome, replyCode, stage) => {
    const event = read('postfix/smtp', `${head(mx)}, status=deferred (${outcome})`);
    expect(event).toMatchObject({
      kind: 'delivery',
      status: 'deferred',
      direction: 'outbound',
      replyCode,
      stage,
    });
  });

  test('numbers that are no enhanced status', () => {
    const text = `${head(mx)}, status=deferred (host mx.example.com[203.0.113.25] said: 421 4.16.55.1 busy (in reply to RCPT TO command))`;
    expect(read('postfix/smtp', text)).toMatchObject({ replyCode: 421, enhancedCode: null });
  });
});

test('error(8) replays an old reply', () => {
  const text = `${head('none')}, status=deferred (delivery temporarily suspended: host mx.example.com[203.0.113.25] refused to talk to me: 421 4.7.0 Try again later)`;
  expect(read('postfix/error', text)).toMatchObject({
    replyCode: 421,
    replyRole: 'echoed',
    direction: 'local',
    relay: null,
    relayIp: null,
  });
});

test('the authentication cache replays an old reply, and nobody tried to log in', () => {
  const event = read(
    'postfix/smtp',
    `${head(mx, '4.7.8')}, status=deferred (SASL [CACHED] authentication failed; server mx.example.com said: 535 5.7.8 no)`,
  );
  expect(event).toMatchObject({ replyCode: 535, replyRole: 'echoed', stage: 'auth' });
  expect(event.auth?.counts).toBe(false);
});

test.each([
  [
    '450 4.7.1 <u@example.com>: Greylisted (in reply to RCPT TO command)',
    '450 4.7.1 <u@example.com>: Greylisted',
  ],
  ['452 4.2.2 Mailbox full (in reply to RCPT TO command)', '452 4.2.2 Mailbox full'],
])('one host failed, another will be tried: %s', (said, replyText) => {
  const text = `3B9ACA00FF: host mx.example.com[203.0.113.25] said: ${said}`;
  expect(read('postfix/smtp', text)).toMatchObject({
    kind: 'host-attempt',
    replyRole: 'announced',
    replyText,
    stage: 'rcpt',
    relay: 'mx.example.com',
    relayIp: '203.0.113.25',
    queueId: '3B9ACA00FF',
  });
});

test.each([
  ['250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 4jYCrx0SPqz9s0Y', '4jYCrx0SPqz9s0Y'],
  ['250 OK id=1vN9ab-0001Kx-Q2', '1vN9ab-0001Kx-Q2'],
  ['250-2.0.0 Message accepted?250 2.0.0 Ok: queued as 4F2B1C0D9E', '4F2B1C0D9E'],
  ['250 2.0.0 OK  1795453805 d9443c01a7336-1ff19.535 - gsmtp', null],
])('%s: the next id is %s', (reply, relatedId) => {
  expect(read('postfix/smtp', `${head(mx)}, status=sent (${reply})`)).toMatchObject({
    replyCode: 250,
    relatedId,
    relation: relatedId === null ? null : 'queued-as',
  });
});

test('all fields of a delivery line of 3.11, with a reused connection', () => {
  const text =
    '4jYCdZ0HX1z9rxm: to=<u42@example.com>, orig_to=<hh@example.org>, relay=mx1.example.org[private/dovecot-lmtp], conn_use=2, ' +
    'delay=0.05, delays=0.1/0.01/0.8/0.19, tls=may:none/requiretls:none, dsn=2.0.0, status=sent (250 2.0.0 Ok)';
  expect(read('postfix/lmtp', text)).toMatchObject({
    queueId: '4jYCdZ0HX1z9rxm',
    recipient: 'u42@example.com',
    originalRecipient: 'hh@example.org',
    relay: 'mx1.example.org',
    relayIp: null,
    delay: 0.05,
    tls: 'may:none/requiretls:none',
    dsn: '2.0.0',
    status: 'sent',
  });
});

test('a recipient of Postfix before 3.5, not quoted, that looks like the rest of the line', () => {
  const text =
    '334522A11: to=<a>, relay=none, status=sent (250 ok)@example.org>, relay=local, delay=0.1, status=bounced (unknown user)';
  expect(read('postfix/local', text)).toMatchObject({
    recipient: 'a>, relay=none, status=sent (250 ok)@example.org',
    relay: 'local',
    status: 'bounced',
    replyText: 'unknown user',
  });
});
