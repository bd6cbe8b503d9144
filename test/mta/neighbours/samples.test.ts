import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HeaderReader } from '../../../src/header/index.ts';
import type { MailEvent } from '../../../src/model/event.ts';
import { newEvent } from '../../../src/model/new-event.ts';
import { neighbours } from '../../../src/mta/neighbours/index.ts';

const LOG = new URL('../../../fixtures/neighbours/lines.log', import.meta.url);
const EXPECTED = new URL('../../../fixtures/neighbours/lines.expected.ndjson', import.meta.url);

type Expected = Record<string, unknown> & { line: number; daemon: string };

const rows = readFileSync(EXPECTED, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Expected);

function readEvents(): MailEvent[] {
  const header = new HeaderReader({ timezone: 'UTC', year: 2026, messageTime: () => null });
  header.open('lines.log', Date.UTC(2026, 11), '');
  const reader = neighbours.reader();
  return readFileSync(LOG, 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => {
      header.read(text);
      const event = newEvent(header.line, 'neighbour');
      return reader.read(header.line, event) ? event : newEvent(header.line, 'neighbour');
    });
}

const events = readEvents();

test.each(rows)('line $line: $daemon, $kind', (row) => {
  expect(neighbours.claims(row.daemon)).toBe(true);
  expect(events[row.line - 1]).toMatchObject({
    queueId: row['queue_id'] ?? null,
    direction: null,
    replyCode: null,
    enhancedCode: null,
    impliedCode: null,
    status: null,
    storage: null,
    clientIp: row['peer_ip'] ?? null,
    clientHost: row['peer_host'] ?? null,
    sender: row['sender'] ?? null,
    recipient: row['address'] ?? null,
    messageId: row['message_id'] ?? null,
    size: row['size'] ?? null,
    relatedId: row['related_queue_id'] ?? null,
    relation: row['related_kind'] === undefined ? null : 'queued-as',
  });
});

test('no line is unrecognized', () => {
  expect(events).toHaveLength(rows.length);
  expect(events.filter((event) => event.kind === 'unrecognized')).toEqual([]);
});
