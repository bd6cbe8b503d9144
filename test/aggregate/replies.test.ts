import { describe, expect, it } from 'vitest';
import { Aggregates } from '../../src/aggregate/index.ts';
import { Replies } from '../../src/aggregate/replies.ts';
import type { MailEvent } from '../../src/model/event.ts';
import { denied, diskFull, event, HOUR, mailboxFull, MINUTE, NOON, usedLogin } from '../support/event.ts';

function seen(...events: MailEvent[]): Replies {
  const replies = new Replies();
  for (const each of events) replies.add(each);
  return replies;
}

describe('replies', () => {
  it('counts what was said and nothing else', () => {
    const view = seen(
      mailboxFull(),
      mailboxFull({ replyRole: 'announced' }),
      mailboxFull({ replyRole: 'repeated' }),
      mailboxFull({ replyRole: 'echoed' }),
      mailboxFull({ replyRole: 'not-sent' }),
      event({ status: 'deferred', dsn: '4.3.0', direction: 'local' }),
      event({ replyCode: 700, direction: 'outbound' }),
    ).view(10);
    expect(view.total).toBe(1);
    expect(view.by_class).toEqual({ '2xx': 0, '3xx': 0, '4xx': 1, '5xx': 0 });
    expect(view.by_direction).toEqual({ inbound: 0, outbound: 1 });
  });

  it('keeps apart what differs in code, enhanced code, direction or reason; most frequent first', () => {
    const view = seen(
      mailboxFull({ time: NOON + MINUTE, replyText: '452 4.2.2 first' }),
      mailboxFull({ time: NOON, repeat: 3 }),
      diskFull(),
      mailboxFull({ replyCode: 552, enhancedCode: '5.2.2', status: 'bounced' }),
      mailboxFull({ enhancedCode: null }),
    ).view(10);
    expect(
      view.codes.map((row) => [row.code, row.enhanced_code, row.direction, row.reason, row.count]),
    ).toEqual([
      [452, '4.2.2', 'outbound', 'storage-mailbox-full', 4],
      [452, null, 'outbound', 'storage-mailbox-full', 1],
      [452, '4.3.1', 'inbound', 'storage-system-full', 1],
      [552, '5.2.2', 'outbound', 'storage-mailbox-full', 1],
    ]);
    expect(view.codes[0]).toMatchObject({
      first: '2026-11-23T12:00:00.000Z',
      last: '2026-11-23T12:01:00.000Z',
      example: '452 4.2.2 first',
    });
    expect(view.reasons[0]).toEqual({
      reason: 'storage-mailbox-full',
      family: 'storage',
      count: 6,
      transient: 5,
      permanent: 1,
      owner: 'recipient',
    });
  });

  it('does not mix up enhanced codes that are no three numbers, or look alike', () => {
    const codes = [
      '4.2.2',
      '4.22',
      '42.2',
      '4.2.2.2',
      '4.2.',
      '.4.2',
      '4.200.2',
      '4.2.200',
      '42.0.2',
      '4..2',
      '',
    ];
    expect(seen(...codes.map((enhancedCode) => mailboxFull({ enhancedCode }))).view(99).codes).toHaveLength(
      codes.length,
    );
  });

  it('has a series by hour, without empty hours', () => {
    const view = seen(
      mailboxFull(),
      mailboxFull({ time: NOON + 5 * HOUR + 59 * MINUTE, replyCode: 250 }),
    ).view(10);
    expect(view.timeline).toEqual([
      { time: '2026-11-23T12:00:00.000Z', '2xx': 0, '3xx': 0, '4xx': 1, '5xx': 0 },
      { time: '2026-11-23T17:00:00.000Z', '2xx': 1, '3xx': 0, '4xx': 0, '5xx': 0 },
    ]);
  });

  it('stays bounded when enhanced codes are made up, and says what was folded', () => {
    const replies = new Replies(50);
    for (let at = 0; at < 900; at++) replies.add(mailboxFull({ enhancedCode: `4.${at}.0` }));
    replies.add(mailboxFull({ repeat: 1000 }));
    const view = replies.view(1000);
    expect(replies.codes.rows.size).toBeLessThanOrEqual(75);
    expect(view.total).toBe(1900);
    expect(view.codes.reduce((sum, row) => sum + row.count, view.folded)).toBe(1900);
    expect(view.codes[0]).toMatchObject({ enhanced_code: '4.2.2', count: 1000 });
  });
});

describe('implied codes', () => {
  it('are beside the classes: once per line, but once per attempt for AUTH', () => {
    const aggregates = new Aggregates();
    for (const each of [
      event({ kind: 'timeout', direction: 'inbound', impliedCode: 421 }),
      event({ kind: 'timeout', direction: 'inbound', impliedCode: 421, replyRole: 'repeated' }),
      denied({ attempts: 2, challengesMin: 1 }),
      usedLogin({}, { program: 'exim', impliedCode: 250, stage: 'eod' }),
    ]) {
      aggregates.add(each);
    }
    const { replies } = aggregates.snapshot({ top: 10, version: '0', generatedAt: 0 });
    expect(replies.implied.by_code).toEqual({ '421': 1, '535': 2, '334': 2, '250': 1, '235': 1 });
    expect(replies.total).toBe(0);
  });
});
