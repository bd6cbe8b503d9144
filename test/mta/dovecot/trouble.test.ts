import { expect, test } from 'vitest';
import { dovecot } from '../../../src/mta/dovecot/index.ts';
import { read, readAll } from './read.ts';

test.each([
  [
    'lmtp(dave)<4301><mNo3>: Error: Mailbox INBOX: write(/srv/mail/dave/tmp/1773475200.M1P4301.mx1) failed: No space left on device',
    'queue-disk',
  ],
  [
    'imap(bob)<4111><a1B2>: Error: mail_index_append() failed with file /srv/mail/bob/dovecot.index.log: Disk quota exceeded',
    'mailbox-quota',
  ],
  ['log: Error: write(/var/log/dovecot.log) failed: No space left on device', 'queue-disk'],
])('%s', (text, storage) => {
  expect(read(text)).toMatchObject({
    kind: 'storage',
    storage,
    storageOurs: true,
    storageCounts: true,
    replyCode: null,
  });
});

test('a mailbox name that speaks of a full disk is none', () => {
  expect(
    read(
      'imap(bob)<4111><a1B2>: Error: Mailbox x: No space left on device: open() failed: Permission denied',
    ),
  ).toMatchObject({
    kind: 'error',
    storage: null,
  });
});

test.each([
  [
    'lmtp(grace)<4301><m>: Error: quota: Failed to check if user is under quota: Failed to get quota resource STORAGE: dict lookup timed out - saving mail anyway',
    'notice',
    'error',
  ],
  [
    'quota-status(frank@example.org): Error: quota check failed: Failed to get quota resource STORAGE',
    'notice',
    'error',
  ],
  [
    'quota-warning(grace@example.org)<4115>: Warning: quota-warning: 95% of storage used',
    'notice',
    'warning',
  ],
  [
    'master: Warning: service(imap-login): process_limit (100) reached, client connections are being dropped',
    'error',
    'warning',
  ],
  [
    'master: Error: service(auth): fork() failed: Resource temporarily unavailable (ulimit -u 512 reached?)',
    'error',
    'error',
  ],
  ['anvil: Warning: Killed with signal 15 (by pid=1 uid=0 code=kill)', 'admin', 'warning'],
  ['master: Warning: SIGHUP received - reloading configuration', 'admin', 'warning'],
  [
    'master: Dovecot v2.3.21 (47349e2482) starting up for imap, pop3, lmtp, submission, sieve',
    'admin',
    'info',
  ],
  [
    'imap(leo)<4605><n>: Panic: file mail-transaction-log-view.c: line 165 (mail_transaction_log_view_set): assertion failed',
    'error',
    'panic',
  ],
  [
    'imap(leo)<4605><n>: Error: Raw backtrace: /usr/lib/libdovecot.so.0 [0x7f10c0a1e452] -> [0x7f10c0a2e535]',
    'continuation',
    'error',
  ],
  ['auth: Error: auth client 0 disconnected with 1 pending requests: EOF', 'error', 'error'],
  ['imap(alice)<1><s>: expunge: box=INBOX, uid=9, msgid=<m@example.com>, size=4711', 'notice', 'info'],
])('%s', (text, kind, severity) => {
  expect(read(text)).toMatchObject({ kind, severity, replyCode: null, storage: null, auth: null });
});

test('what no Dovecot process says is not understood', () => {
  expect(readAll(['', 'hello', 'foo: bar', 'lmtp(1): something new', 'auth: something new'])).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('claims its tags, and no other', () => {
  for (const tag of ['dovecot', 'dovecot/imap-login', 'imap-login', 'pop3-login'])
    expect(dovecot.claims(tag)).toBe(true);
  for (const tag of ['postfix/smtpd', 'exim', 'auth', 'imapd', 'systemd'])
    expect(dovecot.claims(tag)).toBe(false);
});
