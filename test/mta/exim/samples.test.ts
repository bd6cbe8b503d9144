// The verified lines: every field that this room decides, line by line.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HeaderReader } from '../../../src/header/index.ts';
import { exim } from '../../../src/mta/exim/index.ts';
import type { MailEvent } from '../../../src/model/event.ts';
import { readWith } from './reading.ts';

interface Expected {
  line: number;
  [field: string]: unknown;
}

const SAMPLES = new URL('../../../fixtures/exim/', import.meta.url);

describe('the sample lines', () => {
  test.each(['lines', 'trace'])('%s', (name) => {
    const events = eventsOf(new URL(`${name}.log`, SAMPLES));
    const differences: string[] = [];
    for (const row of rowsOf(new URL(`${name}.expected.ndjson`, SAMPLES))) {
      const event = events[row.line - 1];
      const auth = row['auth'] as Record<string, unknown> | null;
      const wanted = [
        ...FIELDS.map(([field]) => row[field] ?? null),
        ...AUTH_FIELDS.map(([field]) => auth?.[field] ?? null),
      ];
      const found = [
        ...FIELDS.map(([, read]) => (event === undefined || event === null ? null : read(event))),
        ...AUTH_FIELDS.map(([, key]) => event?.auth?.[key] ?? null),
      ];
      if (JSON.stringify(found) !== JSON.stringify(wanted))
        differences.push(`${row.line}: ${JSON.stringify(found)} for ${JSON.stringify(wanted)}`);
    }
    expect(differences).toEqual([]);
  });
});

const FIELDS: readonly (readonly [string, (event: MailEvent) => unknown])[] = [
  ['queue_id', (event) => event.queueId],
  ['direction', (event) => event.direction],
  ['reply_code', (event) => event.replyCode],
  ['enhanced_code', (event) => event.enhancedCode],
  ['implied_code', (event) => event.impliedCode],
  ['stage', (event) => event.stage],
  ['status', (event) => event.status],
];
const AUTH_FIELDS = [
  ['mechanism', 'mechanism'],
  ['username', 'username'],
  ['outcome', 'outcome'],
  ['client_ip', 'clientIp'],
] as const;

function eventsOf(log: URL): (MailEvent | null)[] {
  const header = new HeaderReader({ timezone: 'UTC', year: 2026, messageTime: () => null });
  header.open('log', Date.UTC(2026, 11), '');
  const reader = exim.reader();
  const lines = readFileSync(log, 'utf8').split('\n');
  return lines.map((text) => (header.read(text) === 'line' ? readWith(reader, header.line) : null));
}

function rowsOf(file: URL): Expected[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Expected);
}
