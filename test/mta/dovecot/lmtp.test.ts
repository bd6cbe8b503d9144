import { expect, test } from 'vitest';
import { read } from './read.ts';

test('connections of the MTA', () => {
  expect(read('lmtp(4300): Connect from local')).toMatchObject({
    kind: 'connect',
    clientIp: null,
    pid: 4300,
  });
  expect(read('lmtp(4301): Connect from 2001:db8::25')).toMatchObject({
    kind: 'connect',
    clientIp: '2001:db8::25',
  });
  expect(read('lmtp(4301): Disconnect from 192.0.2.25: Logged out (state=READY)')).toMatchObject({
    kind: 'disconnect',
    direction: 'inbound',
    clientIp: '192.0.2.25',
    stage: null,
  });
});

test('the MTA left in the middle of a command', () => {
  expect(
    read('lmtp(4302): Disconnect from 192.0.2.25: Connection closed (unfinished DATA command) (state=DATA)'),
  ).toMatchObject({
    kind: 'lost',
    stage: 'data',
  });
});

test('the 421 of a server behind is printed, our own is not', () => {
  expect(
    read(
      'lmtp(4303): Disconnect from 192.0.2.25: Server closed the connection: 421 4.3.2 backend1.example.org Shutting down due to fatal error (state=DATA)',
    ),
  ).toMatchObject({
    replyCode: 421,
    enhancedCode: '4.3.2',
    replyText: '421 4.3.2 backend1.example.org Shutting down due to fatal error',
  });
  expect(
    read('lmtp(4303): Disconnect from 192.0.2.25: Disconnected for inactivity (state=READY)'),
  ).toMatchObject({
    kind: 'timeout',
    replyCode: null,
    impliedCode: 421,
  });
});

test('a message handed on: the reply of the server behind', () => {
  expect(
    read(
      'lmtp(4304): <pRs4TuVwXyZ01234:2>: Failed to send message to <ken@example.org> at 198.51.100.40:24: 552 5.2.2 <ken@example.org> Quota exceeded (mailbox for user is full) (1/2 at 38 ms)',
    ),
  ).toMatchObject({
    direction: 'outbound',
    session: 'pRs4TuVwXyZ01234:2',
    replyCode: 552,
    enhancedCode: '5.2.2',
    replyText: '552 5.2.2 <ken@example.org> Quota exceeded (mailbox for user is full)',
    replyRole: 'said',
    status: 'rejected',
    recipient: 'ken@example.org',
    relayIp: '198.51.100.40',
  });
});

test('milliseconds are no reply', () => {
  expect(
    read(
      'lmtp(4304): Error: <pRs4TuVwXyZ01236>: Failed to send message to <mike@example.org> at [2001:db8::41]:24: Remote closed connection unexpectedly (1/1 at 452 ms)',
    ),
  ).toMatchObject({
    severity: 'error',
    replyCode: null,
    impliedCode: 451,
    status: 'temp-rejected',
    relayIp: '2001:db8::41',
    replyText: 'Remote closed connection unexpectedly',
  });
});
