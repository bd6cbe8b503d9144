// Real Postfix 3.7 servers with everything that went over the wire, when the laboratory's logs are at hand.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { HeaderReader } from '../../../src/header/index.ts';
import type { MailEvent } from '../../../src/model/event.ts';
import { newEvent } from '../../../src/model/new-event.ts';
import { postfix } from '../../../src/mta/postfix/index.ts';

const LAB = new URL('../../../../shared/samples/lab-a/', import.meta.url);

function readEvents(log: string): MailEvent[] {
  const header = new HeaderReader({ timezone: 'UTC', year: 2026, messageTime: () => null });
  header.open(log, Date.UTC(2026, 11), '');
  const reader = postfix.reader();
  const events: MailEvent[] = [];
  const bytes = readFileSync(new URL(log, LAB));
  const text = (log.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  for (const raw of text.trimEnd().split('\n')) {
    header.read(raw);
    const { program } = header.line;
    if (program === null || !postfix.claims(program)) continue;
    const event = newEvent(header.line, 'postfix');
    if (!reader.read(header.line, event)) event.kind = 'unrecognized';
    events.push(event);
  }
  return events;
}

interface Truth {
  type: string;
  server: string;
  stage?: string;
  code?: number;
  enh?: string;
  visible_in_log?: string;
  log_ref?: string;
}

describe.skipIf(!existsSync(LAB))('lab', () => {
  test.each([
    'postfix.log',
    'postfix-rfc3164.log',
    'postfix-iso.log',
    'postfix-verbose.log',
    'mixed-rfc3164.log',
    'mixed-repeat-reduction.log',
    'mixed-rfc5424.log.gz',
    'mail-warn.log',
  ])('%s: every line is understood', (log) => {
    const events = readEvents(log);
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((event) => event.kind === 'unrecognized').map((event) => event.text)).toEqual([]);
  });

  test('a reply that the log shows word for word is read with code, status and step', () => {
    const truth = gunzipSync(readFileSync(new URL('truth.ndjson.gz', LAB)))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Truth)
      .filter(
        (row) =>
          row.type === 'reply' && row.server.startsWith('postfix-') && row.visible_in_log === 'verbatim',
      )
      // One server of the laboratory says "700 unusual", which is no reply that SMTP knows.
      .filter((row) => row.code !== 700);
    const logs = new Map<string, Map<number, MailEvent>>();
    const wrong: string[] = [];
    for (const row of truth) {
      const [log = '', number] = (row.log_ref ?? '').split(':');
      if (!logs.has(log)) logs.set(log, new Map(readEvents(log).map((event) => [event.line, event])));
      const event = logs.get(log)?.get(Number(number));
      if (event?.replyCode !== row.code || (row.enh ?? null) !== event?.enhancedCode) {
        wrong.push(`${row.log_ref}: ${row.code} ${row.enh}: ${event?.text}`);
      } else if (!sameStep(row.stage, event)) {
        wrong.push(`${row.log_ref}: ${row.stage}, not ${event.stage}: ${event.text}`);
      }
    }
    expect(truth.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  test('the same server through rsyslog without daemon names reads the same', () => {
    const named = readEvents('mixed-iso.log');
    const nameless = readEvents('mixed-rfc5424.log.gz');
    const facts = (event: MailEvent): unknown => [
      event.kind,
      event.queueId,
      event.replyCode,
      event.stage,
      event.status,
    ];
    expect(nameless.map(facts)).toEqual(named.map(facts));
  });

  test('replies to clients and from servers in the protocol trace, each once', () => {
    const summary = JSON.parse(readFileSync(new URL('summary.json', LAB), 'utf8'));
    const visible: Record<string, Record<string, Record<string, number>>> = summary.replies_visible[
      'postfix-c'
    ];
    const outbound = new Map<number, number>();
    for (const event of readEvents('postfix-verbose.log')) {
      if (event.direction !== 'outbound' || event.replyCode === null || event.replyRole !== 'said') continue;
      outbound.set(event.replyCode, (outbound.get(event.replyCode) ?? 0) + 1);
    }
    const expected = new Map<number, number>();
    for (const peer of ['received_from_remote', 'received_from_lab_servers']) {
      for (const [code, counts] of Object.entries(visible[peer] ?? {})) {
        const count = counts['verbatim'] ?? 0;
        if (count > 0) expected.set(Number(code), (expected.get(Number(code)) ?? 0) + count);
      }
    }
    expect(outbound).toEqual(expected);
  });
});

const STEPS: Record<string, string> = { ehlo: 'helo', 'auth-response': 'auth', 'rcpt-to': 'rcpt' };

/** Commands that we have no step for, and steps that the log does not print, may be null. */
function sameStep(step: string | undefined, event: MailEvent): boolean {
  return event.stage === null || step === undefined || event.stage === (STEPS[step] ?? step);
}
