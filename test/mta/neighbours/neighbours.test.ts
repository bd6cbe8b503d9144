import { expect, test } from 'vitest';
import { neighbours } from '../../../src/mta/neighbours/index.ts';
import { read } from './read.ts';

test('saslauthd: a failure that the MTA logs too', () => {
  const event = read(
    'saslauthd',
    'do_auth         : auth failure: [user=admin] [service=smtp] [realm=example.org] [mech=pam] [reason=PAM auth error]',
  );
  expect(event).toMatchObject({ kind: 'auth', replyText: 'PAM auth error' });
  expect(event.auth).toMatchObject({
    username: 'admin@example.org',
    mechanism: null,
    outcome: 'failure',
    counts: false,
  });
});

test('saslauthd: the name is the client’s text', () => {
  const event = read(
    'saslauthd',
    'do_auth         : auth failure: [user=x] [service=imap] [realm=] y] [service=smtp] [realm=] [mech=pam] [reason=PAM auth error]',
  );
  expect(event.auth?.username).toBe('x] [service=imap] [realm=] y');
});

test('amavis: a blocked message has no second queue id', () => {
  const event = read(
    'amavis',
    '(00805-02) Blocked SPAM {DiscardedInbound,Quarantined}, [IPv6:2001:db8::140]:33450 [2001:db8::140] <x@example.com> -> <bob@example.org>,<eve@example.org>, quarantine: A/spam-AbC.gz, Queue-ID: 4jYDcj3p18z9s25, Message-ID: <y@example.com>, mail_id: AbC, Hits: 14.52, size: 552, 334 ms',
  );
  expect(event).toMatchObject({
    kind: 'filter',
    clientIp: '2001:db8::140',
    sender: 'x@example.com',
    recipient: 'bob@example.org',
    queueId: '4jYDcj3p18z9s25',
    relatedId: null,
    relation: null,
    size: 552,
  });
});

test('amavis: the Message-ID cannot name a queue id', () => {
  const event = read(
    'amavis',
    '(00805-01) Passed CLEAN {RelayedInbound}, [192.0.2.30]:45210 <> -> <bob@example.org>, Queue-ID: 4jYDch3CGkz9s24, Message-ID: <x>, size: 1, queued_as: FAKE12345, Queue-ID: FAKE1@example.com>, mail_id: aBcD, Hits: -, size: 4520, queued_as: 4jYDcj3p18z9s25, 452 ms',
  );
  expect(event).toMatchObject({
    sender: '',
    queueId: '4jYDch3CGkz9s24',
    relatedId: '4jYDcj3p18z9s25',
    size: 4520,
  });
});

test('amavis: a long line goes on', () => {
  expect(read('amavis', '(00805-01) ...1.2.3], 452 ms')).toMatchObject({ kind: 'continuation' });
});

test('rspamd: a logged-in user', () => {
  const event = read(
    'rspamd',
    '<3f2a1b>; proxy; rspamd_task_write_log: id: <m@example.com>, qid: <4jYDch3CGkz9s24>, ip: 192.0.2.30, user: carol, from: <carol@example.org>, (default: T (reject): [25.20/15.00] [X(1.0){}]), len: 4520, time: 452.100ms, dns req: 35, digest: <00>, rcpts: <bob@example.org,eve@example.org>, mime_rcpts: <bob@example.org>',
  );
  expect(event).toMatchObject({ account: 'carol', recipient: 'bob@example.org', queueId: '4jYDch3CGkz9s24' });
});

test('a code in the line of a policy daemon is an instruction', () => {
  expect(read('policyd-spf', '550 5.7.23 Message rejected due to: SPF fail - not authorized.')).toMatchObject(
    {
      kind: 'filter',
      replyCode: null,
      enhancedCode: null,
      replyText: null,
    },
  );
});

test.each([
  [
    'amavis',
    '(00805-03) (!!)TROUBLE in process_request: Error writing to /var/lib/amavis/tmp/x: No space left on device at line 12.',
  ],
  ['clamd', "ERROR: Can't write to file /tmp/clamav-1: No space left on device"],
  ['opendkim', "can't write temporary file: No space left on device"],
])('a full disk: %s', (program, text) => {
  expect(read(program, text)).toMatchObject({ kind: 'storage', storage: 'queue-disk', storageOurs: true });
});

test('a message that speaks of a full disk fills none', () => {
  const text =
    'clean message <: No space left on device@x> (1.20/5.00) from <a@example.com> for <bob@example.org> in 0.45s, 4520 bytes';
  expect(read('spampd', text)).toMatchObject({ kind: 'filter', storage: null });
});

test.each([
  ['rsyslogd', 'imuxsock lost 452 messages from pid 2001 due to rate-limiting'],
  ['rsyslogd', 'imjournal: 3000 messages lost due to rate-limiting (20000 allowed within 600 seconds)'],
  ['systemd-journald', 'Suppressed 535 messages from postfix@-.service'],
])('lost lines are told: %s %s', (program, text) => {
  expect(read(program, text)).toMatchObject({ kind: 'notice', severity: 'warning', replyCode: null });
});

test('other lines of the same programs are remarks', () => {
  expect(
    read('rsyslogd', '[origin software="rsyslogd" swVersion="8.2302.0"] rsyslogd was HUPed'),
  ).toMatchObject({
    kind: 'notice',
    severity: 'info',
  });
  expect(read('opendkim', 'OpenDKIM Filter v2.11.0 starting')).toMatchObject({ kind: 'notice' });
});

test('claims its programs, also those that Postfix spawns, and no MTA', () => {
  const ours = [
    'postgrey',
    'policyd-spf',
    'policy-spf',
    'postfix/policy-spf',
    'opendkim',
    'opendmarc',
    'amavis',
    'amavisd-new',
  ];
  const more = [
    'rspamd',
    'spampd',
    'spamd',
    'clamav-milter',
    'saslauthd',
    'rsyslogd',
    'systemd-journald',
    'postfwd2/policy',
  ];
  for (const program of [...ours, ...more]) expect(neighbours.claims(program)).toBe(true);
  for (const program of ['postfix/smtpd', 'postfix/cleanup', 'exim', 'dovecot', 'sshd', 'systemd']) {
    expect(neighbours.claims(program)).toBe(false);
  }
});
