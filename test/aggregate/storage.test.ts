import { describe, expect, it } from 'vitest';
import { Storage } from '../../src/aggregate/storage.ts';
import type { MailEvent } from '../../src/model/event.ts';
import { delivery, diskFull, event, HOUR, mailboxFull, MINUTE, NOON } from '../support/event.ts';

function seen(...events: MailEvent[]): Storage {
  const storage = new Storage();
  for (const each of events) storage.add(each);
  return storage;
}

/** "4jYC: to=<joe@mx1.example.org>, relay=local, …, status=deferred (… error writing message: No space left on device)" */
const noSpace = delivery({
  direction: 'local',
  relay: 'local',
  recipient: 'joe@mx1.example.org',
  status: 'deferred',
  dsn: '4.3.0',
  storage: 'queue-disk',
  storageOurs: true,
});

describe('storage failures', () => {
  it('are counted once: not in echoes, host lines and warnings beside a reply', () => {
    const view = seen(
      diskFull(),
      event({
        kind: 'storage',
        storage: 'queue-disk',
        storageOurs: true,
        storageCounts: false,
        freeBytes: 45_056_000,
      }),
      mailboxFull({ kind: 'host-attempt', replyRole: 'announced' }),
      mailboxFull({ replyRole: 'repeated' }),
      mailboxFull({ replyRole: 'echoed' }),
      mailboxFull(),
    ).view(10);
    expect(view).toMatchObject({ failures: 2, transient: 2, permanent: 0, by_side: { ours: 1, theirs: 1 } });
  });

  it('are transient or permanent by what became of the recipient, then by the code', () => {
    const view = seen(
      mailboxFull({ status: 'bounced', replyCode: 452 }),
      mailboxFull({ status: 'deferred', replyCode: 552 }),
      mailboxFull({ status: null, replyCode: 552 }),
      mailboxFull({ status: null, replyCode: null, dsn: null, enhancedCode: '5.2.2' }),
      event({ kind: 'storage', storage: 'queue-disk', storageOurs: true }),
    ).view(10);
    expect(view).toMatchObject({ failures: 5, transient: 2, permanent: 3 });
  });

  it('do not include size limits, which stand beside', () => {
    const view = seen(mailboxFull({ storage: 'message-size', status: 'bounced', replyCode: 552 })).view(10);
    expect(view.failures).toBe(0);
    expect(view.by_side).toEqual({ ours: 0, theirs: 0 });
    expect(view.by_kind['message-size']).toBe(1);
    expect(view.places).toEqual([]);
  });

  it('include a local delivery without any code', () => {
    expect(seen(noSpace).view(10)).toMatchObject({
      failures: 1,
      transient: 1,
      by_side: { ours: 1, theirs: 0 },
    });
  });
});

describe('places', () => {
  it('are the mailbox, our server, or theirs', () => {
    const view = seen(
      mailboxFull({ recipient: 'Carol@Example.COM', repeat: 6 }),
      diskFull({ repeat: 5 }),
      noSpace,
      noSpace,
      noSpace,
      noSpace,
      mailboxFull({ storage: 'remote-system', relay: 'MX.example.com', repeat: 3 }),
      mailboxFull({ storage: 'remote-system', relay: null, recipient: 'u@example.net', repeat: 2 }),
    ).view(10);
    expect(view.places.map(({ kind, side, place, count }) => [kind, side, place, count])).toEqual([
      ['mailbox-quota', 'theirs', 'Carol@example.com', 6],
      ['queue-disk', 'ours', 'mx1 spool', 5],
      ['queue-disk', 'ours', 'mx1 mail store', 4],
      ['remote-system', 'theirs', 'mx.example.com', 3],
      ['remote-system', 'theirs', 'example.net', 2],
    ]);
  });

  it('count a message once however often it is tried', () => {
    const tries = [0, 5, 15].map((minute) => mailboxFull({ time: NOON + minute * MINUTE }));
    const [place] = seen(...tries, mailboxFull({ queueId: '4jYD' })).view(10).places;
    expect(place).toMatchObject({
      count: 4,
      messages: 2,
      first: '2026-11-23T12:00:00.000Z',
      last: '2026-11-23T12:15:00.000Z',
    });
  });

  it('stay bounded, and the place that really is full stays', () => {
    const storage = new Storage(100);
    for (let at = 0; at < 5000; at++) {
      storage.add(mailboxFull({ recipient: `u${at}@example.com` }));
      if (at % 50 === 0) storage.add(mailboxFull());
    }
    const view = storage.view(1000);
    expect(storage.places.rows.size).toBeLessThanOrEqual(150);
    expect(view.places[0]).toMatchObject({ place: 'carol@example.com', count: 100 });
    expect(view.places.reduce((sum, row) => sum + row.count, view.folded)).toBe(view.failures);
  });
});

describe('series', () => {
  it('has the kinds by hour', () => {
    const view = seen(diskFull(), mailboxFull({ time: NOON + HOUR })).view(10);
    expect(view.timeline.map((row) => [row.time, row['queue-disk'], row['mailbox-quota']])).toEqual([
      ['2026-11-23T12:00:00.000Z', 1, 0],
      ['2026-11-23T13:00:00.000Z', 0, 1],
    ]);
  });

  it('keeps the lowest free space of every hour and host', () => {
    const reading = (minute: number, freeBytes: number, host = 'mx1'): MailEvent =>
      event({
        kind: 'storage',
        time: NOON + minute * MINUTE,
        host,
        freeBytes,
        neededBytes: 90,
        storageCounts: false,
      });
    const view = seen(
      reading(0, 50),
      reading(10, 40),
      reading(20, 45),
      reading(70, 60),
      reading(5, 7, 'mx2'),
    ).view(10);
    expect(view.free_space).toEqual([
      { time: '2026-11-23T12:05:00.000Z', host: 'mx2', free_bytes: 7, needed_bytes: 90 },
      { time: '2026-11-23T12:10:00.000Z', host: 'mx1', free_bytes: 40, needed_bytes: 90 },
      { time: '2026-11-23T13:10:00.000Z', host: 'mx1', free_bytes: 60, needed_bytes: 90 },
    ]);
  });
});
