import { describe, expect, it } from 'vitest';
import { openSources } from '../../src/sources/index.ts';
import { numberLines } from '../../src/trace/line-numbers.ts';
import { readQuery } from '../../src/trace/query.ts';
import { trace, type Trace } from '../../src/trace/trace.ts';
import { labLog } from '../support/lab.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const OPTIONS = { from: null, to: null, year: 2026, timezone: 'UTC', top: 20, mta: null };

async function traced(words: string, paths: readonly string[], top = 20): Promise<Trace> {
  const query = readQuery(words);
  if (query === null) throw new Error('no query');
  const { sources } = await openSources(paths);
  const found = await trace(query, sources, { ...OPTIONS, top }, (error) => {
    throw error;
  });
  await numberLines(
    sources,
    found.stories.flatMap(({ lines }) => lines),
  );
  return found;
}

function ids({ stories }: Trace): string[][] {
  return stories.map(({ message }) => [message.queueId, ...message.alsoQueueIds]);
}

function numbers({ stories }: Trace, story = 0): number[] {
  return (stories[story]?.lines ?? []).map(({ event }) => event.line);
}

describe('a mail that a content filter gave back', () => {
  // grep -n 'C0A0C101\|D648410F' postfix.log; the connections are smtpd[4603] and 10025/smtpd[4614] around them.
  const named = [2040, 2045, 2046, 2094, 2096, 2097, 2100, 2101, 2150, 2151];

  it.each([
    'C0A0C101',
    'D648410F',
    '<00429.1.1795464072@driver.example>',
    '00429.1.1795464072@DRIVER.example',
  ])('is one story, asked for by %s', async (words) => {
    const found = await traced(words, [labLog('postfix.log')]);
    expect(ids(found)).toEqual([['C0A0C101', 'D648410F']]);
    expect(found.stories[0]?.message.outcome).toBe('delivered');
    expect(numbers(found)).toEqual(expect.arrayContaining(named));
    expect(found.moreIds).toBe(0);
  });

  it('has the lines of the two connections that took it in, and of no other', async () => {
    const { stories } = await traced('C0A0C101', [labLog('postfix.log')]);
    const session = stories[0]?.lines.filter(({ event }) => event.queueId === null) ?? [];
    expect(session.map(({ event }) => [event.kind, event.pid])).toEqual([
      ['connect', 4603],
      ['disconnect', 4603],
      ['connect', 4614],
      ['disconnect', 4614],
    ]);
  });

  it('ends in the mailbox, as the mailbox server tells by its Message-ID', async () => {
    const { stories } = await traced('C0A0C101', [labLog('postfix.log'), labLog('dovecot.log')]);
    const last = stories[0]?.lines.at(-1)?.event;
    expect([last?.mta, last?.recipient, last?.status]).toEqual([
      'dovecot',
      'felix_farkas@example.org',
      'sent',
    ]);
  });
});

describe('notifications', () => {
  it('are told after the mail they are about', async () => {
    const found = await traced('C50DD93', [labLog('postfix.log')]);
    expect(ids(found)).toEqual([['C50DD93'], ['D43479A']]);
    expect(found.stories.map(({ matched }) => matched)).toEqual([true, false]);
    expect(found.stories[1]?.message.origin).toBe('notification');
  });

  it('lead back to it, in Exim by R=', async () => {
    const found = await traced('1xVaIR-0001H7-0m', [labLog('exim/mainlog')]);
    expect(ids(found)).toEqual([['1xVaIR-0001H2-0g'], ['1xVaIR-0001H7-0m']]);
    expect(found.stories.map(({ message }) => message.outcome)).toEqual(['bounced', 'delivered']);
  });
});

describe('what is looked for', () => {
  const LOG = `Nov 23 10:00:00 mx1 postfix/submission/smtpd[11]: connect from laptop.example.net[192.0.2.7]
Nov 23 10:00:01 mx1 postfix/submission/smtpd[11]: 4jSSfV5Lvfz1xm5: client=laptop.example.net[192.0.2.7], sasl_method=PLAIN, sasl_username=anna
Nov 23 10:00:01 mx1 postfix/cleanup[12]: 4jSSfV5Lvfz1xm5: message-id=<one@example.org>
Nov 23 10:00:01 mx1 postfix/qmgr[13]: 4jSSfV5Lvfz1xm5: from=<anna@example.org>, size=1000, nrcpt=1 (queue active)
Nov 23 10:00:02 mx1 postfix/local[14]: 4jSSfV5Lvfz1xm5: to=<team@example.org>, relay=local, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (forwarded as 4jSSfV6Lvfz1xm6)
Nov 23 10:00:02 mx1 postfix/cleanup[12]: 4jSSfV6Lvfz1xm6: message-id=<one@example.org>
Nov 23 10:00:02 mx1 postfix/qmgr[13]: 4jSSfV6Lvfz1xm6: from=<anna@example.org>, size=1100, nrcpt=1 (queue active)
Nov 23 10:00:02 mx1 postfix/submission/smtpd[11]: disconnect from laptop.example.net[192.0.2.7] ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6
Nov 23 10:00:02 mx1 postfix/qmgr[13]: 4jSSfV5Lvfz1xm5: removed
Nov 23 10:00:03 mx1 postfix/smtp[15]: 4jSSfV6Lvfz1xm6: to=<Carol@Example.COM>, orig_to=<team@example.org>, relay=mx.example.com[198.51.100.9]:25, delay=1, delays=0/0/0/1, dsn=4.2.2, status=deferred (host mx.example.com[198.51.100.9] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))
Nov 23 10:05:00 mx1 postfix/smtpd[16]: connect from unknown[203.0.113.9]
Nov 23 10:05:00 mx1 postfix/smtpd[16]: NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 554 5.7.1 <carol@example.com>: Relay access denied; from=<x@example.net> to=<carol@example.com> proto=ESMTP helo=<x>
Nov 23 10:05:00 mx1 postfix/smtpd[16]: disconnect from unknown[203.0.113.9] ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4
Nov 23 10:06:00 mx1 postfix/smtpd[11]: connect from other.example.net[192.0.2.99]
Nov 23 10:06:00 mx1 postfix/smtpd[11]: disconnect from other.example.net[192.0.2.99] ehlo=1 quit=1 commands=2
`;

  it.each([
    ['a queue id', '4jSSfV6Lvfz1xm6'],
    ['an account', 'ANNA'],
    ['a sender', 'Anna@Example.org'],
    ['a recipient', 'carol@example.com'],
    ['a domain', 'example.com'],
    ['a domain with @', '@example.com'],
    ['an address before an alias', 'team@example.org'],
    ['a client', '192.0.2.7'],
    ['the name of a client', 'laptop.example.net'],
    ['a relay', 'mx.example.com'],
    ['the address of a relay', '198.51.100.9'],
  ])('%s', async (_what, words) => {
    const found = await traced(words, [temporaryFolder().write('mail.log', LOG)]);
    expect(ids(found)).toEqual([['4jSSfV5Lvfz1xm5', '4jSSfV6Lvfz1xm6']]);
    // Everything but the refusal of another client and the later connection of the same process.
    expect(numbers(found).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(found.stories[0]?.message).toMatchObject({ outcome: 'deferred', ended: null, account: 'anna' });
  });

  it('lines about no mail are told beside', async () => {
    const found = await traced('203.0.113.9', [temporaryFolder().write('mail.log', LOG)]);
    expect(found.stories).toEqual([]);
    expect(found.others.map(({ event }) => event.kind)).toEqual(['reject']);
  });

  it('a part of an address, of a domain or of an IP address is none', async () => {
    const path = temporaryFolder().write('mail.log', LOG);
    for (const words of ['nna@example.org', 'ample.com', '192.0.2', '4jSSfV5Lvfz1xm']) {
      const found = await traced(words, [path]);
      expect([words, found.stories.length, found.others.length]).toEqual([words, 0, 0]);
    }
  });

  it('nothing found: says from when to when the files go', async () => {
    const found = await traced('dave@example.org', [temporaryFolder().write('mail.log', LOG)]);
    expect(found.stories).toEqual([]);
    expect(found.span).toEqual({
      from: Date.UTC(2026, 10, 23, 10),
      to: Date.UTC(2026, 10, 23, 10, 6),
    });
  });

  it('a mail may be in two files', async () => {
    const folder = temporaryFolder();
    const lines = LOG.split('\n');
    const old = folder.write('mail.log.1', lines.slice(0, 7).join('\n') + '\n');
    const young = folder.write('mail.log', lines.slice(7).join('\n'));
    const found = await traced('4jSSfV5Lvfz1xm5', [young, old]);
    expect(ids(found)).toEqual([['4jSSfV5Lvfz1xm5', '4jSSfV6Lvfz1xm6']]);
    expect(numbers(found)).toEqual([1, 2, 3, 4, 5, 6, 7, 1, 2, 3]);
  });

  it('words without anything in them are no query', () => {
    for (const words of ['', ' ', '<>', '@', 'a\nb']) expect(readQuery(words)).toBeNull();
  });
});

describe('many that match', () => {
  const mail = (number: number): string => {
    const id = `A0000${String(number).padStart(3, '0')}`;
    const time = `Nov 23 11:00:${String(number % 60).padStart(2, '0')} mx1`;
    return `${time} postfix/pickup[1]: ${id}: uid=0 from=<root>
${time} postfix/qmgr[2]: ${id}: from=<root@example.org>, size=10, nrcpt=1 (queue active)
${time} postfix/qmgr[2]: ${id}: removed
`;
  };

  it('the newest are told, the others counted', async () => {
    const log = Array.from({ length: 50 }, (_, number) => mail(number)).join('');
    const found = await traced('root@example.org', [temporaryFolder().write('mail.log', log)], 2);
    expect(ids(found)).toEqual([['A0000048'], ['A0000049']]);
    expect(found.moreIds).toBe(48);
  });

  it('an id that was used again is two mails, each with its own lines', async () => {
    const log = mail(1) + mail(1).replaceAll('11:00', '12:00');
    const found = await traced('A0000001', [temporaryFolder().write('mail.log', log)]);
    expect([numbers(found, 0), numbers(found, 1)]).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });
});
