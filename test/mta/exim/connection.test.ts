import { describe, expect, test } from 'vitest';
import { readLine, readOf } from './reading.ts';

describe('a connection', () => {
  test.each([
    [
      'SMTP connection from [203.0.113.200]:40001 I=[198.51.100.1]:25 Ci=9001 (TCP/IP connection count = 4)',
      'connect',
      null,
      'connect',
    ],
    [
      'SMTP connection from h.example.net (c) [203.0.113.200]:40001 D=0.420s closed by QUIT',
      'disconnect',
      221,
      'quit',
    ],
    [
      'SMTP connection Ci=9001 from (c) [203.0.113.200]:40001 I=[198.51.100.1]:25 D=12s closed by DROP in ACL',
      'disconnect',
      null,
      null,
    ],
    ['SMTP connection from (c) [203.0.113.200] D=1s closed by EOF', 'disconnect', null, null],
    ['SMTP connection from (c) [203.0.113.200] lost D=4s', 'lost', 421, null],
    ['SMTP connection from (c) [203.0.113.200] lost while reading message data (header)', 'lost', 421, 'eod'],
    [
      'unexpected disconnection while reading SMTP command from (c) [203.0.113.200] (error: Connection reset by peer) D=10s',
      'lost',
      421,
      null,
    ],
    [
      'SMTP command timeout on TLS connection from (c) [203.0.113.200]:40465 I=[198.51.100.1]:465',
      'timeout',
      421,
      null,
    ],
    [
      'SMTP data timeout (message abandoned) on connection from (c) [203.0.113.200] F=<x@example.com> D=5m0s',
      'timeout',
      421,
      'eod',
    ],
    [
      'TLS error on connection from (c) [203.0.113.200] (gnutls_handshake): A packet with illegal version was received.',
      'tls',
      null,
      'starttls',
    ],
  ])('%s', (text, kind, impliedCode, stage) => {
    expect(readLine(text)).toMatchObject({
      kind,
      direction: 'inbound',
      clientIp: '203.0.113.200',
      impliedCode,
      stage,
      replyCode: null,
    });
  });

  test('that is lost behind the final dot: nothing was answered', () => {
    expect(readOf('SMTP connection lost after final dot H=(c) [203.0.113.200] P=esmtps')).toMatchObject({
      kind: 'lost',
      stage: 'eod',
      impliedCode: null,
      helo: 'c',
    });
  });

  test('without mail may be the only trace of a login', () => {
    expect(
      readLine(
        'no MAIL in SMTP connection from (c) [203.0.113.200] D=21s A=plain_server:alice X=TLS1.3:A:256 CV=no C=...NOOP,QUIT',
      ),
    ).toMatchObject({
      kind: 'notice',
      account: 'alice',
      auth: {
        mechanism: 'PLAIN',
        username: 'alice',
        outcome: 'success',
        clientIp: '203.0.113.200',
        counts: true,
      },
    });
  });

  test('with an incomplete transaction', () => {
    expect(
      readLine(
        'H=(c) [203.0.113.200] incomplete transaction (RSET) from <x@example.com> for y@example.net z@example.net',
      ),
    ).toMatchObject({
      sender: 'x@example.com',
      recipients: 2,
    });
  });

  test('of cPanel is free text', () => {
    expect(
      readOf('SMTP connection outbound 1773475300 1w1JzM-000000001Qj-000T example.org f@example.com'),
    ).toMatchObject({ kind: 'notice' });
  });
});

test.each([
  ['no host name found for IP address 203.0.113.200', '203.0.113.200'],
  [
    'no IP address found for host mail.example.invalid (during SMTP connection from (c) [203.0.113.200])',
    '203.0.113.200',
  ],
])('look-up: %s', (text, clientIp) => {
  expect(readLine(text)).toMatchObject({ kind: 'dns', clientIp });
});
