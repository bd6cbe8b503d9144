import { describe, expect, it } from 'vitest';
import { classifyEvent, createClassifier } from '../../src/classify/index.ts';
import type { MailEvent } from '../../src/model/event.ts';
import { authFacts, event } from '../support/event.ts';

const classifier = createClassifier();

function classified(fields: Partial<MailEvent>): MailEvent {
  const given = event(fields);
  classifyEvent(given, classifier);
  return given;
}

describe('the reason of an event', () => {
  it('is that of the reply it prints', () => {
    const reply = {
      replyCode: 550,
      enhancedCode: '5.1.1',
      replyText: '550 5.1.1 <bob@example.org>: User unknown',
    };
    expect(classified({ kind: 'reject', ...reply })).toMatchObject({
      reason: 'no-such-user',
      rule: 'generic:no-such-user-text',
      storage: null,
      storageOurs: null,
    });
  });

  it('is that of the outcome text where no server spoke', () => {
    const texts = [
      ['connect to mx.example.org[192.0.2.1]:25: Connection timed out', '4.4.1', 'network'],
      [
        'Host or domain name not found. Name service error for name=example.org type=MX: Host not found, try again',
        '4.4.3',
        'dns',
      ],
      ['lost connection with mx.example.org[192.0.2.1] while sending RCPT TO', '4.4.2', 'network'],
      ['mail for example.org loops back to myself', '5.4.6', 'loop'],
      ['unknown user: "bob"', '5.1.1', 'no-such-user'],
      ['Command died with status 1: "/usr/bin/filter"', '5.3.0', 'remote-error'],
    ] as const;
    const reasons = texts.map(
      ([replyText, dsn]) => classified({ kind: 'delivery', status: 'deferred', dsn, replyText }).reason,
    );
    expect(reasons).toEqual(texts.map(([, , reason]) => reason));
  });

  it('is accepted for a delivery, whatever the text calls it', () => {
    expect(classified({ kind: 'delivery', status: 'sent', replyText: 'delivered to mailbox' }).reason).toBe(
      'accepted',
    );
  });

  it('is a protocol error when a message fails although the server said yes', () => {
    const reply = { replyCode: 250, enhancedCode: '2.0.0', replyText: '250 2.0.0 Ok' };
    expect(classified({ kind: 'delivery', status: 'bounced', ...reply }).reason).toBe('protocol-error');
    expect(classified({ kind: 'delivery', status: 'sent', ...reply }).reason).toBe('accepted');
  });

  it.each([
    ['success', 235, 'auth-ok'],
    ['failure', 535, 'auth-failed'],
    ['tempfail', 454, 'auth-temp'],
    ['aborted', 501, 'auth-failed'],
    ['refused', 503, 'auth-mechanism'],
    ['challenge', 334, 'auth-challenge'],
  ] as const)('of an attempt to log in follows its outcome: %s', (outcome, impliedCode, reason) => {
    expect(classified({ kind: 'auth', impliedCode, auth: authFacts({ outcome }) }).reason).toBe(reason);
  });

  it('of an attempt to log in follows the words where they are about logging in', () => {
    const auth = authFacts({ outcome: 'failure' });
    const appPassword = { replyCode: 535, enhancedCode: '5.7.8', replyText: '535 5.7.8 Use an app password' };
    expect(classified({ kind: 'auth', auth, ...appPassword }).reason).toBe('auth-mechanism');
    const odd = { replyCode: 553, enhancedCode: null, replyText: '553 Nope' };
    expect(classified({ kind: 'auth', auth, ...odd }).reason).toBe('auth-failed');
  });

  it('of a reply that is not printed is that of its code, its kind of line, or both', () => {
    expect(classified({ kind: 'arrival', impliedCode: 250 }).reason).toBe('accepted');
    expect(classified({ kind: 'timeout', impliedCode: 421 }).reason).toBe('network');
    expect(classified({ kind: 'rate-limit', impliedCode: 450 }).reason).toBe('rate-limited');
    expect(classified({ kind: 'rate-limit', impliedCode: 450, auth: authFacts() }).reason).toBe('auth-temp');
    expect(
      classified({ kind: 'reject', impliedCode: 552, replyText: 'message too big: size=9 max=5' }).reason,
    ).toBe('message-too-big');
  });

  it('of a wordless 550 depends on the command that it answers', () => {
    const bare = { kind: 'reject', replyCode: 550, replyText: '550' } as const;
    expect(classified({ ...bare, stage: 'rcpt' }).reason).toBe('no-such-user');
    expect(classified({ ...bare, stage: 'mail' }).reason).toBe('sender-rejected');
    expect(classified({ ...bare, stage: 'eod' }).reason).toBe('policy');
  });

  it('is null where nothing was said and nothing came out', () => {
    for (const kind of ['connect', 'disconnect', 'arrival', 'queued', 'completed', 'notice'] as const) {
      expect(classified({ kind })).toMatchObject({ reason: null, rule: null, storage: null });
    }
  });
});

describe('the storage of an event', () => {
  const full = {
    replyCode: 452,
    enhancedCode: '4.3.1',
    replyText: '452 4.3.1 Insufficient system storage',
  } as const;
  const quota = {
    replyCode: 552,
    enhancedCode: '5.2.2',
    replyText: '552 5.2.2 Quota exceeded (mailbox for user is full)',
  } as const;

  it('is ours when our server says it, theirs when theirs does', () => {
    expect(classified({ kind: 'reject', direction: 'inbound', ...full })).toMatchObject({
      storage: 'queue-disk',
      storageOurs: true,
    });
    expect(
      classified({ kind: 'delivery', direction: 'outbound', relay: 'mx.example.org', ...full }),
    ).toMatchObject({
      storage: 'remote-system',
      storageOurs: false,
    });
  });

  it('is ours behind LMTP and on the loopback address', () => {
    const outbound = { kind: 'delivery', direction: 'outbound' } as const;
    expect(classified({ ...outbound, program: 'postfix/lmtp', ...quota }).storageOurs).toBe(true);
    expect(
      classified({ ...outbound, program: 'postfix/smtp', relayIp: '127.0.0.1', ...full }).storageOurs,
    ).toBe(true);
    const text =
      '1w1JvV-000000001H2-000A == u@example.net R=r T=dovecot_lmtp defer (-44): LMTP error after RCPT TO:<u@example.net>: 452';
    expect(classified({ ...outbound, program: 'exim', text, ...quota }).storageOurs).toBe(true);
    expect(
      classified({ ...outbound, program: 'postfix/smtp', relayIp: '192.0.2.1', ...quota }).storageOurs,
    ).toBe(false);
  });

  it('is theirs when our reply only passes on what they told us', () => {
    const replyText =
      '450 4.1.1 <bob@example.org>: Recipient address rejected: unverified address: host mx.example.org[192.0.2.1] said: 452 4.2.2 Mailbox full';
    expect(
      classified({ kind: 'reject', direction: 'inbound', replyCode: 450, enhancedCode: '4.1.1', replyText }),
    ).toMatchObject({ storage: 'mailbox-quota', storageOurs: false });
  });

  it.each([
    [
      'cannot update mailbox /var/mail/bob for user bob. error writing message: File too large',
      'mailbox-quota',
    ],
    [
      'cannot update mailbox /var/mail/bob for user bob. error writing message: Disk quota exceeded',
      'mailbox-quota',
    ],
    [
      'cannot update mailbox /var/mail/bob for user bob. error writing message: No space left on device',
      'queue-disk',
    ],
    [
      "maildir delivery failed: Sorry, the user's maildir has overdrawn his diskspace quota, please try again later.",
      'mailbox-quota',
    ],
    ['temporary failure. Command output: maildrop: maildir over quota.', 'mailbox-quota'],
    ['message too large', 'message-size'],
    ['temporary failure', null],
    ['alias database unavailable', null],
    // Exim: the process limit, not known to be the mailbox.
    ['File too large: error while writing to /var/mail/bob', null],
  ] as const)('of a delivery on this host: %s', (replyText, storage) => {
    expect(
      classified({ kind: 'delivery', direction: 'local', status: 'deferred', dsn: '4.3.0', replyText })
        .storage,
    ).toBe(storage);
  });

  it('is not seen in a code whose text says something else, or only a shortage', () => {
    for (const replyText of [
      '452 4.3.1 not now',
      '452 4.3.1 Insufficient system resources',
      '452 4.3.1 Out of memory',
    ]) {
      expect(
        classified({
          kind: 'delivery',
          direction: 'outbound',
          replyCode: 452,
          enhancedCode: '4.3.1',
          replyText,
        }).storage,
      ).toBeNull();
    }
  });

  it('stays what the dialect said', () => {
    expect(classified({ kind: 'storage', storage: 'inode', direction: 'inbound' })).toMatchObject({
      storage: 'inode',
      storageOurs: true,
      reason: 'storage-system-full',
    });
    expect(
      classified({ kind: 'storage', storage: 'queue-disk', storageOurs: false, ...full }).storageOurs,
    ).toBe(false);
  });
});
