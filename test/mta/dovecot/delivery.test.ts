import { expect, test } from 'vitest';
import { read } from './read.ts';

const LMTP = 'lmtp(bob@example.org)<4300><iKq2AbCdEfGhIjKl:2>: ';
const LDA = 'lda(nina)<4401><vWx5YzAbCdEf0124>: ';

test('saved: the MTA was told 250, and logs it', () => {
  expect(read(`${LMTP}msgid=<m1@example.com>: saved mail to INBOX`)).toMatchObject({
    kind: 'delivery',
    direction: 'inbound',
    impliedCode: 250,
    replyRole: 'repeated',
    status: 'sent',
    messageId: 'm1@example.com',
    recipient: 'bob@example.org',
    session: 'iKq2AbCdEfGhIjKl:2',
  });
});

test('over quota: 552 or 452, the line does not tell', () => {
  expect(
    read(`${LMTP}msgid=<m1@example.com>: save failed to INBOX: Quota exceeded (mailbox for user is full)`),
  ).toMatchObject({
    storage: 'mailbox-quota',
    storageOurs: true,
    storageCounts: false,
    impliedCode: null,
    status: null,
    replyText: 'Quota exceeded (mailbox for user is full)',
  });
});

test('lda has no SMTP: its line is the only one', () => {
  expect(
    read(`${LDA}msgid=<m9@example.com>: save failed to INBOX: Quota exceeded (mailbox for user is full)`),
  ).toMatchObject({
    direction: 'local',
    storage: 'mailbox-quota',
    storageCounts: true,
    impliedCode: null,
  });
  expect(
    read(`${LDA}msgid=<m9@example.com>: rejected: Quota exceeded (mailbox for user is full)`),
  ).toMatchObject({
    status: 'rejected',
    storage: 'mailbox-quota',
    storageCounts: false,
  });
});

test.each([
  ['Not enough disk quota', 'mailbox-quota', null],
  ['Too many messages in the mailbox', 'mailbox-quota', null],
  ['Mail size is larger than the maximum size allowed by server configuration', 'message-size', 451],
  ['Internal error occurred. Refer to server log for more information. [2026-03-14 08:01:27]', null, 451],
])('save failed: %s', (error, storage, impliedCode) => {
  expect(read(`${LMTP}msgid=<m5@example.com>: save failed to INBOX: ${error}`)).toMatchObject({
    storage,
    impliedCode,
  });
  expect(
    read(`${LMTP}sieve: msgid=<m5@example.com>: failed to store into mailbox 'INBOX': ${error}`),
  ).toMatchObject({
    storage,
    impliedCode,
  });
});

test('a mailbox that cannot be opened: INBOX is tried next', () => {
  const text =
    "msgid=<m6@example.com>: save failed to open mailbox Lists/dev: Mailbox doesn't exist: Lists/dev";
  expect(read(LMTP + text)).toMatchObject({ kind: 'host-attempt', status: null, impliedCode: null });
});

test('the sender writes the Message-ID: the last result is the true one', () => {
  expect(
    read(
      `${LMTP}msgid=<x: save failed to INBOX: Quota exceeded (mailbox for user is full)>: saved mail to INBOX`,
    ),
  ).toMatchObject({
    status: 'sent',
    storage: null,
    messageId: 'x: save failed to INBOX: Quota exceeded (mailbox for user is full)',
  });
  expect(
    read(`${LMTP}msgid=<x>: saved mail to INBOX>: save failed to INBOX: Not enough disk quota`),
  ).toMatchObject({
    status: null,
    storage: 'mailbox-quota',
  });
});

test.each(['msgid=unspecified: saved mail to INBOX', 'msgid=: saved mail to INBOX'])(
  'no Message-ID: %s',
  (text) => {
    expect(read(LMTP + text)).toMatchObject({ messageId: null, status: 'sent' });
  },
);

test('other elements of deliver_log_format', () => {
  expect(
    read(`${LMTP}msgid=<m1@example.com>, from=a@example.com, size=4711: saved mail to INBOX`),
  ).toMatchObject({
    messageId: 'm1@example.com',
    status: 'sent',
  });
});

test.each([
  ["stored mail into mailbox 'Junk'", 'delivery', 'sent', 250],
  ["stored mail into mailbox 'discarded'", 'delivery', 'sent', 250],
  ['forwarded to <carol@example.net>', 'delivery', 'sent', 250],
  [
    'marked message to be discarded if not explicitly delivered (discard action)',
    'delivery',
    'discarded',
    250,
  ],
  ['sent vacation response to <a@example.com>', 'notification', null, null],
  ['discarded vacation reply to <>', 'notice', null, null],
])('sieve: %s', (action, kind, status, impliedCode) => {
  expect(read(`${LMTP}sieve: msgid=<m2@example.com>: ${action}`)).toMatchObject({
    kind,
    status,
    impliedCode,
    messageId: 'm2@example.com',
  });
});

test('what the mail_log plugin says of a save is no delivery result', () => {
  expect(read(`${LMTP}save: box=INBOX, uid=3, msgid=<x: saved mail to INBOX>, size=10`)).toMatchObject({
    kind: 'notice',
  });
});

test('2.2: the session stands in front of the message', () => {
  expect(
    read('lmtp(4500, oscar@example.org): eFg6HiJkLmNo0123: msgid=<m10@example.com>: saved mail to INBOX'),
  ).toMatchObject({
    pid: 4500,
    session: 'eFg6HiJkLmNo0123',
    recipient: 'oscar@example.org',
  });
});
