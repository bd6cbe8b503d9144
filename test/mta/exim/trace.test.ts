import { describe, expect, test } from 'vitest';
import { readBare } from './reading.ts';

describe('a trace of our server', () => {
  const events = readBare([
    '30416 Process 30416 is handling incoming connection from [203.0.113.50]',
    '30416 SMTP>> 220 host1.example.net ESMTP Exim 4.98.2',
    '30416 SMTP<< EHLO client.example.com',
    '30416 SMTP>> 250-host1.example.net Hello client.example.com [203.0.113.50]',
    '30416        250-AUTH PLAIN LOGIN',
    '30416        250 HELP',
    '30416 SMTP<< AUTH LOGIN',
    '30416 SMTP>> 334 VXNlcm5hbWU6',
    '30416 SMTP<< YWxpY2U=',
    "30416 auth input decode: 'alice'",
    '30416 SMTP>> 334 UGFzc3dvcmQ6',
    '30416 SMTP<< d3Jvbmc=',
    '30416   $auth2 = wrong',
    '30416 SMTP>> 535 Incorrect authentication data',
    '30416 LOG: MAIN REJECT',
    '30416   login_server authenticator failed for H=client.example.com [203.0.113.50]: 535 Incorrect authentication data (set_id=alice)',
    '30416 SMTP<< MAIL FROM:<alice@example.org>',
    '30416 SMTP>> 452 Space shortage, please try later',
    '30416 SMTP<< DATA',
    '30416 SMTP>> 354 Enter message',
    '30416 SMTP>> 250 OK id=x',
  ]);

  test('knows the command that each reply answers', () => {
    const replies = events.filter((event) => event.replyCode !== null && event.kind === 'dialogue');
    expect(replies.map((event) => [event.replyCode, event.stage, event.replyRole])).toEqual([
      [220, 'connect', 'said'],
      [250, 'helo', 'repeated'],
      [250, 'helo', 'repeated'],
      [250, 'helo', 'said'],
      [334, 'auth', 'said'],
      [334, 'auth', 'said'],
      [535, 'auth', 'said'],
      [452, 'mail', 'said'],
      [354, 'data', 'said'],
      [250, 'eod', 'said'],
    ]);
  });

  test('keeps no secret', () => {
    expect(JSON.stringify(events)).not.toMatch(/YWxpY2U|d3Jvbmc|wrong/);
    expect(events[8]?.auth).toMatchObject({ mechanism: 'LOGIN', username: 'alice', outcome: 'command' });
  });

  test('a log line in it repeats a reply', () => {
    expect(events[15]).toMatchObject({
      kind: 'auth',
      replyCode: 535,
      replyRole: 'repeated',
      auth: { username: 'alice', clientIp: '203.0.113.50', counts: false },
    });
  });
});

test('a password that comes without a question for the name is no name', () => {
  const events = readBare([
    ' 3080 SMTP<< AUTH LOGIN dGRpZXR6',
    ' 3080 SMTP>> 334 UGFzc3dvcmQ6',
    ' 3080 SMTP<< c2VjcmV0',
  ]);
  expect(events[0]?.auth?.username).toBe('tdietz');
  expect(events[2]?.auth?.username).toBeNull();
});

test('a trace of our client: pipelined replies come in the order of the commands', () => {
  const events = readBare([
    'Connecting to mx.example.com [192.0.2.50]:25 ... connected',
    '  SMTP<< 220 mx.example.com ESMTP',
    '  SMTP|> MAIL FROM:<app@host1.example.net> SIZE=1934',
    '  SMTP|> RCPT TO:<u1@example.com>',
    '  SMTP|> RCPT TO:<u2@example.com>',
    '  SMTP>> DATA',
    '  SMTP<< 250 2.1.0 Ok',
    '  SMTP<< 452 4.2.2 Mailbox full',
    '  SMTP<< 250 2.1.5 Ok',
    '  SMTP<< 354 End data',
    '  SMTP>> (writing message)',
    '  SMTP+> .',
    '  SMTP>> QUIT',
    '  SMTP<< 250-2.0.0 Ok:',
    '         250 2.0.0 queued as 535ABC452',
    '  SMTP<< 221 2.0.0 Bye',
    'LOG: MAIN',
    '  == u1@example.com R=d T=remote_smtp defer (-44) H=mx.example.com [192.0.2.50]: SMTP error from remote mail server after pipelined RCPT TO:<u1@example.com>: 452 4.2.2 Mailbox full',
  ]);
  expect(events[0]).toMatchObject({ direction: 'outbound', relay: 'mx.example.com', relayIp: '192.0.2.50' });
  const replies = events.filter((event) => event.replyCode !== null && event.replyRole === 'said');
  expect(replies.map((event) => [event.replyCode, event.stage, event.status, event.recipient])).toEqual([
    [220, 'connect', null, null],
    [250, 'mail', null, null],
    [452, 'rcpt', 'deferred', 'u1@example.com'],
    [250, 'rcpt', null, 'u2@example.com'],
    [354, 'data', null, null],
    [250, 'eod', 'sent', null],
    [221, 'quit', null, null],
  ]);
  expect(events.at(-1)).toMatchObject({ kind: 'delivery', status: 'deferred', replyRole: 'repeated' });
  expect(events[14]?.replyText).toBe('250-2.0.0 Ok:\\n250 2.0.0 queued as 535ABC452');
});

test('a simulated session (-bh) prints its replies bare', () => {
  const events = readBare([
    '>>> host in smtp_accept_max_nonmail_hosts? yes (matched "*")',
    'LOG: H=(x) [203.0.113.51] F=<x@example.com> rejected RCPT <y@example.net>: relay not permitted',
    '550 relay not permitted',
  ]);
  expect(events[1]).toMatchObject({
    kind: 'reject',
    impliedCode: 550,
    stage: 'rcpt',
    recipient: 'y@example.net',
  });
  expect(events[2]).toMatchObject({ kind: 'dialogue', direction: 'inbound', replyCode: 550, stage: 'rcpt' });
});
