import { expect, test } from 'vitest';
import { emptyPrefix, readPrefix } from '../../../src/mta/dovecot/prefix.ts';

function prefixOf(text: string): unknown {
  const prefix = emptyPrefix();
  return readPrefix(text, prefix) ? { ...prefix, body: text.substring(prefix.body) } : null;
}

test('2.3 and 2.4: process, user, pid and session', () => {
  expect(
    prefixOf('imap(alice@example.org)<4101><a1B2c3D4e5F6g7H8>: Disconnected: Logged out in=312'),
  ).toMatchObject({
    process: 'imap',
    user: 'alice@example.org',
    pid: 4101,
    session: 'a1B2c3D4e5F6g7H8',
    body: 'Disconnected: Logged out in=312',
  });
});

test('a bracket with digits only is a pid', () => {
  expect(prefixOf('lmtp(4300): Connect from local')).toMatchObject({ user: null, pid: 4300 });
});

test('2.2.14 and older: pid and user in one bracket', () => {
  expect(
    prefixOf('lmtp(4500, oscar@example.org): eFg6HiJkLmNo0123: msgid=<m10@example.com>: x'),
  ).toMatchObject({
    user: 'oscar@example.org',
    pid: 4500,
  });
});

test('a user name may hold brackets', () => {
  expect(prefixOf('imap(a)b (c)<d>@example.org)<77><sEsSiOn>: Logged out')).toMatchObject({
    user: 'a)b (c)<d>@example.org',
    pid: 77,
    session: 'sEsSiOn',
  });
});

test('2.4 auth: a session but no pid', () => {
  expect(
    prefixOf('auth(bob,203.0.113.120,sasl:plain)<xA1sW2dE3fR4gT5j>: passwd-file: unknown user'),
  ).toMatchObject({
    user: 'bob,203.0.113.120,sasl:plain',
    pid: null,
    session: 'xA1sW2dE3fR4gT5j',
  });
});

test.each([
  ['Info', 'info', false],
  ['Debug', 'info', true],
  ['Warning', 'warning', false],
  ['Error', 'error', false],
  ['Fatal', 'fatal', false],
  ['Panic', 'panic', false],
])('the level %s stands behind the prefix', (word, severity, debug) => {
  expect(prefixOf(`imap(leo)<4605><nAtIvE>: ${word}: text`)).toMatchObject({ severity, debug, body: 'text' });
});

test.each(['', ':', 'imap(', 'imap(x', 'imap(x)<1>', '203.0.113.9 connected', ': x', 'imap(x)<y'])(
  'no prefix: %j',
  (text) => {
    expect(prefixOf(text)).toBeNull();
  },
);
