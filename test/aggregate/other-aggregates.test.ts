import { describe, expect, it } from 'vitest';
import { Aggregates } from '../../src/aggregate/index.ts';
import { Messages } from '../../src/aggregate/messages.ts';
import type { MailEvent } from '../../src/model/event.ts';
import type { Message, Recipient } from '../../src/model/message.ts';
import type { MessagesView, Snapshot } from '../../src/model/snapshot.ts';
import { delivery, diskFull, event, HOUR, mailboxFull, NOON } from '../support/event.ts';

function seen(...events: MailEvent[]): Snapshot {
  const aggregates = new Aggregates();
  for (const each of events) aggregates.add(each);
  return aggregates.snapshot({ top: 10, version: '0.1.0', generatedAt: NOON });
}

function mail(fields: Partial<Message> = {}): Message {
  return {
    queueId: 'A',
    alsoQueueIds: [],
    host: 'mx1',
    mta: 'postfix',
    messageId: null,
    arrived: NOON,
    ended: NOON,
    origin: 'smtp',
    clientIp: null,
    account: null,
    sender: null,
    size: null,
    recipients: [],
    outcome: 'delivered',
    rejectedClass: null,
    ...fields,
  };
}

function recipient(fields: Partial<Recipient>): Recipient {
  return {
    address: 'carol@example.com',
    original: null,
    outcome: 'delivered',
    attempts: 1,
    deferrals: 0,
    relay: null,
    replyCode: null,
    enhancedCode: null,
    reason: null,
    delay: null,
    last: NOON,
    ...fields,
  };
}

describe('messages', () => {
  function counted(...mails: Message[]): MessagesView {
    const messages = new Messages();
    for (const each of mails) messages.addMail(each);
    return messages.view();
  }

  it('are received from SMTP and locally; not again from a filter, not as bounces, not when they were refused', () => {
    expect(
      counted(
        mail({ alsoQueueIds: ['B'], size: 1200 }),
        mail({ origin: 'local' }),
        mail({ origin: 'notification' }),
        mail({ origin: null }),
        mail({ outcome: 'rejected', rejectedClass: 5 }),
        mail({ outcome: 'canceled' }),
        mail({ ended: null, outcome: 'open' }),
      ),
    ).toMatchObject({
      received: 3,
      received_smtp: 2,
      received_local: 1,
      reinjected: 1,
      notifications: 1,
      canceled: 1,
      open: 1,
      bytes_received: 1200,
    });
  });

  it('are delivered per recipient, deferred per message', () => {
    expect(
      counted(
        mail({
          size: 100,
          recipients: [
            recipient({ outcome: 'delivered', delay: 0.5 }),
            recipient({ outcome: 'delivered', delay: 2, deferrals: 3 }),
            recipient({ outcome: 'forwarded' }),
            recipient({ outcome: 'bounced', deferrals: 1 }),
          ],
        }),
      ),
    ).toMatchObject({
      delivered: 2,
      forwarded: 1,
      deferred: 1,
      bounced: 1,
      bytes_delivered: 200,
      delay_seconds: { max: 2 },
    });
  });

  it('have as many deferral attempts as delivery lines say', () => {
    const store = event({ kind: 'delivery', mta: 'dovecot', status: 'deferred', queueId: null });
    expect(seen(mailboxFull(), mailboxFull(), store).messages.deferral_attempts).toBe(2);
  });

  it('are turned away for now or for good; a rejection that was only logged turns nobody away', () => {
    const reject = { status: 'rejected', replyCode: 554, storage: null, stage: 'rcpt' } as const;
    expect(
      seen(
        diskFull(),
        diskFull(reject),
        diskFull({ ...reject, replyRole: 'not-sent' }),
        diskFull({ ...reject, stage: 'vrfy' }),
      ).messages.rejected,
    ).toEqual({ temporary: 1, permanent: 1 });
  });
});

describe('peers', () => {
  it('are domains, one row per reason, also where no server spoke', () => {
    const { peers } = seen(
      delivery({
        status: 'deferred',
        replyCode: 421,
        reason: 'rate-limited',
        relay: 'gmail-smtp-in.l.google.com',
      }),
      delivery({
        status: 'deferred',
        replyCode: 450,
        reason: 'rate-limited',
        relay: 'alt1.gmail-smtp-in.l.google.com',
      }),
      delivery({ status: 'deferred', reason: 'network', relay: null, recipient: 'a@dead.example.net' }),
      delivery({ status: 'bounced', replyCode: 550, reason: 'reputation-blocked', relay: 'mx.firma.co.uk' }),
      delivery({ status: 'sent', replyCode: 250, reason: 'accepted' }),
      diskFull({ replyCode: 535, reason: 'auth-failed', storage: null, status: 'rejected' }),
    );
    expect(peers.rows.map(({ peer, reason, count, transient }) => [peer, reason, count, transient])).toEqual([
      ['google.com', 'rate-limited', 2, 2],
      ['dead.example.net', 'network', 1, 1],
      ['firma.co.uk', 'reputation-blocked', 1, 0],
    ]);
  });
});

describe('errors of the mail system', () => {
  it('are one row for lines that differ only in numbers; space is not among them', () => {
    const fatal = { kind: 'error', severity: 'fatal', program: 'postfix/smtpd' } as const;
    const { system } = seen(
      event({ ...fatal, text: 'fatal: open database /etc/aliases.db: No such file (pid 71)' }),
      event({ ...fatal, text: 'fatal: open database /etc/aliases.db: No such file (pid 92)' }),
      event({
        ...fatal,
        text: 'fatal: dave(1000): queue file write error',
        storage: 'queue-disk',
        storageOurs: true,
      }),
      event({ kind: 'notice', severity: 'warning', text: 'warning: hostname does not resolve' }),
    );
    expect(system.errors).toMatchObject([{ count: 2, program: 'postfix/smtpd', severity: 'fatal' }]);
  });
});

describe('snapshot', () => {
  it('has the range of the events and says who made it when', () => {
    const snapshot = seen(event({ time: NOON + 1 }), event({ time: null }), event({ time: NOON }));
    expect(snapshot).toMatchObject({
      schema: 'mailtop-report/1',
      version: '0.1.0',
      generated_at: '2026-11-23T12:00:00.000Z',
      range: { from: '2026-11-23T12:00:00.000Z', to: '2026-11-23T12:00:00.001Z' },
      input: { events: 3, by_mta: { postfix: 3 }, hosts: ['mx1'] },
    });
    expect(seen().range).toEqual({ from: null, to: null });
  });

  it('has at most so many rows a table, after the findings saw more', () => {
    const aggregates = new Aggregates();
    for (let at = 0; at < 30; at++) aggregates.add(mailboxFull({ recipient: `u${at}@example.com` }));
    let places = 0;
    const snapshot = aggregates.snapshot({
      top: 3,
      version: '0',
      generatedAt: 0,
      find: ({ storage }) => {
        places = storage.places.length;
        return [];
      },
      waiting: ({ place }) => ({ messages: place === 'u0@example.com' ? 7 : 0, bytes: null }),
    });
    expect(places).toBe(30);
    expect(snapshot.storage.places).toHaveLength(3);
    expect(snapshot.storage.places[0]).toMatchObject({ place: 'u0@example.com', waiting: 7 });
  });

  it('counts files, lines that are not about mail, and lines not understood, with the first of these', () => {
    const aggregates = new Aggregates();
    const { input } = aggregates;
    input.open('a.log', 'gzip');
    input.bytes(100);
    for (let line = 1; line <= 30; line++) {
      input.line();
      input.unrecognized(event({ kind: 'unrecognized', file: 'a.log', line, text: 'x'.repeat(5000) }));
    }
    input.open('b.log', null);
    input.line();
    input.ignored();
    const { input: view } = aggregates.snapshot({ top: 1000, version: '0', generatedAt: 0 });
    expect(view.files).toEqual([
      { path: 'a.log', bytes: 100, lines: 30, unrecognized: 30, compression: 'gzip' },
      { path: 'b.log', bytes: 0, lines: 1, unrecognized: 0, compression: null },
    ]);
    expect(view).toMatchObject({ bytes: 100, lines: 31, ignored: 1, unrecognized: 30 });
    expect(view.unrecognized_samples).toHaveLength(20);
    expect(view.unrecognized_samples[0]?.text).toHaveLength(500);
    expect(view.unrecognized_programs).toEqual([{ program: 'postfix/smtpd', count: 30 }]);
  });

  it('knows what was not read: lines outside the range with their times, ends of very long lines', () => {
    const [earlier, later] = [new Aggregates(), new Aggregates()];
    earlier.input.truncated(1);
    later.input.truncated(2);
    later.input.outsideRange(NOON);
    earlier.input.outsideRange(NOON + HOUR);
    later.input.outsideRange(NOON - HOUR);
    earlier.merge(later);
    expect(earlier.input.view(10)).toMatchObject({
      truncated: 3,
      outside_range: { lines: 3, from: '2026-11-23T11:00:00.000Z', to: '2026-11-23T13:00:00.000Z' },
    });
  });
});
