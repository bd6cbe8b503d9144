import { describe, expect, test } from 'vitest';
import { exim } from '../../../src/mta/exim/index.ts';
import { ID, logLine, readLine, readOf, readWith } from './reading.ts';

describe('a message taken over', () => {
  test('by SMTP: the client was told 250 after the data', () => {
    const event = readOf(
      '<= alice@example.org H=mail.example.org [192.0.2.10] P=esmtps X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no S=2743 id=m1@example.org',
    );
    expect(event).toMatchObject({
      kind: 'arrival',
      direction: 'inbound',
      status: 'accepted',
      stage: 'eod',
      replyCode: null,
      impliedCode: 250,
      sender: 'alice@example.org',
      clientHost: 'mail.example.org',
      clientIp: '192.0.2.10',
      helo: null,
      tls: 'TLS1.3:TLS_AES_256_GCM_SHA384:256',
      size: 2743,
      messageId: 'm1@example.org',
      auth: null,
    });
  });

  test('after a login, with every field there is', () => {
    const event = readOf(
      '<= judy@example.com DS H=mx1.example.com (pc) [2001:db8::25]:41234 I=[198.51.100.1]:25 TFO* Ci=4711 P=esmtpsa L.- SPF X=TLS1.3:TLS_AES_256_GCM_SHA384:256* CV=no DN="CN=mx1,O=\\"A=x:y\\"" SNI=mx.example.net A=plain_server:judy:j@example.com PRDR PRX=192.0.2.250 K S=15320 M8S=8 DKIM=example.com ARC DMARC RT=0.204s Q=slow id*=j1@example.com T="S=1 for x@example.org" from <judy@example.com> for ken@example.net "a b"@example.net',
    );
    expect(event).toMatchObject({
      clientHost: 'mx1.example.com',
      helo: 'pc',
      clientIp: '2001:db8::25',
      session: '[2001:db8::25]:41234',
      tls: 'TLS1.3:TLS_AES_256_GCM_SHA384:256',
      account: 'judy',
      size: 15320,
      messageId: 'j1@example.com',
      recipients: 2,
    });
    expect(event.auth).toMatchObject({
      mechanism: 'PLAIN',
      username: 'judy',
      outcome: 'success',
      clientIp: '2001:db8::25',
      challengesMin: 0,
    });
  });

  test('from a command line: no dialogue, no code', () => {
    expect(readOf('<= root@host1.example.net U=root P=local S=612')).toMatchObject({
      direction: 'local',
      impliedCode: null,
      stage: null,
      sender: 'root@host1.example.net',
      size: 612,
    });
  });

  test('by SMTP on standard input: a dialogue without a host', () => {
    expect(readOf('<= www-data@h.example.net U=www-data P=local-esmtp S=1200')).toMatchObject({
      direction: 'inbound',
      impliedCode: 250,
      clientIp: null,
    });
  });

  test('a bounce names the message it is about', () => {
    expect(readOf('<= <> R=1w1Juv-000000001Dz-0W7E U=Debian-exim P=local S=3501')).toMatchObject({
      sender: '',
      relatedId: '1w1Juv-000000001Dz-0W7E',
      relation: 'bounce-of',
    });
  });

  test('kept, though the client was told a rejection', () => {
    expect(readOf('(= spam@example.com H=(x) [198.51.100.66] P=esmtp S=2020')).toMatchObject({
      kind: 'arrival',
      status: 'accepted',
      impliedCode: 550,
    });
  });
});

test('messages of one client that come at once are one login', () => {
  const reader = exim.reader();
  const text = `${ID} <= a@example.org H=(c) [192.0.2.9] P=esmtpsa A=login:a S=1`;
  const start = Date.UTC(2026, 2, 14, 8);
  const counts = [0, 1000, 60_000].map(
    (later) => readWith(reader, logLine(text, { time: start + later })).auth?.counts,
  );
  expect(counts).toEqual([true, false, true]);
});

test('a flag counts only behind a message id', () => {
  expect(readLine('<= alice@example.org H=[192.0.2.10] P=smtp S=1')).toMatchObject({
    kind: 'notice',
    sender: null,
  });
});
