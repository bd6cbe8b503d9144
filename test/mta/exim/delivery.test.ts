import { describe, expect, test } from 'vitest';
import { readOf } from './reading.ts';

describe('a delivery', () => {
  test('to a remote server carries its reply', () => {
    expect(
      readOf(
        '=> leo@example.net F=<judy@example.com> P=<judy@example.com> R=dnslookup T=remote_smtp S=15544 H=mx7.example.net [2001:db8::25]:25* I=[2001:db8::1]:40114 TFO* X=TLS1.3:TLS_AES_256_GCM_SHA384:256* CV=dane DN="CN=mx7" A=smarthost_login:relayuser L* K DKIM=example.com:sel1 C="250- 15544 byte chunk, total 15720\\\\n250 2.0.0 OK id=1w0a" QT=1m1.9s DT=0.6s',
      ),
    ).toMatchObject({
      kind: 'delivery',
      direction: 'outbound',
      status: 'sent',
      stage: 'eod',
      replyCode: 250,
      enhancedCode: '2.0.0',
      replyRole: 'said',
      recipient: 'leo@example.net',
      sender: 'judy@example.com',
      size: 15544,
      relay: 'mx7.example.net',
      relayIp: '2001:db8::25',
      delay: 61.9,
      auth: { mechanism: 'LOGIN', username: 'relayuser', outcome: 'success', clientIp: null, counts: false },
    });
  });

  test.each([
    ['bob <bob@example.net> R=local_user T=mail_spool', 'bob', 'bob@example.net', 'sent'],
    [
      '|/usr/bin/procmail -d v (v@example.net) <p@example.net> R=procmail T=address_pipe',
      '|/usr/bin/procmail -d v',
      'p@example.net',
      'sent',
    ],
    [
      '/home/w/mail/.Sent Items/ <w@example.net> R=userforward T=address_directory',
      '/home/w/mail/.Sent Items/',
      'w@example.net',
      'sent',
    ],
    [
      '/dev/null <trash@example.net> R=userforward T=**bypassed**',
      '/dev/null',
      'trash@example.net',
      'discarded',
    ],
    [':blackhole: <noreply@example.net> R=system_aliases', ':blackhole:', 'noreply@example.net', 'discarded'],
    ['discarded <low@example.net> R=userforward', 'discarded', 'low@example.net', 'discarded'],
    [
      '>vacation@example.org <w@example.net> R=userforward T=address_reply',
      '>vacation@example.org',
      'w@example.net',
      'sent',
    ],
  ])('local: %s', (text, recipient, originalRecipient, status) => {
    expect(readOf(`=> ${text}`)).toMatchObject({
      direction: 'local',
      recipient,
      originalRecipient,
      status,
      replyCode: null,
    });
  });

  test('names of transports may hold blanks, confirmations quotes', () => {
    expect(
      readOf(
        '=> z@example.com (t@x, a@x) <e@example.net> R=dns T=remote smtp via vpn H=mx.example.com [192.0.2.50]:2525* C="250 2.6.0 <a=b> [InternalId=42] Queued \\"for\\" delivery"',
      ),
    ).toMatchObject({
      recipient: 'z@example.com',
      originalRecipient: 'e@example.net',
      relayIp: '192.0.2.50',
      enhancedCode: '2.6.0',
      replyText: '250 2.6.0 <a=b> [InternalId=42] Queued \\"for\\" delivery',
    });
  });

  test('suppressed by -N is none', () => {
    expect(
      readOf(
        '*> t@example.com R=d T=remote_smtp H=mx.example.com [192.0.2.50] C="delivery bypassed by -N option"',
      ),
    ).toMatchObject({ status: 'suppressed', replyCode: null, replyRole: 'not-sent' });
  });

  test('of a discarded message: our client was told 250', () => {
    expect(readOf('=> blackhole (DATA ACL discarded recipients): junk')).toMatchObject({
      kind: 'discard',
      direction: 'inbound',
      status: 'discarded',
      impliedCode: 250,
      stage: 'eod',
    });
  });
});
