import { describe, expect, test } from 'vitest';
import { exim } from '../../../src/mta/exim/index.ts';
import { logLine, readWith } from './reading.ts';

const SYSLOG = { style: 'rfc3164', host: 'mx1', program: 'exim', pid: 6100 } as const;

test('the dialect claims what Exim is called in syslog', () => {
  expect(['exim', 'exim4', 'exim-out'].every(exim.claims)).toBe(true);
  expect(['postfix/smtpd', 'dovecot', 'sexim'].some(exim.claims)).toBe(false);
});

describe("Exim's own header inside the syslog line", () => {
  test.each([
    ['2026-03-14 09:15:02 1w1L5I-000000001aO-000e Completed', 6100],
    ['2026-03-14 09:15:02.123 +0100 [6104] 1w1L5I-000000001aO-000e Completed', 6100],
    ['[6102] 1w1L5I-000000001aO-000e Completed', 6100],
    ['1w1L5I-000000001aO-000e Completed', 6100],
  ])('%s', (text, pid) => {
    const event = readWith(exim.reader(), logLine(text, SYSLOG));
    expect(event).toMatchObject({ kind: 'completed', queueId: '1w1L5I-000000001aO-000e', pid });
    expect(event.text).toBe('1w1L5I-000000001aO-000e Completed');
  });

  test('its pid stands in where syslog gives none', () => {
    const event = readWith(
      exim.reader(),
      logLine('[6104] Start queue run: pid=6104', { ...SYSLOG, pid: null }),
    );
    expect(event.pid).toBe(6104);
  });
});

test('an entry in several parts is told by the first', () => {
  const reader = exim.reader();
  const part = (text: string, pid: number) => readWith(reader, logLine(text, { ...SYSLOG, pid }));
  const first = part(
    '[1\\3] 2026-03-14 09:15:08 1w1L5Q-000000001aU-000g H=c [198.51.100.77] F=<x@example.com> rejected after DATA: bad',
    1,
  );
  const other = part(
    '[1/2] 1w1L5P-000000001aT-000f ** u@example.com R=d T=smtp H=mx [192.0.2.50]: SMTP error from remote mail server after end of data: 554-5.7.1 long',
    2,
  );
  const second = part('[2\\3] Envelope-from: <x@example.com>', 1);
  const otherSecond = part('[2/2] xxxx end 452 4.2.2 of text', 2);
  const third = part('[3/3]   Subject: 535 hello', 1);
  expect(first).toMatchObject({ kind: 'reject', stage: 'eod', impliedCode: 550 });
  expect(other).toMatchObject({ kind: 'delivery', replyCode: 554, enhancedCode: '5.7.1' });
  expect(second).toMatchObject({ kind: 'continuation', queueId: first.queueId });
  expect(third).toMatchObject({ kind: 'continuation', queueId: first.queueId, replyCode: null });
  expect(otherSecond).toMatchObject({ kind: 'continuation', queueId: other.queueId, replyCode: null });
});
