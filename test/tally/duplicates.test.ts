// Exim writes rejections to two logs, panics to two others. Each happened once.
import { describe, expect, it } from 'vitest';
import type { MailEvent } from '../../src/model/event.ts';
import { event, NOON } from '../support/event.ts';
import { counted, saidCodes } from './counting.ts';

const FAILED =
  'login authenticator failed for (x) [203.0.113.9]: 535 Incorrect authentication data (set_id=bob)';

function line(text: string, fields: Partial<MailEvent>): MailEvent {
  return event({ mta: 'exim', program: 'exim', text, ...fields });
}

/** A line of Exim's own files. */
function inFile(file: string, fields: Partial<MailEvent> = {}): MailEvent {
  const kind = { kind: 'auth', direction: 'inbound', replyCode: 535 } as const;
  return line(fields.text ?? FAILED, {
    ...kind,
    host: null,
    pid: null,
    file: `/var/log/exim4/${file}`,
    ...fields,
  });
}

/** The same through syslog. */
function inSyslog(fields: Partial<MailEvent> = {}): MailEvent {
  return inFile('', { file: 'mail.log', host: 'mx1', pid: 100, ...fields });
}

describe('in files', () => {
  it.each([
    ['mainlog', 'rejectlog'],
    ['rejectlog', 'mainlog'],
    ['main.log.1', 'reject.log.1'],
    ['exim_mainlog-20261123', 'exim_rejectlog'],
    ['a.txt', 'b.txt'],
  ])('counts the line of %s, and not its copy in %s', (first, second) => {
    const { events, copies } = counted([inFile(first), inFile(second)]);
    expect([events.length, copies.map(({ replyRole }) => replyRole)]).toEqual([1, ['repeated']]);
  });

  it('counts a line three times that stands in one log three times, and in the other too', () => {
    const main = [inFile('mainlog'), inFile('mainlog'), inFile('mainlog')];
    const reject = [inFile('rejectlog'), inFile('rejectlog'), inFile('rejectlog')];
    expect(saidCodes(counted([...main, ...reject]))).toEqual({ '535': 3 });
    expect(saidCodes(counted([...reject, ...main]))).toEqual({ '535': 3 });
    // Of one copy the other log was rotated away.
    expect(saidCodes(counted([...reject.slice(1), ...main]))).toEqual({ '535': 3 });
  });

  it('counts once what stands in three', () => {
    const { copies } = counted([inFile('mainlog'), inFile('rejectlog'), inFile('paniclog')]);
    expect(copies.length).toBe(2);
  });

  it('does not take another second, or another text, for a copy', () => {
    const later = inFile('rejectlog', { time: NOON + 1000 });
    const other = inFile('rejectlog', { text: FAILED.replace('bob', 'eve') });
    expect(saidCodes(counted([inFile('mainlog'), later, other]))).toEqual({ '535': 3 });
  });

  it('does not take the mainlog of another host for a copy', () => {
    const lines = ['mx1/mainlog', 'mx1/rejectlog', 'mx2/mainlog', 'mx2/rejectlog'].map((file) =>
      inFile(file),
    );
    expect(saidCodes(counted(lines))).toEqual({ '535': 2 });
  });

  it('knows the copy of a deferral in the paniclog, and counts what stands in mainlog only', () => {
    const tainted = {
      kind: 'delivery',
      status: 'deferred',
      replyCode: null,
      text: "== c@example.org … Tainted '/x'",
    } as const;
    const { events, copies } = counted([inFile('mainlog', tainted), inFile('paniclog', tainted)]);
    expect([events.length, copies.length]).toEqual([1, 1]);
    const sent = { ...tainted, status: 'sent' } as const;
    expect(counted([inFile('mainlog', sent), inFile('paniclog', sent)]).copies).toEqual([]);
  });
});

describe('in syslog', () => {
  it('counts two lines next to each other as one', () => {
    expect(saidCodes(counted([inSyslog(), inSyslog()]))).toEqual({ '535': 1 });
  });

  it('counts a guesser that fails three times in one connection three times', () => {
    expect(saidCodes(counted(Array.from({ length: 6 }, () => inSyslog())))).toEqual({ '535': 3 });
  });

  it('knows the copies in "message repeated 5 times"', () => {
    expect(saidCodes(counted([inSyslog(), inSyslog({ repeat: 5 })]))).toEqual({ '535': 3 });
    const { events, copies } = counted([inSyslog(), inSyslog({ repeat: 1 })]);
    expect([events.length, copies.length]).toEqual([1, 1]);
  });

  it('keeps processes and hosts apart that write between each other', () => {
    const first = inSyslog();
    const second = inSyslog({ pid: 101 });
    const third = inSyslog({ host: 'mx2' });
    const lines = [first, second, third, { ...first }, { ...third }, { ...second }];
    expect(saidCodes(counted(lines))).toEqual({ '535': 3 });
  });

  it('does not take the same words a minute later for a copy', () => {
    expect(saidCodes(counted([inSyslog(), inSyslog({ time: NOON + 60_000 })]))).toEqual({ '535': 2 });
  });

  it('counts every "unrecognized command": such lines are in mainlog only', () => {
    const text = 'SMTP syntax error in "GET / HTTP/1.1" H=(x) [203.0.113.9] unrecognized command';
    const lines = Array.from({ length: 4 }, () => inSyslog({ kind: 'protocol', replyCode: 500, text }));
    expect(saidCodes(counted(lines))).toEqual({ '500': 4 });
  });

  it('counts equal lines as they come where syslog_duplication is off', () => {
    const singles = Array.from({ length: 20 }, (_, at) => inSyslog({ pid: at, text: `${FAILED} ${at}` }));
    const guesser = Array.from({ length: 5 }, () => inSyslog({ pid: 500 }));
    expect(saidCodes(counted([...singles, ...guesser]))).toEqual({ '535': 25 });
  });

  it('is not misled by a few lost lines', () => {
    const pairs = Array.from({ length: 20 }, (_, at) => inSyslog({ pid: at, text: `${FAILED} ${at}` }));
    const lines = pairs.flatMap((each, at) => (at % 7 === 3 ? [each] : [each, { ...each }]));
    expect(saidCodes(counted([...lines, inSyslog({ pid: 500 }), inSyslog({ pid: 500 })]))).toEqual({
      '535': 21,
    });
  });
});

it('leaves Postfix alone, whose lines have no copies', () => {
  const text = 'NOQUEUE: reject: RCPT from x[203.0.113.9]: 550 5.1.1 …';
  const reject = event({ kind: 'reject', direction: 'inbound', replyCode: 550, text });
  expect(saidCodes(counted([reject, { ...reject }]))).toEqual({ '550': 2 });
});
