// Logs of a real Exim beside a record of what was said on the wire: every reply that a line prints in full is read.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { HeaderReader } from '../../../src/header/index.ts';
import type { MailEvent } from '../../../src/model/event.ts';
import { exim } from '../../../src/mta/exim/index.ts';
import { readWith } from './reading.ts';

interface Said {
  type: string;
  server?: string;
  dir?: string;
  code?: number;
  enh?: string;
  visible_in_log?: string | boolean;
  log_ref?: string;
}

const LAB = new URL('../../../fixtures/lab/', import.meta.url);
const LOGS: Readonly<Record<string, string>> = {
  'exim/mainlog': 'exim/mainlog',
  'exim/rejectlog': 'exim/rejectlog',
  'exim-all/mainlog': 'exim-all/mainlog.gz',
  'exim-all/rejectlog': 'exim-all/rejectlog.gz',
  'exim-debug/debug.log': 'exim-debug/debug.log.gz',
};

const events = new Map(Object.entries(LOGS).map(([name, file]) => [name, eventsOf(file)]));
const truth = content('truth.ndjson.gz')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Said);

describe.each(Object.keys(LOGS))('%s', (name) => {
  test('has no line that is not understood', () => {
    const unrecognized = events.get(name)?.filter((event) => event?.kind === 'unrecognized') ?? [];
    expect(unrecognized.map((event) => event?.text)).toEqual([]);
  });

  test('shows the replies of the wire', () => {
    const replies = truth.filter(
      (row) =>
        row.type === 'reply' && row.visible_in_log === 'verbatim' && row.log_ref?.startsWith(`${name}:`),
    );
    const found = replies.map((row) => {
      const event = events.get(name)?.[Number(row.log_ref?.slice(name.length + 1)) - 1];
      return [row.log_ref, event?.replyCode, event?.enhancedCode, event?.direction];
    });
    const said = replies.map((row) => [
      row.log_ref,
      row.code,
      row.enh ?? null,
      row.dir === 'sent' ? 'inbound' : 'outbound',
    ]);
    expect(found).toEqual(said);
  });
});

test.each([
  ['exim-a', 'exim/mainlog'],
  ['exim-b', 'exim-all/mainlog'],
])('the logins of %s that left a trace are counted once', (server, name) => {
  const logins = truth.filter(
    (row) =>
      row.type === 'auth' &&
      row.server === server &&
      row.visible_in_log === true &&
      Reflect.get(row, 'outcome') === 'success',
  );
  const counted = events
    .get(name)
    ?.filter((event) => event?.auth?.outcome === 'success' && event.auth.counts);
  expect(counted?.length).toBe(logins.length);
});

test('no credential of the trace gets through', () => {
  const text = JSON.stringify(events.get('exim-debug/debug.log'));
  const sent = content('exim-debug/debug.log.gz').match(/(?<=auth input decode: '' '[^']*' ')[^']+/g) ?? [];
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((password) => text.includes(password))).toEqual([]);
});

function eventsOf(file: string): (MailEvent | null)[] {
  const header = new HeaderReader({ timezone: 'UTC', year: 2026, messageTime: () => null });
  header.open(file, Date.UTC(2026, 11), '');
  const reader = exim.reader();
  const lines = content(file).replace(/\n$/, '').split('\n');
  return lines.map((text) => (header.read(text) === 'line' ? readWith(reader, header.line) : null));
}

function content(file: string): string {
  const bytes = readFileSync(new URL(file, LAB));
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
