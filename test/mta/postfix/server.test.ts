import { describe, expect, test } from 'vitest';
import { postfix } from '../../../src/mta/postfix/index.ts';
import { read, readAll } from './read.ts';

test.each([
  'postfix/smtpd',
  'postfix/submission/smtpd',
  'postfix-out/smtp',
  'mail.gw_2/smtpd',
  'postfix/postfix-script',
  'postfix-script',
  'postfix',
  'postfix@-.service',
  'postfix/relay',
])('%s is Postfix', (program) => {
  expect(postfix.claims(program)).toBe(true);
});

test.each([
  'smtpd',
  'sendmail',
  'postfix/policy-spf',
  'postgrey',
  'dovecot',
  'opensmtpd/smtpd',
  'postfwd',
  '',
])('%s is not', (program) => {
  expect(postfix.claims(program)).toBe(false);
});

describe('refusals', () => {
  test('a full disk is refused without sender and recipient', () => {
    const text =
      'NOQUEUE: reject: MAIL from mail.example.com[192.0.2.30]: 452 4.3.1 Insufficient system storage; proto=ESMTP helo=<mail.example.com>';
    expect(read('postfix/smtpd', text)).toMatchObject({
      kind: 'reject',
      replyCode: 452,
      stage: 'mail',
      status: 'temp-rejected',
      sender: null,
      recipient: null,
      helo: 'mail.example.com',
      replyText: '452 4.3.1 Insufficient system storage',
    });
  });

  test('the warning beside it counts for nothing, but knows how much is free', () => {
    const text = 'warning: not enough free space in mail queue: 45056000 bytes < 1.5*message size limit';
    expect(read('postfix/smtpd', text)).toMatchObject({
      kind: 'storage',
      storage: 'queue-disk',
      storageOurs: true,
      storageCounts: false,
      freeBytes: 45056000,
      severity: 'warning',
    });
  });

  test('a text with semicolons', () => {
    const text =
      'NOQUEUE: reject: RCPT from unknown[198.51.100.63]:4711: 554 5.7.1 Service unavailable; Client host [198.51.100.63] blocked using dnsbl.example.net; https://www.example.net/query; from=<> to=<bob@example.org> proto=ESMTP helo=<[198.51.100.63]>';
    expect(read('postfix/smtpd', text)).toMatchObject({
      clientHost: 'unknown',
      clientIp: '198.51.100.63',
      sender: '',
      recipient: 'bob@example.org',
      replyText:
        '554 5.7.1 Service unavailable; Client host [198.51.100.63] blocked using dnsbl.example.net; https://www.example.net/query',
    });
  });

  test('a list that was cut off', () => {
    const text =
      'NOQUEUE: reject: RCPT from unknown[198.51.100.6]: 554 5.7.1 no; from=<a@example.com> to=<bob@exam';
    expect(read('postfix/smtpd', text)).toMatchObject({
      sender: 'a@example.com',
      recipient: null,
      replyText: '554 5.7.1 no',
    });
  });

  test('a proxy filter names the user in brackets', () => {
    const text =
      'proxy-reject: END-OF-MESSAGE: 554 5.7.0 Reject; from=<a@example.com> to=<bob@example.org> proto=ESMTP helo=<pc> sasl_username=<dave>';
    expect(read('postfix/smtpd', text)).toMatchObject({ replyCode: 554, stage: 'eod', account: 'dave' });
  });
});

describe('logins', () => {
  test('are counted once per session, whatever is sent in it', () => {
    const client =
      'client=laptop.example.net[203.0.113.77], sasl_method=plain, sasl_username=dave@example.org';
    const events = readAll([
      ['postfix/smtpd', 'connect from laptop.example.net[203.0.113.77]'],
      ['postfix/smtpd', `3B9ACA00F0: ${client}`],
      ['postfix/smtpd', `3B9ACA00F1: ${client}`],
      [
        'postfix/smtpd',
        'disconnect from laptop.example.net[203.0.113.77] ehlo=1 auth=1 mail=2 rcpt=2 data=2 commands=8',
      ],
      ['postfix/smtpd', 'connect from laptop.example.net[203.0.113.77]'],
      ['postfix/smtpd', `3B9ACA00F2: ${client}`],
    ]);
    const counted = events.flatMap((event) => (event?.auth?.counts === true ? [event.queueId] : []));
    expect(counted).toEqual(['3B9ACA00F0', '3B9ACA00F2']);
  });

  test('user names with blanks and commas, and all that may follow', () => {
    const text =
      '4jYCrx0SPqz9s0Y: client=localhost[127.0.0.1], sasl_method=LOGIN, sasl_username=a b, c, sasl_sender=d@example.org, orig_queue_id=3B9ACA00F0, orig_client=mail.example.com[192.0.2.30]';
    expect(read('postfix/smtpd', text)).toMatchObject({
      account: 'a b, c',
      auth: { mechanism: 'LOGIN', username: 'a b, c', outcome: 'success', challengesTypical: 2 },
      impliedCode: 235,
      relatedId: '3B9ACA00F0',
      relation: 'original',
    });
  });

  test.each([
    ['failed: Connection lost to authentication server', 'tempfail', 454, 0, 2],
    ["failed: Can't connect to authentication server", 'tempfail', 454, 0, 2],
    ['failed: transient failure (e.g., weak key)', 'tempfail', 454, 0, 2],
    ["failed: Invalid authentication mechanism: 'LOGIN', sasl_username=(unavailable)", 'refused', 535, 0, 0],
    ['failed: UGFzc3dvcmQ6', 'failure', 535, 1, 2],
    ['failed: VXNlcm5hbWU6', 'failure', 535, 1, 1],
    ['failed: disabled', 'failure', 535, 0, 2],
    ['failed: ', 'failure', 535, 0, 2],
    ['failed', 'failure', 535, 0, 2],
    ['failed: Invalid base64 data in continued response', 'failure', 535, 1, 1],
    ['aborted', 'aborted', 501, 1, 1],
  ])(
    'SASL LOGIN authentication %s: %s',
    (verdict, outcome, impliedCode, challengesMin, challengesTypical) => {
      expect(
        read('postfix/smtpd', `warning: unknown[198.51.100.9]: SASL LOGIN authentication ${verdict}`),
      ).toMatchObject({
        kind: 'auth',
        stage: 'auth',
        impliedCode,
        auth: { outcome, challengesMin, challengesTypical, clientIp: '198.51.100.9', counts: true },
      });
    },
  );

  test('what a client sends ahead of the challenge is not kept', () => {
    const { text } = read(
      'postfix/smtpd',
      'improper command pipelining after AUTH from unknown[198.51.100.72]: c2VjcmV0\\r\\n',
    );
    expect(text).toBe('improper command pipelining after AUTH from unknown[198.51.100.72]: [redacted]');
  });
});

test('disconnect counters', () => {
  const { counters } = read(
    'postfix/smtpd',
    'disconnect from unknown[198.51.100.50] ehlo=1 auth=0/20 rcpt=3/5 commands=4/26 notes=bare_lf',
  );
  expect([...(counters ?? [])]).toEqual([
    ['ehlo', [1, 1]],
    ['auth', [0, 20]],
    ['rcpt', [3, 5]],
    ['commands', [4, 26]],
  ]);
});

test('header checks quote what the sender wrote', () => {
  const text =
    'BAF4CFE: warning: header Subject: invoice from evil[192.0.2.66]; from=<ceo@example.org> to=<x@example.org>: 5.7.1 no from mout6.juniper.example[192.0.2.6]; from=<lena@quayside.example> to=<amir@example.org> proto=ESMTP helo=<mout6>: seen';
  expect(read('postfix/cleanup', text)).toMatchObject({
    kind: 'notice',
    sender: 'lena@quayside.example',
    recipient: 'amir@example.org',
    clientIp: '192.0.2.6',
    replyCode: null,
    impliedCode: null,
  });
});

test.each([
  ['fatal: dave(1000): queue file write error', 'queue-disk'],
  ['fatal: dave(1000): message file too big', 'message-size'],
  ['warning: mail_queue_enter: create file maildrop/334552.1412: No space left on device', 'queue-disk'],
])('%s', (text, storage) => {
  expect(read('postfix/sendmail', text)).toMatchObject({ kind: 'storage', storage, storageOurs: true });
});

test.each([
  ['postfix/smtpd', 'something that a later version may log 452 times'],
  ['postfix/smtpd', 'connect from\tunknown[198.51.100.152]'],
  ['postfix/qmgr', '3B9ACA00FE: remov'],
  ['postfix/smtpd', ''],
])('%s: %j is not understood', (program, text) => {
  expect(readAll([[program, text]])).toEqual([null]);
});

describe('lines whose tag does not tell the daemon', () => {
  test.each([
    [
      '3B9ACA00FF: to=<a@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, dsn=2.0.0, status=sent (250 ok)',
      'delivery',
      'outbound',
    ],
    [
      '3B9ACA00FF: to=<a@example.com>, relay=local, delay=1, dsn=2.0.0, status=sent (delivered to mailbox)',
      'delivery',
      'local',
    ],
    [
      '3B9ACA00FF: to=<a@example.com>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.example.com[203.0.113.25]:25: Connection timed out)',
      'delivery',
      'outbound',
    ],
    [
      '3B9ACA00FF: to=<a@example.com>, relay=none, delay=1, dsn=4.4.1, status=deferred (delivery temporarily suspended: connect to mx.example.com[203.0.113.25]:25: Connection timed out)',
      'delivery',
      'local',
    ],
    [' 3B9ACA00FF: removed', 'completed', null],
    [' connect from unknown[198.51.100.120]', 'connect', 'inbound'],
    ['connect to mx.example.com[203.0.113.25]:25: Connection refused', 'host-attempt', 'outbound'],
    ['lost connection after AUTH from unknown[198.51.100.120]', 'lost', 'inbound'],
    [
      '3B9ACA00FF: lost connection with mx.example.com[203.0.113.25] while sending MAIL FROM',
      'host-attempt',
      'outbound',
    ],
    ['> unknown[198.51.100.120]: 250 2.1.0 Ok', 'dialogue', 'inbound'],
    ['< mx.example.com[203.0.113.25]:25: 250 2.1.0 Ok', 'dialogue', 'outbound'],
    ['CONNECT from [198.51.100.100]:45200 to [192.0.2.1]:25', 'connect', 'inbound'],
    ['starting the Postfix mail system', 'admin', null],
  ])('%s', (text, kind, direction) => {
    expect(read('postfix', text)).toMatchObject({ kind, direction });
  });
});
