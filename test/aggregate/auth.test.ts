import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Auth } from '../../src/aggregate/auth.ts';
import type { MailEvent } from '../../src/model/event.ts';
import { denied, disconnect, event, HOUR, MINUTE, NOON, usedLogin } from '../support/event.ts';

function seen(...events: MailEvent[]): Auth {
  const auth = new Auth();
  for (const each of events) auth.add(each);
  return auth;
}

describe('attempts', () => {
  it('counts by outcome, and an attempt that another line reports not at all', () => {
    const { attempts, succeeded, failed, temporary, aborted, refused } = seen(
      denied(),
      denied({ counts: false }),
      denied({ outcome: 'tempfail' }, { impliedCode: 454 }),
      denied({ outcome: 'aborted' }, { impliedCode: 501 }),
      denied({ outcome: 'refused' }, { impliedCode: 504 }),
      denied({ outcome: 'session' }),
      denied({ outcome: 'command' }),
      usedLogin(),
    ).view(10);
    expect({ attempts, succeeded, failed, temporary, aborted, refused }).toEqual({
      attempts: 5,
      succeeded: 1,
      failed: 1,
      temporary: 1,
      aborted: 1,
      refused: 1,
    });
  });

  it('counts "auth failed, 3 attempts in 12 secs" three times, and a repeated message as often as it was repeated', () => {
    const auth = seen(denied({ attempts: 3, username: 'bob' }, { repeat: 2 }));
    expect(auth.view(10).failed).toBe(6);
    expect(auth.view(10).accounts).toMatchObject([{ account: 'bob', failed: 6 }]);
    expect(auth.implied.get(535)).toBe(6);
  });

  it('leaves out what a remote server says to our own login', () => {
    expect(
      seen(denied({}, { direction: 'outbound', replyCode: 535, impliedCode: null })).view(10).attempts,
    ).toBe(0);
  });
});

describe('challenges', () => {
  it('counts printed 334 lines and deduces the others from the attempts', () => {
    const auth = seen(
      event({
        kind: 'dialogue',
        direction: 'inbound',
        replyCode: 334,
        auth: denied({ outcome: 'challenge' }).auth,
      }),
      denied({ challengesMin: 1, attempts: 2 }),
      usedLogin({ challengesMin: 1 }),
      denied({ outcome: 'refused', challengesMin: 1 }),
    );
    const { logged, implied, implied_at_least: proven } = auth.view(10).challenges;
    expect([logged, proven]).toEqual([1, 3]);
    expect(implied).toBeGreaterThanOrEqual(proven);
  });

  it('deduces no 334 for IMAP, which has no reply codes', () => {
    const imap = usedLogin(
      { challengesMin: 1 },
      { kind: 'auth', direction: null, impliedCode: null, session: 'a1' },
    );
    const auth = seen(imap);
    expect(auth.view(10)).toMatchObject({ succeeded: 1, challenges: { logged: 0, implied: 0 } });
    expect(auth.implied.size).toBe(0);
  });
});

describe('logins that only their use shows', () => {
  const connect = event({ kind: 'connect', direction: 'inbound' });

  it('counts one for a connection that sent three messages', () => {
    const auth = seen(connect, usedLogin(), usedLogin(), usedLogin(), disconnect(1));
    expect(auth.view(10).succeeded).toBe(1);
    expect(auth.implied.get(235)).toBe(1);
  });

  it('counts one again when the process serves the next client', () => {
    expect(
      seen(connect, usedLogin(), disconnect(1), connect, usedLogin(), disconnect(1)).view(10).succeeded,
    ).toBe(2);
  });

  it('counts a login that sent nothing from the disconnect line', () => {
    const view = seen(connect, disconnect(1)).view(10);
    expect(view.succeeded).toBe(1);
    expect(view.clients).toMatchObject([{ client: '192.0.2.7', succeeded: 1, accounts: 0 }]);
    expect(view.accounts).toEqual([]);
  });

  it('counts what the disconnect line has more than the messages showed', () => {
    expect(seen(connect, usedLogin(), disconnect(2)).view(10).succeeded).toBe(2);
  });

  it('counts messages of two processes as two logins', () => {
    expect(seen(usedLogin({}, { pid: 1 }), usedLogin({}, { pid: 2 })).view(10).succeeded).toBe(2);
  });

  it('counts another user, and the same one after an hour of silence, as a new login', () => {
    const later = usedLogin({}, { time: NOON + 2 * HOUR });
    expect(seen(usedLogin(), usedLogin({ username: 'bob' }), later).view(10).succeeded).toBe(3);
  });

  it('counts each line when nothing ties them together', () => {
    expect(seen(usedLogin({}, { pid: null }), usedLogin({}, { pid: null })).view(10).succeeded).toBe(2);
  });

  it('counts every login line as a login', () => {
    const login = usedLogin({}, { kind: 'auth', program: 'dovecot' });
    expect(seen(login, login).view(10).succeeded).toBe(2);
  });

  it('does not imply a 235 that a protocol trace prints', () => {
    const auth = seen(usedLogin({}, { replyRole: 'repeated' }));
    expect(auth.view(10).succeeded).toBe(1);
    expect(auth.implied.size).toBe(0);
  });

  it('counts the same wherever the log is cut', () => {
    const line = fc.constantFrom('connect', 'use', 'use', 'useByOther', 'end', 'endOfTwo', 'endOld');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.array(fc.nat(14), { maxLength: 4 }),
        (lines, ends) => {
          const events = lines.map((kind, minute) => sessionLine(kind, NOON + minute * MINUTE));
          const cuts = [...ends.sort((a, b) => a - b), events.length];
          const merged = new Auth();
          let start = 0;
          for (const end of cuts) {
            merged.merge(structuredClone(seen(...events.slice(start, end))));
            start = Math.max(start, end);
          }
          expect(merged.view(10)).toEqual(seen(...events).view(10));
          expect(merged.implied.get(235) ?? 0).toBe(merged.view(10).succeeded);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function sessionLine(kind: string, time: number): MailEvent {
  if (kind === 'connect') return event({ kind: 'connect', direction: 'inbound', time });
  if (kind === 'use') return usedLogin({ challengesMin: 1 }, { time });
  if (kind === 'useByOther') return usedLogin({ username: 'bob' }, { time });
  return disconnect(kind === 'end' ? 1 : kind === 'endOfTwo' ? 2 : null, { time });
}

describe('accounts and clients', () => {
  it('shows how many accounts an address tried, and which let it in', () => {
    const tries = Array.from({ length: 212 }, (_, index) => denied({ username: `user${index}` }));
    const ip = { clientIp: '203.0.113.9' };
    const [client] = seen(
      ...tries,
      usedLogin({ ...ip, username: 'user7' }, { pid: 1 }),
      usedLogin({ ...ip, username: 'eve' }, { pid: 2 }),
    ).view(10).clients;
    expect(client).toMatchObject({ client: '203.0.113.9', failed: 212, succeeded: 2, accounts: 213 });
    expect(client?.let_in).toEqual(['user7', 'eve']);
  });

  it('stays bounded under a flood of names, and keeps who really logs in and who is really attacked', () => {
    const auth = new Auth(100, 100);
    for (let at = 0; at < 20_000; at++) {
      auth.add(denied({ username: `flood${at}`, clientIp: `198.51.${at >> 8}.${at & 255}` }));
      if (at % 100 === 0) auth.add(denied({ username: 'admin', clientIp: '203.0.113.9' }));
      if (at === 50) auth.add(usedLogin());
    }
    const view = auth.view(1000);
    expect(auth.accounts.rows.size).toBeLessThanOrEqual(150);
    expect(auth.clients.rows.size).toBeLessThanOrEqual(150);
    expect(view.accounts[0]).toMatchObject({ account: 'admin', failed: 200 });
    expect(view.clients[0]).toMatchObject({ client: '203.0.113.9', failed: 200 });
    expect(view.accounts.some((row) => row.account === 'anna@example.org' && row.succeeded === 1)).toBe(true);
    const rows = view.accounts.reduce((sum, row) => sum + row.failed + row.succeeded, 0);
    expect(rows + view.folded.accounts).toBe(20_201);
    expect(view.failed).toBe(20_200);
  });
});

describe('outage of the verifier', () => {
  it('tells how many accounts met it, and when', () => {
    const down = ['anna', 'bob', 'anna'].map((username, minute) =>
      denied({ outcome: 'tempfail', username }, { impliedCode: 454, time: NOON + minute * MINUTE }),
    );
    expect(seen(...down).view(10).outage).toEqual({
      accounts: 2,
      first: '2026-11-23T12:00:00.000Z',
      last: '2026-11-23T12:02:00.000Z',
    });
    expect(seen().view(10).outage).toEqual({ accounts: 0, first: null, last: null });
  });
});
