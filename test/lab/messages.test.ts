// Mails in and out, against the record (what was taken over) and a plain search of the log (what became of it).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { labLog, labTruth } from '../support/lab.ts';
import { LOGS_OF_SERVER, MIXED_LOGS, reportOn, type Server } from '../support/lab-report.ts';

const truth = labTruth();

describe.each(['postfix-a', 'postfix-b', 'postfix-c'] as const)('%s', (server) => {
  const lines = linesOf(LOGS_OF_SERVER[server][0]);
  const deliveries = lines.filter((line) => /\]: \w+: to=<.*, status=\w+ \(/.test(line));

  test('received', async () => {
    const { received, received_local: local, canceled } = (await reportOn(LOGS_OF_SERVER[server])).messages;
    expect([received, local]).toEqual([
      acceptedBy(server) - handedBack(lines),
      acceptedBy(server, 'sendmail'),
    ]);
    expect(canceled).toBe(CANCELED[server]);
  });

  test('delivered, bounced, deferred: recipients and attempts', async () => {
    const { messages } = await reportOn(LOGS_OF_SERVER[server]);
    const sent = deliveries.filter((line) => /, dsn=[\d.]+, status=sent \(/.test(line));
    const handedOn = sent.filter((line) => line.includes('(forwarded as ') || line.includes(' from MTA('));
    const thrownAway = sent.filter((line) => line.includes('postfix/discard['));
    expect(messages.delivered).toBe(sent.length - handedOn.length - thrownAway.length);
    expect(messages.bounced).toBe(count(deliveries, ', status=bounced ('));
    expect(messages.deferral_attempts).toBe(count(deliveries, ', status=deferred ('));
    // Each of them had one recipient left.
    expect(messages.expired).toBe(count(lines, ', status=expired, returned to sender'));
  });

  test('notifications', async () => {
    const { notifications } = (await reportOn(LOGS_OF_SERVER[server])).messages;
    expect(notifications).toBe(
      lines.filter((line) => /: \w+: [a-z -]+ notification: \w+$/.test(line)).length,
    );
  });

  test('open: what is in the queue when it ends', async () => {
    const { open } = (await reportOn(LOGS_OF_SERVER[server])).messages;
    expect(open).toBe(IN_QUEUE[server]);
  });
});

describe.each(['exim-a', 'exim-b'] as const)('%s', (server) => {
  const lines = linesOf(LOGS_OF_SERVER[server][0]);

  test('received', async () => {
    const { received, reinjected } = (await reportOn(LOGS_OF_SERVER[server])).messages;
    // A mail that another server of the laboratory handed over is in the record as a reply between the two.
    const fromServers = truth.filter(
      ({ type, dir, server: said, stage, code }) =>
        type === 'reply' && dir === 'internal' && said === server && stage === 'eod' && code === 250,
    );
    expect([received, reinjected]).toEqual([acceptedBy(server) + fromServers.length, 0]);
  });

  test('delivered, bounced, notifications', async () => {
    const { messages } = await reportOn(LOGS_OF_SERVER[server]);
    const ends = lines.filter((line) =>
      /^\S+ \S+ (?:\S+ )?(?:\[\d+\] )?\w{6}-\w{6}-\w{2} (?:=>|->) /.test(line),
    );
    const blackholes = ends.filter((line) => /=> (?::blackhole:|blackhole|\/dev\/null)/.test(line));
    expect(messages.delivered).toBe(ends.length - blackholes.length);
    expect(messages.bounced).toBe(lines.filter((line) => /-\w{2} \*\* /.test(line)).length);
    expect(messages.notifications).toBe(lines.filter((line) => /-\w{2} <= <> R=/.test(line)).length);
  });

  test('attempts put off: not those for which it was too early', async () => {
    const { deferral_attempts: attempts } = (await reportOn(LOGS_OF_SERVER[server])).messages;
    const deferrals = lines.filter((line) => /-\w{2} == /.test(line));
    expect(attempts).toBe(
      deferrals.length - deferrals.filter((line) => /retry time not (?:yet )?reached/i.test(line)).length,
    );
  });

  test('open: what is in the queue when it ends', async () => {
    const { open } = (await reportOn(LOGS_OF_SERVER[server])).messages;
    expect(open).toBe(IN_QUEUE[server]);
  });
});

test.each(MIXED_LOGS)('%s: the mails of both servers', async (log) => {
  const { messages: mixed } = await reportOn([log]);
  const { messages: postfix } = await reportOn(LOGS_OF_SERVER['postfix-b']);
  const { messages: exim } = await reportOn(LOGS_OF_SERVER['exim-b']);
  for (const key of SUMS) expect([key, mixed[key]]).toEqual([key, postfix[key] + exim[key]]);
});

const SUMS = [
  'received',
  'notifications',
  'canceled',
  'delivered',
  'bounced',
  'deferred',
  'deferral_attempts',
  'open',
] as const;

/** Mails with a `client=` line and no line of the queue, or of a rule that threw them away or held them. */
const CANCELED = { 'postfix-a': 5, 'postfix-b': 6, 'postfix-c': 6 };

/** From the record's totals; of the four files that postfix-a left, one is in no line. */
const IN_QUEUE = { 'postfix-a': 3, 'postfix-b': 24, 'postfix-c': 1, 'exim-a': 29, 'exim-b': 26 };

function acceptedBy(server: Server, via: 'sendmail' | null = null): number {
  return truth.filter(
    (row) =>
      row.type === 'message' &&
      row.server === server &&
      row.accepted === true &&
      (via === null || row.via === via),
  ).length;
}

/** What the content filter gave back: a mail that its server took over on the wire, and no other one for us. */
function handedBack(lines: readonly string[]): number {
  const ids = lines
    .map((line) => / from MTA\(.*queued as (\w+)\)$/.exec(line)?.[1])
    .filter((id) => id !== undefined);
  return new Set(ids).size;
}

function count(lines: readonly string[], text: string): number {
  return lines.filter((line) => line.includes(text)).length;
}

function linesOf(log: string): string[] {
  const bytes = readFileSync(labLog(log));
  return (log.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1').split('\n');
}
