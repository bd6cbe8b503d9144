import { describe, expect, test } from 'vitest';
import { readOf } from './reading.ts';

const RCPT = 'SMTP error from remote mail server after RCPT TO:<u@example.com>: ';

describe('a deferral', () => {
  test.each([
    ['452 4.2.2 Mailbox full', 452, '4.2.2'],
    ['452', 452, null],
    ['450 4.2.1 receiving mail too quickly. 552 is not coming', 450, '4.2.1'],
    ['452-4.2.2 out of storage space\\n452 4.2.2 see https://example.com', 452, '4.2.2'],
    ['451-one\\n451 4.7.1 two', 451, '4.7.1'],
    ['450 5.2.2 the class does not fit', 450, null],
    ['450 4.1.0 said: 552 5.2.2 quota exceeded', 450, '4.1.0'],
    ['host mx.example.com [192.0.2.50]: 452 4.2.2 over quota', 452, '4.2.2'],
    ['4521 not three digits', null, null],
  ])('after RCPT: %s', (reply, replyCode, enhancedCode) => {
    const event = readOf(
      `== u@example.com R=dnslookup T=remote_smtp defer (-44) H=mx.example.com [192.0.2.50]: ${RCPT}${reply}`,
    );
    expect(event).toMatchObject({
      kind: 'delivery',
      direction: 'outbound',
      status: 'deferred',
      stage: 'rcpt',
      replyCode,
      enhancedCode,
      recipient: 'u@example.com',
      relay: 'mx.example.com',
      relayIp: '192.0.2.50',
    });
  });

  test.each([
    ['pipelined end of data', 'eod'],
    ['sending data block', 'eod'],
    ['initial connection', 'connect'],
    ['EHLO host1.example.net', 'helo'],
    ['pipelined MAIL FROM:<"a: b"@example.net> SIZE=1934', 'mail'],
    ['DATA', 'data'],
    ['STARTTLS', 'starttls'],
  ])('after %s', (step, stage) => {
    expect(
      readOf(
        `== u@example.com R=d T=remote_smtp defer (-46) H=mx [192.0.2.50] DT=1.2s: SMTP error from remote mail server after ${step}: 451 4.3.0 x`,
      ),
    ).toMatchObject({ stage, replyCode: 451, enhancedCode: '4.3.0' });
  });

  test.each([
    ['R=d T=remote_smtp defer (111): Connection refused', 'outbound', 'connect', null],
    ['R=d T=remote_smtp defer (110): Connection timed out DT=2m7s', 'outbound', 'connect', null],
    [
      'R=d T=remote_smtp defer (110): Connection timed out H=mx.example.com [192.0.2.50]: SMTP timeout after end of data (550552 bytes written)',
      'outbound',
      'eod',
      null,
    ],
    [
      'R=d T=remote_smtp defer (-38) H=mx.example.com [192.0.2.50]: a TLS session is required, but the server did not offer TLS support',
      'outbound',
      'starttls',
      null,
    ],
    ['R=system_aliases defer (-1): 452 4.2.2 mailbox moved', null, null, null],
    [
      'R=l T=mail_spool defer (-22): mailbox is full (MTA-imposed quota exceeded while writing to /var/mail/full)',
      'local',
      null,
      'mailbox-quota',
    ],
    ['R=l T=mail_spool defer (122): Disk quota exceeded: mailbox is full', 'local', null, 'mailbox-quota'],
    ['R=l T=mail_spool defer (69): Disc quota exceeded: mailbox is full', 'local', null, 'mailbox-quota'],
    [
      'R=l T=mail_spool defer (28): No space left on device: error while writing to /var/mail/ns',
      'local',
      null,
      'queue-disk',
    ],
    [
      'R=l T=mail_spool defer (27): File too large: error while writing to /var/mail/file',
      'local',
      null,
      null,
    ],
    ['R=r1 T=t1 defer (-30): t1 transport (for r1) not found', null, null, null],
  ])('without a reply: %s', (text, direction, stage, storage) => {
    expect(readOf(`== u@example.com ${text}`)).toMatchObject({
      kind: 'delivery',
      replyCode: null,
      direction,
      stage,
      storage,
      storageOurs: storage === null ? null : true,
    });
  });

  test.each([
    "R=d T=remote_smtp defer (-54): retry time not reached for any host for 'example.com'",
    'routing defer (-52): retry time not reached',
    'R=l T=mail_spool defer (-53): Retry time not yet reached',
    'routing defer (-56): domain is in queue_domains',
  ])('that was no attempt: %s', (text) => {
    expect(readOf(`== u@example.com ${text}`)).toMatchObject({
      kind: 'notice',
      status: 'deferred',
      recipient: 'u@example.com',
    });
  });

  test('LMTP answers behind the data although the line names DATA', () => {
    expect(
      readOf(
        '== u@example.net R=d T=lmtp defer (0) H=127.0.0.1 [127.0.0.1]:24: LMTP error after DATA: 451 4.3.0 x',
      ),
    ).toMatchObject({
      stage: 'eod',
      replyCode: 451,
    });
  });

  test('a login that failed there', () => {
    const event = readOf(
      '== u@example.com R=s T=smarthost defer (0) H=relay.example.com [192.0.2.55]: SMTP error from remote mail server after AUTH PLAIN ****: 454 4.7.0 Temporary authentication failure',
    );
    expect(event).toMatchObject({
      stage: 'auth',
      replyCode: 454,
      auth: { mechanism: 'PLAIN', outcome: 'tempfail', counts: false },
    });
  });
});

describe('a bounce', () => {
  test.each([
    [
      'w@example.com R=d T=remote_smtp H=mx [192.0.2.50]: ' + RCPT + '550 5.1.1 unknown',
      550,
      '550 5.1.1 unknown',
    ],
    [
      'w@example.com R=d T=remote_smtp H=mx [192.0.2.50] : ' + RCPT + '550 5.1.1 unknown',
      550,
      '550 5.1.1 unknown',
    ],
    [
      'w@example.com F=<a@x> P=<a@x> R=d T=remote_smtp H=mx [192.0.2.50]:25 I=[198.51.100.1]:33210 X=TLS1.3:A:256 CV=yes DN="CN=mx": ' +
        RCPT +
        '552-5.2.2 full\\n552 5.2.2 quota DT=3s',
      552,
      '552-5.2.2 full\\n552 5.2.2 quota',
    ],
    [
      '"a b"@example.com <"a b"@example.com> R=d T=remote_smtp H=mx [192.0.2.50]: SMTP error from remote mail server after RCPT TO:<"a: >b"@example.com>: 501 5.1.3 bad',
      501,
      '501 5.1.3 bad',
    ],
    [
      'w@example.com R=d T=remote_smtp H=mx [192.0.2.50]: ' +
        RCPT +
        '550 SMTP error from remote mail server after RCPT TO:<q@x>: 452 4.2.2 nested',
      550,
      '550 SMTP error from remote mail server after RCPT TO:<q@x>: 452 4.2.2 nested',
    ],
  ])('%s', (text, replyCode, replyText) => {
    const event = readOf(`** ${text}`);
    expect(event).toMatchObject({
      kind: 'delivery',
      status: 'bounced',
      direction: 'outbound',
      stage: 'rcpt',
      replyCode,
    });
    expect(event.replyText).toBe(replyText);
  });

  test.each([
    ['w@example.net: Unrouteable address', 'w@example.net', null, 'bounced'],
    ['w@example.net : Unrouteable address', 'w@example.net', null, 'bounced'],
    [
      'w@example.net <team@example.net> R=system_aliases: 552 mailbox closed',
      'w@example.net',
      'team@example.net',
      'bounced',
    ],
    ['w@example.com mua_wrapper forced failure for deferred delivery', 'w@example.com', null, 'bounced'],
    [
      'w@example.com <old@example.net>: retry timeout exceeded',
      'w@example.com',
      'old@example.net',
      'expired',
    ],
    [
      "w@example.com R=d T=remote_smtp: all hosts for 'example.com' have been failing for a long time (and retry time not reached)",
      'w@example.com',
      null,
      'expired',
    ],
  ])('without a reply: %s', (text, recipient, originalRecipient, status) => {
    expect(readOf(`** ${text}`)).toMatchObject({
      recipient,
      originalRecipient,
      status,
      replyCode: null,
      impliedCode: null,
    });
  });
});

describe('a host that failed', () => {
  test.each([
    [
      'H=mx.example.com [192.0.2.50]: SMTP error from remote mail server after MAIL FROM:<a@x> SIZE=1: 452 4.3.1 Out of memory',
      452,
      'mail',
    ],
    [
      'H=mx.example.com [192.0.2.50]:25: SMTP error from remote mail server after initial connection: 421 4.7.0 busy',
      421,
      'connect',
    ],
    [
      'H=mx.example.com [192.0.2.50] SMTP error from remote mail server after RCPT TO:<u@x>: 451 4.4.1 not now',
      451,
      'rcpt',
    ],
    ['H=mx.example.com [192.0.2.50] Connection refused', null, 'connect'],
    [
      'H=mx.example.com [192.0.2.50]: Remote host closed connection in response to pipelined RCPT TO:<u@x>',
      null,
      'rcpt',
    ],
    [
      'SMTP error from remote mail server after initial connection: host mx.example.com [192.0.2.50]: 421 4.3.2 down',
      421,
      'connect',
    ],
    ['mx.example.com [192.0.2.50] Connection refused', null, 'connect'],
    [
      'Remote host mx.example.com [192.0.2.50] closed connection in response to initial connection',
      null,
      'connect',
    ],
  ])('%s', (text, replyCode, stage) => {
    expect(readOf(text)).toMatchObject({
      kind: 'host-attempt',
      direction: 'outbound',
      status: 'deferred',
      replyRole: 'announced',
      relay: 'mx.example.com',
      relayIp: '192.0.2.50',
      clientIp: null,
      replyCode,
      stage,
    });
  });
});
