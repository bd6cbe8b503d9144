import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/findings/index.ts';
import type { AuthFacts, MailEvent } from '../../src/model/event.ts';
import type { Finding } from '../../src/model/snapshot.ts';
import {
  delivery,
  denied,
  diskFull,
  event,
  HOUR,
  mailboxFull,
  MINUTE,
  NOON,
  usedLogin,
} from '../support/event.ts';
import { snapshotOf } from '../support/snapshot.ts';

function found(...events: MailEvent[]): Finding[] {
  return snapshotOf(events).findings;
}

function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, id }) => `${severity} ${id}`);
}

function times(count: number, make: (index: number) => MailEvent): MailEvent[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const guess = (facts: Partial<AuthFacts>, minute: number): MailEvent =>
  denied(facts, { time: NOON + minute * MINUTE });

describe('a healthy log', () => {
  it('gives nothing above a notice', () => {
    const quiet = [
      ...times(500, () => delivery({ status: 'sent', replyCode: 250, reason: 'accepted' })),
      ...times(80, (index) => usedLogin({}, { pid: index })),
      ...times(30, (index) =>
        guess({ clientIp: `198.51.100.${index}`, username: 'admin', attempts: 2 }, index * 20),
      ),
      ...times(15, () => delivery({ status: 'deferred', replyCode: 450, reason: 'greylisted' })),
      ...times(3, () => mailboxFull()),
      ...times(2, () =>
        delivery({ status: 'deferred', reason: 'network', relay: null, recipient: 'a@gone.example' }),
      ),
      ...times(40, () =>
        diskFull({
          replyCode: 554,
          status: 'rejected',
          reason: 'reputation-blocked',
          storage: null,
          stage: 'rcpt',
        }),
      ),
    ];
    expect(found(...quiet).filter(({ severity }) => severity !== 'notice')).toEqual([]);
    expect(found()).toEqual([]);
  });
});

describe('our own disk', () => {
  it('is critical at the first line', () => {
    expect(brief(found(diskFull()))).toEqual(['critical own-disk:mx1 spool']);
    expect(brief(found(diskFull({ host: null })))).toEqual(['critical own-disk:our spool']);
  });

  it('is a warning for a lone 451, which may be a milter that broke off', () => {
    expect(brief(found(diskFull({ replyCode: 451, enhancedCode: '4.3.0' })))).toEqual([
      'warning own-disk:mx1 spool',
    ]);
  });

  it('says how much, how little room there was, and where to look on a Postfix host', () => {
    const low = { kind: 'storage', storageCounts: false, freeBytes: 45_056_000 } as const;
    const [finding] = found(...times(131, (index) => diskFull({ time: NOON + index * MINUTE })), event(low));
    expect(finding).toMatchObject({
      title: 'mx1 spool full: mail turned away 131 times',
      evidence: '131 x 452 4.3.1; free space went down to 43 MiB',
      from: '2026-11-23T12:00:00.000Z',
      to: '2026-11-23T14:10:00.000Z',
      count: 131,
    });
    expect(finding?.hint.steps[0]).toContain('df -i "$(postconf -h queue_directory)"');
    expect(finding?.hint.steps.join()).not.toContain('exim');
  });

  it('is one finding for blocks and inodes of a server, but not for two servers', () => {
    const inode = diskFull({ kind: 'storage', storage: 'inode', replyCode: null, status: null });
    expect(brief(found(diskFull(), inode, diskFull({ host: 'mx2' })))).toEqual([
      'critical own-disk:mx1 spool',
      'critical own-disk:mx2 spool',
    ]);
  });

  it("names the commands of the program that said so, and adds no other server's refusals", () => {
    const [exim, postfix] = found(
      ...times(9, () => diskFull({ mta: 'exim', host: 'mx2' })),
      ...times(2, () => diskFull()),
    );
    expect(exim).toMatchObject({ id: 'own-disk:mx2 spool', count: 9, evidence: '452 4.3.1' });
    expect(exim?.hint.steps[0]).toContain('$(exim -n -bP spool_directory)');
    expect(exim?.hint.steps.join()).not.toContain('postconf');
    expect(postfix?.hint.steps.join()).not.toContain('exim');
  });

  it("comes before a stranger's full mailbox, however often that was refused", () => {
    const [first] = found(...times(900, () => mailboxFull()), diskFull());
    expect(first?.id).toBe('own-disk:mx1 spool');
  });
});

describe('mailboxes', () => {
  const own = (recipient: string): MailEvent =>
    mailboxFull({ recipient, storageOurs: true, relay: 'mx1[private/lmtp]' });

  it('of ours are a warning when mail is refused again and again, of theirs a notice', () => {
    const findings = found(...times(11, () => own('anna@example.org')), ...times(500, () => mailboxFull()));
    expect(brief(findings)).toEqual([
      'warning own-mailbox:anna@example.org',
      'notice remote-mailbox:carol@example.com',
    ]);
    expect(findings[0]?.hint.owner).toBe('recipient');
  });

  it('of one domain are one finding when there are many', () => {
    const findings = found(...times(8, (index) => own(`u${index}@example.org`)));
    expect(findings.map(({ severity, title }) => [severity, title])).toEqual([
      ['warning', '8 mailboxes of example.org full: refused 8 times'],
    ]);
  });

  it('of a name that is longer than any address do not fill the page', () => {
    const [finding] = found(...times(11, () => own(`${'a'.repeat(2000)}@example.org`)));
    expect(finding?.title).toHaveLength('a'.repeat(80).length + ' full: refused 11 times'.length);
    expect(finding?.hint.steps.join().length).toBeLessThan(600);
  });

  it('of many strangers do not fill the page', () => {
    const findings = found(...times(40, (index) => mailboxFull({ recipient: `u@d${index}.example` })));
    expect(findings).toHaveLength(6);
    expect(findings.at(-1)?.title).toBe('35 more mailboxes full: refused 35 times');
  });
});

describe('another server without room', () => {
  it('is a warning from three messages on', () => {
    const refusal = (queueId: string): MailEvent =>
      mailboxFull({ storage: 'remote-system', reason: 'storage-system-full', queueId });
    expect(brief(found(refusal('A'), refusal('A'), refusal('B')))).toEqual([
      'notice remote-disk:mx.example.com',
    ]);
    expect(brief(found(refusal('A'), refusal('B'), refusal('C')))).toEqual([
      'warning remote-disk:mx.example.com',
    ]);
  });

  it('on this host is ours, behind a content filter', () => {
    expect(brief(found(mailboxFull({ storage: 'remote-system', relay: '127.0.0.1' })))).toEqual([
      'critical filter-disk',
    ]);
  });
});

describe('logins', () => {
  it('that many failures and a few successes of one address are, are critical: lock first, then ban', () => {
    const [finding] = found(
      ...times(212, (index) => guess({ username: `user${index}` }, index)),
      usedLogin({ clientIp: '203.0.113.9', username: 'eve' }, { pid: 1 }),
    );
    expect(finding).toMatchObject({
      severity: 'critical',
      id: 'broke-in:203.0.113.9',
      title: '203.0.113.9 tried 213 accounts, let in once',
      evidence: '1 address, 213 accounts, 212 failed, 1 let in, within 3 h 31 min',
    });
    expect(finding?.hint.steps).toEqual([
      'set a new password for eve and end its sessions',
      'mailtop events --account eve (what was sent since)',
      'then ban 203.0.113.9 (fail2ban jails postfix-sasl, exim, dovecot)',
    ]);
  });

  it('that fail ten times in ten minutes are guessing, thirty times in a day too; fewer are people', () => {
    expect(brief(found(...times(10, (index) => guess({ username: 'anna' }, index))))).toEqual([
      'warning brute-force:203.0.113.9',
    ]);
    expect(brief(found(...times(30, (index) => guess({ username: 'anna' }, index * 40))))).toEqual([
      'warning brute-force:203.0.113.9',
    ]);
    expect(found(...times(4, (index) => guess({ username: 'anna' }, index)))).toEqual([]);
  });

  it('on ten accounts are a spray', () => {
    expect(brief(found(...times(12, (index) => guess({ username: `u${index}` }, index / 2))))).toEqual([
      'warning password-spray:203.0.113.9',
    ]);
  });

  it('of an office behind one address are none of these', () => {
    const office = times(40, (index) => guess({ username: `u${index}` }, index));
    expect(
      found(...office, ...times(60, (index) => usedLogin({ clientIp: '203.0.113.9' }, { pid: index }))),
    ).toEqual([]);
  });

  it('of a phone with an old password are a matter of asking', () => {
    const phone = times(40, (index) => guess({ username: 'anna', clientIp: '192.0.2.44' }, index * 15));
    const [finding] = found(usedLogin({ username: 'anna', clientIp: '192.0.2.44' }), ...phone);
    expect(finding).toMatchObject({ severity: 'notice', id: 'old-password:192.0.2.44' });
    expect(finding?.hint.summary).toContain('Ask before a ban');
  });

  it('of a botnet that gets nowhere are one line', () => {
    const bots = times(300, (index) =>
      guess({ clientIp: `198.51.100.${index}`, username: `u${index % 150}` }, index),
    );
    const findings = found(...bots);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: 'notice',
      title: '300 failed logins from 300 addresses, none let in',
    });
  });

  it('of many addresses at somebody who really logs in here are a warning', () => {
    const siege = times(12, (index) =>
      guess({ clientIp: `198.51.100.${index}`, username: 'anna@example.org' }, index),
    );
    expect(brief(found(usedLogin(), ...siege))).toContain('warning distributed-guessing:anna@example.org');
    expect(brief(found(...siege))).toContain('notice distributed-guessing:anna@example.org');
  });

  it('that nobody could check are an outage, and nobody is to be banned', () => {
    const down = (minute: number): MailEvent =>
      denied(
        { outcome: 'tempfail', username: `u${minute}` },
        { impliedCode: 454, time: NOON + minute * MINUTE },
      );
    const [finding] = found(down(0), down(1), down(2));
    expect(finding).toMatchObject({
      severity: 'critical',
      id: 'verifier-outage',
      title: 'The login verifier was down: 3 logins of 3 accounts could not be checked',
      from: '2026-11-23T12:00:00.000Z',
      to: '2026-11-23T12:02:00.000Z',
    });
    expect(finding?.hint.summary).toContain('Do not ban');
    expect(brief(found(down(0), down(1), down(2), usedLogin()))).toEqual(['warning verifier-outage']);
    expect(brief(found(down(0)))).toEqual(['notice verifier-outage']);
  });

  it('of ours that a smarthost refuses hold everything up', () => {
    const refused = delivery({
      status: 'deferred',
      replyCode: 535,
      reason: 'auth-failed',
      relay: 'smtp.provider.example',
    });
    expect(brief(found(...times(10, () => refused)))).toEqual([
      'critical relay-login:provider.example:auth-failed',
    ]);
  });
});

describe('other servers', () => {
  const told = (reason: MailEvent['reason'], replyCode: number, relay: string): MailEvent =>
    delivery({
      status: replyCode < 500 ? 'deferred' : 'bounced',
      replyCode,
      reason,
      relay,
      replyText: `${replyCode} x`,
    });

  it('that do not trust us are one finding per reason', () => {
    const [finding, ...others] = found(
      told('reputation-blocked', 550, 'mx.a.example'),
      told('reputation-blocked', 550, 'mx.b.example'),
      told('reputation-blocked', 550, 'mx.c.example'),
    );
    expect(finding?.title).toBe(
      'Our address is blocked or has a bad name: 3 refusals by a.example, b.example and 1 other',
    );
    expect(others).toEqual([]);
  });

  it('that find us too fast are one finding per provider', () => {
    const limits = [
      ...times(60, () => told('rate-limited', 421, 'mx1.google.com')),
      ...times(5, () => told('rate-limited', 421, 'mx.yahoo.com')),
    ];
    expect(brief(found(...limits))).toEqual([
      'warning rate-limited:google.com',
      'notice rate-limited:yahoo.com',
    ]);
  });

  it('that cannot be reached are a warning when there are many at once', () => {
    const lost = (domain: string): MailEvent =>
      delivery({ status: 'deferred', reason: 'network', relay: null, recipient: `a@${domain}` });
    expect(brief(found(...times(20, () => lost('one.example'))))).toEqual(['notice network']);
    expect(brief(found(...times(20, (index) => lost(`d${index % 6}.example`))))).toEqual(['warning network']);
  });
});

describe('errors and lines not understood', () => {
  it('are said', () => {
    const fatal = event({
      kind: 'error',
      severity: 'fatal',
      text: 'fatal: open /etc/postfix/main.cf: Permission denied',
    });
    expect(brief(found(fatal))).toEqual(['warning system-error:postfix/smtpd:1']);
    const odd = times(30, (line) => event({ kind: 'unrecognized', line, text: 'odd' }));
    expect(found(...odd)[0]).toMatchObject({
      severity: 'warning',
      id: 'not-understood',
      title: '30 lines not understood, 100 % of the mail lines',
    });
  });
});

describe('every finding', () => {
  const hostile = "x'; reboot #\u202e\x1b[2J\n$(id)`id`@example.org";
  const all = (): Finding[] =>
    found(
      diskFull({ host: hostile }),
      ...times(12, () => mailboxFull({ recipient: hostile, storageOurs: true, relay: hostile })),
      ...times(4, (index) => mailboxFull({ recipient: hostile, queueId: `Q${index}` })),
      ...times(4, (index) => mailboxFull({ storage: 'remote-system', relay: hostile, queueId: `Q${index}` })),
      ...times(40, (index) => guess({ username: hostile, clientIp: hostile }, index)),
      ...times(40, (index) => guess({ username: `${hostile}${index}`, clientIp: '192.0.2.66' }, index)),
      usedLogin({ username: hostile, clientIp: '192.0.2.66' }),
      ...times(9, (index) => guess({ username: hostile, clientIp: `192.0.2.${index}` }, index)),
      ...[
        'rate-limited',
        'dns',
        'network',
        'tls-failed',
        'tls-required',
        'loop',
        'expired',
        'auth-failed',
      ].map((reason) =>
        delivery({
          status: 'deferred',
          replyCode: 450,
          reason: reason as 'dns',
          relay: hostile,
          replyText: hostile,
        }),
      ),
      delivery({
        status: 'bounced',
        replyCode: 550,
        reason: 'reputation-blocked',
        relay: hostile,
        replyText: hostile,
      }),
      event({ kind: 'error', severity: 'panic', program: hostile, text: hostile }),
      event({ kind: 'unrecognized', file: hostile, text: hostile, time: NOON + HOUR }),
      diskFull({ reason: 'resource-pressure', storage: null, replyText: hostile }),
    );

  it('has an id of its own and something to do', () => {
    const findings = all();
    expect(findings.length).toBeGreaterThan(15);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    for (const { title, hint, query } of findings) {
      expect(title).not.toBe('');
      expect(hint.summary).toMatch(/[.]$/);
      expect(hint.steps.length).toBeGreaterThan(0);
      expect(query).toMatch(/^mailtop events /);
    }
  });

  it('sends nothing to the terminal that a log said, and quotes it in commands', () => {
    for (const finding of all()) {
      const text = JSON.stringify(finding);
      expect(text).not.toMatch(/\\u001b|\\n|\u202e/);
      for (const step of [...finding.hint.steps, finding.query]) {
        // Outside of quotes a step may say anything but what the log said.
        const isCommand = /^(mailtop|doveadm|dig|openssl|nc|ban|then ban)/.test(step);
        const unquoted = step.replaceAll(String.raw`'\''`, '').replaceAll(/'[^']*'/g, '');
        expect(isCommand && unquoted.includes('reboot')).toBe(false);
      }
    }
  });

  it('only looks or names a setting', () => {
    for (const { hint } of all()) {
      expect(hint.steps.join('\n')).not.toMatch(
        /\brm\b|-delete|postsuper|exim -M|exipick|truncate|kick|>\s*\//,
      );
    }
  });

  it('is the same for the same snapshot', () => {
    const snapshot = snapshotOf([diskFull(), mailboxFull()]);
    expect(findFindings(snapshot)).toEqual(findFindings(structuredClone(snapshot)));
  });

  it('is ordered by severity', () => {
    const order = all().map(({ severity }) => ['critical', 'warning', 'notice'].indexOf(severity));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
