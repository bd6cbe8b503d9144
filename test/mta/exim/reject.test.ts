import { describe, expect, test } from 'vitest';
import { readLine, readOf } from './reading.ts';

const PEER = 'H=client.example.com [198.51.100.77]';

describe('what an ACL refused', () => {
  test.each([
    ['rejected RCPT <y@example.net>: relay not permitted', 'rcpt', null, 550, 'rejected'],
    [
      'temporarily rejected RCPT <y@example.net>: greylisted, come back in 452 seconds',
      'rcpt',
      null,
      451,
      'temp-rejected',
    ],
    ['temporarily rejected RCPT <y@example.net>: 452 4.2.2 mailbox full', 'rcpt', 452, null, 'temp-rejected'],
    ['rejected RCPT <y@example.net>: 550 5.7.1 Rejected', 'rcpt', 550, null, 'rejected'],
    ['rejected RCPT <y@example.net>: 450 4.7.1 the digit does not fit', 'rcpt', null, 550, 'rejected'],
    ['rejected EHLO or HELO friend: bad helo', 'helo', null, 550, 'rejected'],
    ['rejected MAIL <x@example.com>: SPF fail', 'mail', null, 550, 'rejected'],
    ['rejected connection in "connect" ACL: listed', 'connect', null, 550, 'rejected'],
    ['rejected connection in "connect" ACL: 554 5.7.1 go away', 'connect', 554, null, 'rejected'],
    ['rejected AUTH plain: AUTH not allowed here', 'auth', null, 503, 'rejected'],
    ['rejected VRFY root', 'vrfy', null, 252, 'rejected'],
    ['rejected EXPN staff', 'expn', null, 550, 'rejected'],
    ['rejected ETRN #example.net', 'etrn', null, 458, 'rejected'],
    ['rejected DATA: predata policy', 'data', null, 550, 'rejected'],
    ["dropped by 'connect' ACL: Country is banned", 'connect', null, null, 'rejected'],
  ])('%s', (text, stage, replyCode, impliedCode, status) => {
    expect(readLine(`${PEER} ${text}`)).toMatchObject({
      kind: 'reject',
      direction: 'inbound',
      clientHost: 'client.example.com',
      clientIp: '198.51.100.77',
      stage,
      replyCode,
      impliedCode,
      status,
    });
  });

  test('with every field in front', () => {
    expect(
      readLine(
        'H=client.example.com (h) [198.51.100.77]:51112 I=[198.51.100.1]:25 Ci=7326 X=TLS1.3:A:256 CV=no DN="CN=x" SNI=mx.example.net F=<"a F=<b> rejected"@example.com> A=plain_server:x y SPF=fail rejected RCPT <z@example.net>: no',
      ),
    ).toMatchObject({
      kind: 'reject',
      helo: 'h',
      session: '[198.51.100.77]:51112',
      sender: '"a F=<b> rejected"@example.com',
      account: 'x y',
      recipient: 'z@example.net',
      impliedCode: 550,
      auth: { mechanism: 'PLAIN', outcome: 'success' },
    });
  });

  test.each([
    [`${PEER} F=<x@example.com> rejected after DATA: bad header`, 550],
    [`${PEER} F=<x@example.com> temporarily rejected after DATA: malware acl condition: clamd : no`, 451],
    [`${PEER} F=<x@example.com> rejected during MIME ACL checks: .exe attachment`, 550],
    [`F=x@example.com ${PEER} P=esmtp rejected by local_scan(): no thanks`, 550],
  ])('after the data: %s', (text, impliedCode) => {
    expect(readOf(text)).toMatchObject({
      kind: 'reject',
      stage: 'eod',
      impliedCode,
      sender: 'x@example.com',
      clientIp: '198.51.100.77',
    });
  });

  test('from a command line: no dialogue', () => {
    expect(readOf('F=<www-data@h.example.net> rejected by non-SMTP ACL: over limit')).toMatchObject({
      direction: 'local',
      impliedCode: null,
      status: 'rejected',
    });
  });

  test('a credential that old versions print is taken out', () => {
    const event = readLine(`${PEER} rejected AUTH PLAIN AGFsaWNlAHNlY3JldA==: not here`);
    expect(event).toMatchObject({ impliedCode: 503, auth: { mechanism: 'PLAIN', outcome: 'refused' } });
    expect(event.text).toBe(`${PEER} rejected AUTH PLAIN [redacted]: not here`);
  });
});

test('what a client writes into its greeting is no part of the reply', () => {
  const event = readLine(
    'rejected EHLO from [203.0.113.99]: syntactically invalid argument(s): a]: 452 4.3.1 Insufficient system storage',
  );
  expect(event).toMatchObject({
    impliedCode: 501,
    replyCode: null,
    replyText: 'syntactically invalid argument(s)',
  });
});

describe('what Exim refused by itself', () => {
  test.each([
    [
      'rejected EHLO from [203.0.113.99]: syntactically invalid argument(s): H=(evil) [192.0.2.1] 535 x',
      'helo',
      501,
    ],
    [
      'rejected HELO from (x) [203.0.113.99]: syntactically invalid argument(s): (no argument given)',
      'helo',
      501,
    ],
    ['rejected "HELO mx.example.net" from c.example.com (mx.example.net) [203.0.113.99]', 'helo', 550],
    [
      'temporarily rejected "EHLO mx.example.net" from c.example.com (mx.example.net) [203.0.113.99]',
      'helo',
      451,
    ],
    ['rejected MAIL from [203.0.113.99]:51000 I=[198.51.100.1]:25: no HELO/EHLO given', 'mail', 503],
    [
      'rejected MAIL command H=c.example.com [203.0.113.99]: too many messages in one connection',
      'mail',
      421,
    ],
    ['unqualified sender rejected: <root> H=c.example.com [203.0.113.99]', 'mail', 501],
    [
      'unqualified recipient rejected: <info> H=(pc) [203.0.113.99] (failed to find host name from IP address)',
      'rcpt',
      501,
    ],
    [
      'too many recipients: excess temporarily rejected: sender=<l@x> H=l.example.org [203.0.113.99]',
      'rcpt',
      452,
    ],
    ['too many recipients: message rejected: sender=<l@x> H=l.example.org [203.0.113.99]', 'rcpt', 552],
    ['refused connection from [203.0.113.99] (host_reject_connection)', 'connect', 554],
    ['temporarily refused connection from [203.0.113.99]: not in reserve list: connected=20', 'connect', 421],
    ['Connection from [203.0.113.99] refused: load average = 12.45', 'connect', 421],
  ])('%s', (text, stage, impliedCode) => {
    expect(readLine(text)).toMatchObject({
      kind: 'reject',
      clientIp: '203.0.113.99',
      stage,
      impliedCode,
      storage: null,
    });
  });

  test.each([
    [
      'rejected MAIL FROM:<big@example.com> H=mx9.example.com [198.51.100.9]: message too big: size=73400320 max=52428800',
      'mail',
    ],
    [
      'rejected from <big@example.com> H=mx9.example.com [198.51.100.9]: message too big: read=52429824 max=52428800',
      'eod',
    ],
  ])('%s', (text, stage) => {
    expect(readLine(text)).toMatchObject({
      stage,
      impliedCode: 552,
      sender: 'big@example.com',
      clientHost: 'mx9.example.com',
      storage: 'message-size',
      storageOurs: true,
    });
  });

  test.each([
    [
      'SMTP protocol error in "MAIL FROM:<x@example.com>" H=(c) [203.0.113.200] sender already given',
      'mail',
      503,
    ],
    [
      'SMTP protocol error in "AUTH CRAM-MD5" H=(c) [203.0.113.200] CRAM-MD5 authentication mechanism not supported',
      'auth',
      504,
    ],
    ['SMTP syntax error in "MAIL FROM: x@" H=(c) [203.0.113.200] domain missing or malformed', 'mail', 501],
    ['SMTP syntax error in "FOO" H=(c) [203.0.113.200] unrecognized command', null, 500],
    [
      'SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[203.0.113.200] input="GET / HTTP/1.1\\r\\nHost: 550\\r\\n"',
      'connect',
      554,
    ],
    ['SMTP call from (c) [203.0.113.200] dropped: too many nonmail commands (last was "AUTH")', 'auth', 554],
    [
      'SMTP call from (c) [203.0.113.200] dropped: too many unrecognized commands (last was "502")',
      null,
      500,
    ],
    [
      'SMTP call from (c) [203.0.113.200] dropped: too many syntax or protocol errors (last command was "AUTH LOGIN",  C=EHLO,AUTH)',
      null,
      null,
    ],
  ])('%s', (text, stage, impliedCode) => {
    expect(readLine(text)).toMatchObject({
      kind: 'protocol',
      status: 'rejected',
      clientIp: '203.0.113.200',
      stage,
      impliedCode,
    });
  });
});

describe('a verification', () => {
  test('that a third server answered', () => {
    expect(
      readLine(
        `${PEER} sender verify defer for <x@example.com>: Could not complete sender verify callout: mx.example.com [192.0.2.50] : SMTP error from remote mail server after RCPT TO:<x@example.com>: 452 4.2.2 mailbox full`,
      ),
    ).toMatchObject({
      kind: 'verify',
      direction: 'outbound',
      stage: 'rcpt',
      replyCode: 452,
      enhancedCode: '4.2.2',
      sender: 'x@example.com',
      clientIp: '198.51.100.77',
      relay: 'mx.example.com',
      relayIp: '192.0.2.50',
    });
  });

  test('whose answer is not ours', () => {
    expect(
      readLine(
        `${PEER} F=<a@x> rejected RCPT <c@example.net>: 192.0.2.61 [192.0.2.61] : response to "RCPT TO:<c@example.net>" was: 550-unknown\\n550 5.1.1 user`,
      ),
    ).toMatchObject({ kind: 'reject', direction: 'inbound', replyCode: null, impliedCode: 550 });
  });
});

describe('a cut-through delivery', () => {
  test.each([
    ['rejected after DATA', '550 5.7.1 blocked', 550, 'rejected'],
    ['tmp-reject from cutthrough after DATA', '452 4.3.1 Insufficient system storage', 452, 'deferred'],
  ])('%s', (words, reply, replyCode, status) => {
    expect(
      readOf(
        `H=mail.example.org [192.0.2.10] amy@example.com F=<ben@example.org> ${words}: R=d T=remote_smtp H=mx.example.com [192.0.2.50] C="${reply}"`,
      ),
    ).toMatchObject({
      kind: 'reject',
      direction: 'outbound',
      stage: 'eod',
      replyCode,
      status,
      recipient: 'amy@example.com',
      relayIp: '192.0.2.50',
    });
  });
});
