import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Aggregates, type SnapshotRequest } from '../../src/aggregate/index.ts';
import type { EventKind, MailEvent, Status } from '../../src/model/event.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { authFacts, event, MINUTE, NOON } from '../support/event.ts';

const REQUEST: SnapshotRequest = { top: 1000, version: '0', generatedAt: 0 };

const KINDS: EventKind[] = [
  'connect',
  'disconnect',
  'arrival',
  'delivery',
  'reject',
  'auth',
  'storage',
  'notification',
  'completed',
  'error',
  'unrecognized',
];
const STATUSES: (Status | null)[] = [
  'sent',
  'deferred',
  'bounced',
  'expired',
  'rejected',
  'temp-rejected',
  null,
];

function maybe<T>(values: T[]): fc.Arbitrary<T | null> {
  return fc.constantFrom(null, ...values);
}

const facts = fc.record({
  outcome: fc.constantFrom(
    'success',
    'success',
    'failure',
    'tempfail',
    'aborted',
    'challenge',
    'session' as const,
  ),
  mechanism: maybe(['LOGIN', 'PLAIN']),
  username: maybe(['anna', 'bob', 'carol']),
  clientIp: maybe(['192.0.2.1', '192.0.2.2']),
  challengesMin: fc.constantFrom(0, 1, 2),
  attempts: fc.constantFrom(1, 1, 3),
  counts: fc.constantFrom(true, true, false),
});

/** Few values for every field, so that lines of one connection, place or message meet. */
const anyEvent: fc.Arbitrary<MailEvent> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    minutes: fc.nat(600),
    pid: maybe([1, 2]),
    host: maybe(['mx1', 'mx2']),
    repeat: fc.constantFrom(1, 1, 1, 4),
    replyCode: maybe([250, 334, 452, 535, 552]),
    enhancedCode: maybe(['4.2.2', '5.7.8', 'odd']),
    impliedCode: maybe([235, 250, 535]),
    direction: fc.constantFrom('inbound', 'inbound', 'outbound', 'local', null),
    replyRole: fc.constantFrom('said', 'said', 'said', 'repeated', 'echoed' as const),
    status: fc.constantFrom(...STATUSES),
    reason: maybe(['storage-mailbox-full', 'network', 'auth-failed', 'greylisted'] as const),
    storage: maybe(['mailbox-quota', 'queue-disk', 'remote-system', 'message-size'] as const),
    storageOurs: fc.boolean(),
    queueId: maybe(['Q1', 'Q2', 'Q3']),
    recipient: maybe(['u@example.com', 'v@example.org']),
    relay: maybe(['mx.example.com', 'none']),
    freeBytes: maybe([1e6, 2e6]),
    size: maybe([1000]),
    delay: maybe([0.5, 3, 4000]),
    replyText: maybe(['one', 'two']),
    login: fc.option(facts, { nil: null }),
    logins: fc.constantFrom(null, 0, 1, 2),
  })
  .map(({ minutes, login, logins, kind, ...fields }) =>
    event({
      ...fields,
      kind,
      time: NOON + minutes * MINUTE,
      auth: login === null || kind === 'connect' || kind === 'disconnect' ? null : authFacts(login),
      counters:
        kind === 'disconnect' && logins !== null ? new Map([['auth', [logins, logins] as const]]) : null,
    }),
  );

function counted(events: readonly MailEvent[]): Aggregates {
  const aggregates = new Aggregates();
  aggregates.input.open('mail.log', null);
  for (const each of events) {
    aggregates.input.line();
    aggregates.input.bytes(80);
    if (each.kind === 'unrecognized') aggregates.input.unrecognized(each);
    aggregates.add(each);
  }
  return aggregates;
}

function inTimeOrder(events: MailEvent[]): MailEvent[] {
  return events.sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
}

function cut(events: readonly MailEvent[], places: readonly number[]): MailEvent[][] {
  const ends = places.map((place) => place % (events.length + 1)).sort((a, b) => a - b);
  return [0, ...ends].map((start, index) => events.slice(start, ends[index]));
}

/** As it comes from another thread. */
function clone(aggregates: Aggregates): Aggregates {
  return structuredClone(aggregates);
}

describe('merging', () => {
  it('gives the view of one aggregate that saw everything', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 3 }),
        (events, places) => {
          const ordered = inTimeOrder(events);
          const parts = cut(ordered, places).map(counted);
          const merged = counted([]);
          for (const part of parts) merged.merge(clone(part));
          expect(merged.snapshot(REQUEST)).toEqual(counted(ordered).snapshot(REQUEST));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('may start with any two neighbours', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.nat(), fc.nat(), (events, first, second) => {
        const ordered = inTimeOrder(events);
        const [a = [], b = [], c = []] = cut(ordered, [first, second]);
        const left = counted(a);
        left.merge(clone(counted(b)));
        left.merge(clone(counted(c)));
        const right = counted(b);
        right.merge(clone(counted(c)));
        const whole = counted(a);
        whole.merge(clone(right));
        expect(whole.snapshot(REQUEST)).toEqual(left.snapshot(REQUEST));
      }),
      { numRuns: 400 },
    );
  });

  it('leaves the later part as it was', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), fc.array(anyEvent, { maxLength: 20 }), (a, b) => {
        const later = counted(b);
        const before: Snapshot = later.snapshot(REQUEST);
        const earlier = counted(a);
        earlier.merge(later);
        for (const each of a) earlier.add(each);
        expect(later.snapshot(REQUEST)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
