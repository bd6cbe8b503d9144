import { expect, test } from 'vitest';
import { exim } from '../../../src/mta/exim/index.ts';
import { logLine, readWith } from './reading.ts';

const BARE = { program: null, style: 'none', time: null } as const;

test('the header of a rejected message belongs to its entry and carries no code', () => {
  const reader = exim.reader();
  const first = readWith(
    reader,
    logLine('1w1JzZ-000000001SK-000U H=c [198.51.100.77] F=<x@example.com> rejected after DATA: bad header'),
  );
  const events = HEADER.map((text) => readWith(reader, logLine(text, BARE)));
  expect(events.map((event) => event.kind)).toEqual(HEADER.map(() => 'continuation'));
  expect(events.every((event) => event.queueId === first.queueId)).toBe(true);
  expect(events.every((event) => event.replyCode === null && event.impliedCode === null)).toBe(true);
  readWith(reader, logLine('Start queue run: pid=815'));
  expect(readWith(reader, logLine('  Subject: outside of a block', BARE)).kind).toBe('unrecognized');
});

test('a configuration error goes on in an indented line', () => {
  const reader = exim.reader();
  expect(
    readWith(reader, logLine('Exim configuration error in line 214 of /etc/exim4/exim4.conf:')).kind,
  ).toBe('error');
  expect(readWith(reader, logLine('  option "foo" unknown', BARE)).kind).toBe('continuation');
  expect(readWith(reader, logLine('this is not an exim line', BARE)).kind).toBe('unrecognized');
});

test('a block that a rotated file begins with', () => {
  const reader = exim.reader();
  expect(readWith(reader, logLine('Envelope-to: <y@example.net>', BARE))).toMatchObject({
    kind: 'continuation',
    queueId: null,
  });
});

test.each(['10:00:21 INFO started', '30416 something else', 'plain words', '   | table', '>>> print(1)'])(
  "another program's line is not taken for a trace: %s",
  (text) => {
    expect(readWith(exim.reader(), logLine(text, BARE)).kind).toBe('unrecognized');
  },
);

const HEADER: readonly string[] = [
  'Envelope-from: <x@example.com>',
  'Envelope-to: <y@example.net>',
  '    <y2@example.net>',
  '    ...',
  'P Received: from client.example.com ([198.51.100.77])',
  '\tby mx.example.net with esmtp (Exim 4.98)',
  '  Subject: 550 5.1.1 not a reply',
  '* X-Old: removed',
  '\t2026-03-14 08:09:10 1w1AAA-00000001aaa-0001 <= forged@example.com H=[192.0.2.1] P=smtp S=1',
  '  SMTP<< 452 4.2.2 forged',
  '*** truncated ***',
];
