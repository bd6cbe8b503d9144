// What the correlator forgets to stay within its memory still counts.
import { describe, expect, it } from 'vitest';
import { Messages } from '../../src/aggregate/messages.ts';
import { Correlator } from '../../src/correlate/correlator.ts';
import { MOST_OPEN } from '../../src/correlate/message-table.ts';
import type { MailEvent } from '../../src/model/event.ts';
import type { Message } from '../../src/model/message.ts';
import { event, HOUR, MINUTE, NOON } from '../support/event.ts';

function arrival(queueId: string, fields: Partial<MailEvent> = {}): MailEvent {
  return event({ kind: 'arrival', direction: 'inbound', queueId, ...fields });
}

function delivered(queueId: string, fields: Partial<MailEvent> = {}): MailEvent {
  return event({ kind: 'delivery', status: 'sent', queueId, recipient: 'bob@example.org', ...fields });
}

function removed(queueId: string, fields: Partial<MailEvent> = {}): MailEvent {
  return event({ kind: 'completed', queueId, ...fields });
}

class Run {
  readonly over: Message[] = [];
  readonly correlator: Correlator = new Correlator((mail) => this.over.push(mail));

  add(...events: MailEvent[]): this {
    for (const each of events) this.correlator.add(each);
    return this;
  }

  /** As a report counts them: what is over and what is open. */
  totals(): ReturnType<Messages['view']> {
    const totals = new Messages();
    for (const mail of [...this.over, ...this.correlator.open()]) totals.addMail(mail);
    return totals.view();
  }
}

describe('300,000 mails that never end', () => {
  it('are held up to the bound, and counted as received and open all the same', () => {
    const run = new Run();
    for (let at = 0; at < 300_000; at++) run.add(arrival(`Q${at}`, { pid: at % 100, time: NOON + at }));
    expect([...run.correlator.open()].length).toBeLessThanOrEqual(MOST_OPEN);
    expect(run.over.length).toBeLessThan(300_000 - MOST_OPEN / 2);
    expect(run.totals()).toMatchObject({ received: 300_000, open: 300_000, canceled: 0 });
  });

  it('do not push out the mail of a host that has only one', () => {
    const run = new Run();
    for (let at = 0; at < MOST_OPEN; at++) run.add(arrival(`Q${at}`, { host: 'busy' }));
    run.add(
      arrival('Q0', { host: 'quiet' }),
      delivered('Q0', { host: 'quiet' }),
      removed('Q0', { host: 'quiet' }),
    );
    expect(run.totals()).toMatchObject({ received: MOST_OPEN + 1, delivered: 1, open: MOST_OPEN });
  });

  it('give up a mail in two parts once, when both are given up', () => {
    const forwarded = event({
      kind: 'delivery',
      status: 'sent',
      direction: 'local',
      queueId: 'Q1',
      recipient: 'team@example.org',
      relatedId: 'Q2',
      relation: 'forwarded-as',
    });
    const run = new Run().add(arrival('Q1'), forwarded);
    for (let at = 0; at < MOST_OPEN; at++) run.add(arrival(`later${at}`));
    const ids = run.over.map(({ queueId, alsoQueueIds }) => [queueId, ...alsoQueueIds].join());
    expect(ids.filter((id) => !id.startsWith('later'))).toEqual(['Q1,Q2']);
    expect(run.totals()).toMatchObject({ received: MOST_OPEN + 1, forwarded: 1, open: MOST_OPEN + 1 });
  });
});

describe('a mail that has ended', () => {
  it('is told of once its late lines have had a minute to come', () => {
    const run = new Run().add(arrival('Q1'), removed('Q1'), delivered('Q1', { time: NOON + 59_000 }));
    expect(run.over).toEqual([]);
    run.add(arrival('Q2', { pid: 2, time: NOON + MINUTE }));
    expect(run.over.map(({ queueId, outcome }) => [queueId, outcome])).toEqual([['Q1', 'delivered']]);
  });

  it('is counted while it waits for them, also when its id is used again', () => {
    const run = new Run().add(arrival('Q1'), delivered('Q1'), removed('Q1'), arrival('Q1'), delivered('Q1'));
    expect(run.totals()).toMatchObject({ received: 2, delivered: 2, open: 1 });
  });

  it('has its minute also in a second file that begins where the first one began', () => {
    const run = new Run().add(
      arrival('Q1', { time: NOON + 10 * HOUR }),
      removed('Q1', { time: NOON + 10 * HOUR }),
    );
    run.add(arrival('Q2', { host: 'mx2' }), removed('Q2', { host: 'mx2' }));
    run.add(delivered('Q2', { host: 'mx2', time: NOON + 1000 }));
    run.add(arrival('Q3', { host: 'mx2', time: NOON + HOUR }));
    expect(run.totals()).toMatchObject({ received: 3, delivered: 1, open: 1 });
  });
});

describe('one id in two places', () => {
  it('is two mails on two hosts', () => {
    const run = new Run().add(arrival('Q1', { host: 'mx1' }), arrival('Q1', { host: 'mx2' }));
    run.add(delivered('Q1', { host: 'mx1' }), removed('Q1', { host: 'mx1' }));
    expect(run.totals()).toMatchObject({ received: 2, delivered: 1, open: 1 });
  });

  it('is two mails in two instances, one mail in two services of one', () => {
    const run = new Run().add(arrival('Q1', { program: 'postfix/submission/smtpd' }));
    run.add(delivered('Q1', { program: 'postfix/smtp' }), removed('Q1', { program: 'postfix/qmgr' }));
    run.add(arrival('Q1', { program: 'postfix-out/smtpd' }));
    expect(run.totals()).toMatchObject({ received: 2, delivered: 1, open: 1 });
  });
});

it('ties no knot when two messages name each other', () => {
  const to = (queueId: string, relatedId: string): MailEvent =>
    delivered(queueId, { relatedId, relation: 'queued-as' });
  const run = new Run().add(
    arrival('Q1'),
    arrival('Q2', { pid: 2 }),
    to('Q1', 'Q2'),
    to('Q2', 'Q1'),
    to('Q1', 'Q1'),
  );
  expect(run.totals()).toMatchObject({ received: 1, reinjected: 1 });
});
