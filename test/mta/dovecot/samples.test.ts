import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HeaderReader } from '../../../src/header/index.ts';
import type { MailEvent } from '../../../src/model/event.ts';
import { newEvent } from '../../../src/model/new-event.ts';
import { dovecot } from '../../../src/mta/dovecot/index.ts';

// 138 lines of Dovecot 1.x to 2.4 with their meaning, checked against its sources.
const LOG = new URL('../../../fixtures/dovecot/lines.log', import.meta.url);
const EXPECTED = new URL('../../../fixtures/dovecot/lines.expected.ndjson', import.meta.url);

interface Expected {
  line: number;
  auth?: {
    mechanism?: string;
    username?: string;
    outcome: string;
    client_ip?: string;
    challenges_min?: number;
    challenges_typ?: number;
  } | null;
  [field: string]: unknown;
}

const rows: Expected[] = readFileSync(EXPECTED, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Expected);

function readEvents(): MailEvent[] {
  const header = new HeaderReader({ timezone: 'UTC', year: 2026, messageTime: () => null });
  header.open('lines.log', Date.UTC(2026, 11), '');
  const reader = dovecot.reader();
  return readFileSync(LOG, 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => {
      header.read(text);
      const event = newEvent(header.line, 'dovecot');
      return reader.read(header.line, event) ? event : newEvent(header.line, 'dovecot');
    });
}

const events = readEvents();

function eventOf(row: Expected): MailEvent {
  const event = events[row.line - 1];
  if (event === undefined) throw new Error(`no event for line ${row.line}`);
  return event;
}

/** What classify decides from the printed reply is not the reader's. */
const STORAGE_OF_REPLIES = new Set([8, 9, 105, 106]);

test('every line is understood', () => {
  expect(events).toHaveLength(rows.length);
  expect(events.filter((event) => event.kind === 'unrecognized')).toEqual([]);
});

test.each(rows)('line $line: $kind', (row) => {
  expect(eventOf(row)).toMatchObject({
    queueId: row['queue_id'] ?? null,
    direction: row['direction'] ?? null,
    replyCode: row['reply_code'] ?? null,
    enhancedCode: row['enhanced_code'] ?? null,
    impliedCode: row['implied_code'] ?? null,
    stage: row['stage'] ?? null,
    status: row['status'] ?? null,
    storage: STORAGE_OF_REPLIES.has(row.line) ? null : (row['storage'] ?? null),
    messageId: row['message_id'] ?? null,
    session: row['session'] ?? null,
    sender: row['sender'] ?? null,
    severity: row['severity'],
  });
});

test.each(rows.filter((row) => !row.auth))('line $line: no login', (row) => {
  expect(eventOf(row).auth).toBeNull();
});

test.each(rows.filter((row) => row.auth))('line $line: who tried to log in, how and from where', (row) => {
  expect(eventOf(row).auth).toMatchObject({
    mechanism: row.auth?.mechanism ?? null,
    username: row.auth?.username ?? null,
    outcome: row.auth?.outcome,
    clientIp: row.auth?.client_ip ?? null,
    challengesMin: row.auth?.challenges_min ?? 0,
    challengesTypical: row.auth?.challenges_typ ?? 0,
    // A line that sums up counts, the lines of single attempts do not.
    counts: row['auth_scope'] !== 'attempt',
  });
});

test.each(rows.filter((row) => row['attempts'] !== undefined))('line $line: $attempts attempts', (row) => {
  expect(eventOf(row).auth?.attempts).toBe(row['attempts']);
});

test.each(rows.filter((row) => row['peer_ip'] !== undefined))('line $line: peer $peer_ip', (row) => {
  const { clientIp, relayIp } = eventOf(row);
  expect([clientIp, relayIp]).toContain(row['peer_ip']);
});

test.each(rows.filter((row) => row['user'] !== undefined))('line $line: mailbox of $user', (row) => {
  const { account, recipient } = eventOf(row);
  expect([account, recipient]).toContain(row['user']);
});

test.each(rows.filter((row) => row['address'] !== undefined))('line $line: recipient $address', (row) => {
  expect(eventOf(row).recipient).toBe(row['address']);
});
