// A reply that a host line tells first and a final line repeats is one reply.
import { describe, expect, it } from 'vitest';
import type { MailEvent } from '../../src/model/event.ts';
import { delivery, event, MINUTE, NOON } from '../support/event.ts';
import { counted, saidCodes } from './counting.ts';

const GREYLISTED = '450 4.2.0 Greylisted, try again later';

/** "4jYC: host mx1.example.com[203.0.113.25] said: 450 4.2.0 Greylisted, try again later (in reply to RCPT TO command)" */
function hostLine(fields: Partial<MailEvent> = {}): MailEvent {
  return event({
    kind: 'host-attempt',
    program: 'postfix/smtp',
    direction: 'outbound',
    queueId: '4jYC',
    relay: 'mx1.example.com',
    replyCode: 450,
    replyText: GREYLISTED,
    replyRole: 'announced',
    ...fields,
  });
}

/** "4jYC: to=<carol@example.com>, relay=mx1.example.com[…]:25, …, status=deferred (host mx1.example.com[…] said: 450 …)" */
function finalLine(fields: Partial<MailEvent> = {}): MailEvent {
  return delivery({
    status: 'deferred',
    relay: 'mx1.example.com',
    replyCode: 450,
    replyText: GREYLISTED,
    ...fields,
  });
}

/** Exim: "1w1J… == carol@example.com R=dnslookup T=remote_smtp defer (-44) H=mx1.example.com [203.0.113.25]: SMTP error …: 450 …" */
const EXIM = { mta: 'exim', program: 'exim', host: null, pid: null } as const;

describe.each([
  ['Postfix', {}],
  ['Exim', EXIM],
] as const)('%s', (_, mta) => {
  it('counts one when the final line repeats it', () => {
    expect(saidCodes(counted([hostLine(mta), finalLine(mta)]))).toEqual({ '450': 1 });
  });

  it('counts one for each recipient whose line repeats it', () => {
    const lines = [hostLine(mta), finalLine(mta), finalLine({ ...mta, recipient: 'dave@example.com' })];
    expect(saidCodes(counted(lines))).toEqual({ '450': 2 });
  });

  it('counts both when another host has the last word', () => {
    const sent = finalLine({
      ...mta,
      status: 'sent',
      relay: 'mx2.example.com',
      replyCode: 250,
      replyText: '250 Ok',
    });
    const removed = event({ ...mta, kind: 'completed', queueId: '4jYC' });
    expect(saidCodes(counted([hostLine(mta), sent, removed], false))).toEqual({ '250': 1, '450': 1 });
  });

  it('counts both when the other host says the same', () => {
    const lines = [hostLine(mta), finalLine({ ...mta, relay: 'mx2.example.com' })];
    expect(saidCodes(counted(lines))).toEqual({ '450': 2 });
  });

  it('counts what no line of its attempt repeats, at the end of the input', () => {
    expect(counted([hostLine(mta)], false).events).toEqual([]);
    expect(saidCodes(counted([hostLine(mta)]))).toEqual({ '450': 1 });
  });

  it('does not take the next attempt, half an hour later, for a repetition', () => {
    const later = { ...mta, time: NOON + 30 * MINUTE };
    expect(saidCodes(counted([hostLine(mta), finalLine(later)]))).toEqual({ '450': 2 });
    const second = [hostLine(mta), finalLine(mta), hostLine(later), finalLine(later)];
    expect(saidCodes(counted(second))).toEqual({ '450': 2 });
  });

  it('does not mix up two mails, or one id on two hosts', () => {
    expect(saidCodes(counted([hostLine(mta), finalLine({ ...mta, queueId: '4jYD' })]))).toEqual({ '450': 2 });
    const other = finalLine({ ...mta, host: 'mx2' });
    expect(saidCodes(counted([hostLine(mta), other]))).toEqual({ '450': 2 });
  });
});

it('counts a host line at once when nothing ties it to a mail', () => {
  expect(saidCodes(counted([hostLine({ queueId: null })], false))).toEqual({ '450': 1 });
});

it('knows a long reply again in a final line that was cut earlier', () => {
  const text = `550 5.7.1 ${'Message rejected for policy reasons. '.repeat(50)}`;
  const long = hostLine({ replyCode: 550, replyText: text });
  const cut = finalLine({ status: 'bounced', replyCode: 550, replyText: text.slice(0, 1700) });
  expect(saidCodes(counted([long, cut]))).toEqual({ '550': 1 });
  // A short one is another reply.
  const short = finalLine({ status: 'bounced', replyCode: 550, replyText: text.slice(0, 30) });
  expect(saidCodes(counted([long, short]))).toEqual({ '550': 2 });
});

it('loses none of a hundred thousand host lines that nobody repeats', () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => hostLine({ queueId: `Q${at}` }));
  expect(saidCodes(counted(lines))).toEqual({ '450': 100_000 });
});
