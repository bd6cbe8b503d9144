// Attempts that no line tells of: the client went away while the server waited for its answer to a challenge.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Auth } from '../../src/aggregate/auth.ts';
import type { MailEvent } from '../../src/model/event.ts';
import { denied, event, MINUTE, NOON, usedLogin } from '../support/event.ts';

const connect = event({ kind: 'connect', direction: 'inbound' });
/** "lost connection after AUTH from unknown[203.0.113.9]" */
const lost = event({ kind: 'lost', direction: 'inbound', stage: 'auth' });

/** "disconnect from unknown[203.0.113.9] ehlo=1 auth=0/2 commands=1/3" */
function end(succeeded: number, tried: number, fields: Partial<MailEvent> = {}): MailEvent {
  const counters = new Map([['auth', [succeeded, tried] as const]]);
  return event({ kind: 'disconnect', direction: 'inbound', counters, ...fields });
}

function seen(...events: MailEvent[]): Auth {
  const auth = new Auth();
  for (const each of events) auth.add(each);
  return auth;
}

function aborted(...events: MailEvent[]): number {
  return seen(...events).view(10).aborted;
}

describe('a client that leaves after AUTH', () => {
  it('left in the middle of it when one command has neither success nor failure', () => {
    expect(aborted(connect, lost, end(0, 1))).toBe(1);
    expect(aborted(connect, denied(), denied(), lost, end(0, 3))).toBe(1);
    expect(aborted(connect, usedLogin(), lost, end(1, 2))).toBe(1);
  });

  it('left after the verdict when every command has one', () => {
    expect(aborted(connect, denied(), lost, end(0, 1))).toBe(0);
    expect(aborted(connect, denied({}, { repeat: 2 }), lost, end(0, 2))).toBe(0);
    expect(aborted(connect, lost, end(1, 1))).toBe(0);
    expect(aborted(connect, denied({ outcome: 'refused' }), lost, end(0, 1))).toBe(0);
  });

  it('may also have fallen silent', () => {
    const silent = event({ kind: 'timeout', direction: 'inbound', stage: 'auth', impliedCode: 421 });
    expect(aborted(connect, silent, end(0, 1))).toBe(1);
  });

  it('is one attempt, however many commands are without a line', () => {
    expect(aborted(connect, lost, end(0, 3))).toBe(1);
  });

  it('is none without counters, after another command, or when the client said goodbye', () => {
    expect(aborted(connect, lost, event({ kind: 'disconnect', direction: 'inbound' }))).toBe(0);
    expect(aborted(connect, event({ ...lost, stage: 'rcpt' }), end(0, 1))).toBe(0);
    expect(aborted(connect, end(0, 1))).toBe(0);
  });

  it('says nothing about the next client of the same process, or another process', () => {
    expect(aborted(connect, lost, connect, end(0, 1))).toBe(0);
    expect(aborted(connect, lost, end(0, 1, { pid: 101 }))).toBe(0);
  });
});

describe('the challenge that was open', () => {
  const session = [connect, lost, end(0, 1)];

  it('is proven where the service is known to judge logins, before or after', () => {
    for (const proof of [denied({ challengesTypical: 0 }), usedLogin({ challengesTypical: 0 }), end(1, 1)]) {
      expect(seen(proof, connect, ...session).view(10).challenges.implied_at_least).toBe(1);
      const { implied, implied_at_least: proven } = seen(...session, proof).view(10).challenges;
      expect([implied, proven]).toEqual([1, 1]);
    }
  });

  it('is not where it may have answered 503: port 25 without AUTH, beside submission', () => {
    const submission = denied({ challengesTypical: 0 }, { program: 'postfix/submission/smtpd' });
    expect(seen(...session).view(10).challenges.implied).toBe(0);
    expect(seen(submission, ...session).view(10).challenges.implied).toBe(0);
  });

  it('is printed, and not implied, in a session whose dialogue is traced', () => {
    const traced = [connect, lost, end(0, 1, { replyRole: 'repeated' })];
    const view = seen(denied({ challengesTypical: 0 }), ...traced).view(10);
    expect(view).toMatchObject({ aborted: 1, challenges: { implied: 0 } });
  });
});

it('counts the same wherever the log is cut', () => {
  const line = fc.constantFrom(
    connect,
    denied({ challengesMin: 1 }),
    denied({ outcome: 'refused' }),
    usedLogin(),
    lost,
    end(0, 1),
    end(0, 2),
    end(1, 3),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.array(fc.nat(14), { maxLength: 4 }), (lines, ends) => {
      const events = lines.map((each, minute) => ({ ...each, time: NOON + minute * MINUTE }));
      const merged = new Auth();
      let start = 0;
      for (const cut of [...ends.sort((a, b) => a - b), events.length]) {
        merged.merge(structuredClone(seen(...events.slice(start, cut))));
        start = Math.max(start, cut);
      }
      expect(merged.view(10)).toEqual(seen(...events).view(10));
    }),
    { numRuns: 1000 },
  );
});

it('does not forget how often a client was denied before the log was cut', () => {
  const before = seen(connect);
  const tries = Array.from({ length: 100 }, () => denied());
  before.merge(structuredClone(seen(...tries)));
  before.merge(structuredClone(seen(...tries, lost, end(0, 200))));
  expect(before.view(10).aborted).toBe(0);
});
