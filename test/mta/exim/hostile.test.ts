import { describe, expect, test } from 'vitest';
import { readLine, readOf } from './reading.ts';

describe('text that clients choose', () => {
  test('a quoted local part may hold fields', () => {
    expect(
      readOf(
        '<= "x H=trusted [192.0.2.1] A=plain:root P=esmtpsa"@example.com H=(evil) [203.0.113.201] P=esmtp S=400',
      ),
    ).toMatchObject({
      sender: '"x H=trusted [192.0.2.1] A=plain:root P=esmtpsa"@example.com',
      helo: 'evil',
      clientIp: '203.0.113.201',
      auth: null,
      size: 400,
    });
  });

  test('a junk helo may hold an address', () => {
    expect(readOf('<= m@example.com H=(evil] [192.0.2.1) [203.0.113.201] P=esmtp S=401').clientIp).toBe(
      '203.0.113.201',
    );
    expect(
      readLine(
        'H=(a) [192.0.2.1] rejected ...) [203.0.113.9] F=<x@example.com> rejected RCPT <y@example.net>: no',
      ),
    ).toMatchObject({
      clientIp: '203.0.113.9',
      impliedCode: 550,
    });
  });

  test('an ident answer may hold an address', () => {
    expect(
      readOf('<= p@example.com H=mx3.example.com [192.0.2.33] U=my login [192.0.2.66] P=smtp S=800'),
    ).toMatchObject({
      clientIp: '192.0.2.33',
      size: 800,
    });
    expect(
      readOf('<= p@example.com H=mx3.example.com [192.0.2.33] U=x P=esmtpsa A=plain:root P=smtp S=800').auth,
    ).toBeNull();
  });

  test('a subject may hold flags and fields', () => {
    expect(
      readOf(
        '<= e@example.org H=phone.example.org [2001:db8::77] P=esmtpsa A=dovecot_login:erin S=4410 T="Re: \\"q\\" H=spoof [192.0.2.99] A=plain:root" for f@example.com',
      ),
    ).toMatchObject({ clientIp: '2001:db8::77', account: 'erin', recipients: 1 });
  });

  test('an argument may imitate a rejection', () => {
    expect(
      readLine(
        'H=(evil) [203.0.113.201] F=<m@example.com> rejected RCPT <"x> temporarily rejected RCPT <y>: 452 4.2.2 full"@example.net>: relay not permitted',
      ),
    ).toMatchObject({
      status: 'rejected',
      replyCode: null,
      impliedCode: 550,
      recipient: '"x> temporarily rejected RCPT <y>: 452 4.2.2 full"@example.net',
      replyText: 'relay not permitted',
    });
  });

  test('a quoted command may hold a peer', () => {
    expect(
      readLine(
        'SMTP protocol error in "AUTH LOGIN" H=(test) [192.0.2.1]" H=(real) [203.0.113.201] AUTH command used when not advertised',
      ),
    ).toMatchObject({
      clientIp: '203.0.113.201',
      helo: 'real',
      auth: { mechanism: 'LOGIN', outcome: 'refused' },
    });
  });

  test('sizes, ports, ids and addresses are never codes', () => {
    expect(
      readOf(
        '== 452@example.com R=d T=remote_smtp defer (110): Connection timed out H=mx [192.0.2.50]:587: SMTP timeout after end of data (550552 bytes written)',
      ).replyCode,
    ).toBeNull();
    expect(readOf('<= 550@example.com H=[192.0.2.50]:535 P=smtp S=452').replyCode).toBeNull();
  });
});
