import { expect, test } from 'vitest';
import { readLine, readOf } from './reading.ts';

test.each([
  ['Completed', 'completed', 'completed'],
  ['Completed QT=2m', 'completed', 'completed'],
  ['Frozen (delivery error message)', 'hold', 'frozen'],
  ['frozen by ACL', 'hold', 'frozen'],
  ['Message is frozen', 'notice', 'frozen'],
  ['Unfrozen by auto-thaw', 'release', null],
  ['unfrozen by admin', 'release', null],
  ['removed by admin', 'discard', 'discarded'],
  ['no immediate delivery: load average 8.12', 'notice', null],
  [
    'Spool file for 1w1Jz6-000000001Qi-000T is locked (another process is handling this message)',
    'notice',
    null,
  ],
  ['cancelled by timeout_frozen_after', 'admin', null],
  ['Delivery deferred by system filter', 'notice', 'deferred'],
  ['w@example.net <team@example.net>: error ignored', 'discard', 'discarded'],
  ['PRDR R=<bob@example.net> temporary refusal', 'reject', 'temp-rejected'],
  ['PRDR R=<bob@example.net> acceptance', 'notice', 'accepted'],
])('%s', (text, kind, status) => {
  expect(readOf(text)).toMatchObject({ kind, status, replyCode: null });
});

test.each([
  'acl note: client said 452 4.2.2 and 535',
  'event msg:rcpt:defer data "SMTP error from remote mail server after RCPT TO:<x@example.com>: 451 4.7.1 try later"',
  'malware acl condition: avast /run/avast/scan.sock : 451 SCAN Engine error 13 Permission denied',
  '<list@example.net>: address_pipe transport output: 452 quota report',
])('free text is normal and never a reply: %s', (text) => {
  expect(readOf(text)).toMatchObject({ kind: 'notice', replyCode: null, impliedCode: null, storage: null });
  expect(readLine(text)).toMatchObject({ kind: 'notice', replyCode: null, impliedCode: null, storage: null });
});

test.each(['', '1w1JvV-000000001H2-000A <= ', '1w1JvV-000000001H2-000A == ', '1w1JvV-000000001H2-000A '])(
  'damage is not understood: %j',
  (text) => {
    expect(readLine(text).kind).toBe('unrecognized');
  },
);
