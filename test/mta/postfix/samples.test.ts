import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HeaderReader } from '../../../src/header/index.ts';
import type { MailEvent } from '../../../src/model/event.ts';
import { newEvent } from '../../../src/model/new-event.ts';
import { postfix } from '../../../src/mta/postfix/index.ts';

const FIXTURES = new URL('../../../fixtures/postfix/', import.meta.url);

interface Expected {
  line: number;
  mta: string | null;
  kind: string;
  auth?: Record<string, unknown>;
  [field: string]: unknown;
}

function readEvents(log: string): Map<number, MailEvent> {
  const header = new HeaderReader({ timezone: 'UTC', year: 2026, messageTime: () => null });
  header.open(log, Date.UTC(2026, 11), '');
  const reader = postfix.reader();
  const events = new Map<number, MailEvent>();
  for (const text of readFileSync(new URL(log, FIXTURES), 'utf8').split('\n')) {
    const result = header.read(text.endsWith('\r') ? text.slice(0, -1) : text);
    const { line } = header;
    if (result !== 'line' || line.program === null || !postfix.claims(line.program)) continue;
    const event = newEvent(line, 'postfix');
    if (!reader.read(line, event)) event.kind = 'unrecognized';
    events.set(line.line, event);
  }
  return events;
}

const RELATIONS = new Map([
  ['queued_as', 'queued-as'],
  ['forwarded', 'forwarded-as'],
  ['bounce', 'bounce'],
  ['delay', 'delay-notice'],
  ['success_dsn', 'success-notice'],
  ['bounce_postmaster', 'postmaster-notice'],
  ['orig', 'original'],
  ['requeued_from', 'requeued-from'],
]);

/** What a line is about by its own kind; the storage of replies and outcome texts is for `classify` to say. */
const STORAGE_KINDS = new Set([
  'storage-warning',
  'queue-write-error',
  'queue-size-exceeded',
  'submission-error',
  'fatal',
  'bounce-failed',
]);

describe.each(['lines', 'damaged'])('%s.log', (name) => {
  const events = readEvents(`${name}.log`);
  const rows = readFileSync(new URL(`${name}.expected.ndjson`, FIXTURES), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Expected)
    .filter((row) => row.mta === 'postfix');

  function eventOf(row: Expected): MailEvent {
    const event = events.get(row.line);
    if (event === undefined) throw new Error(`no event for line ${row.line}`);
    return event;
  }

  test.each(rows)('line $line: $kind', (row) => {
    const event = eventOf(row);
    expect(event.kind === 'unrecognized').toBe(row.kind === 'other');
    const isOutbound = event.direction === 'outbound';
    expect({
      ...event,
      peerHost: isOutbound ? event.relay : event.clientHost,
      peerIp: isOutbound ? event.relayIp : event.clientIp,
      counters: event.counters === null ? null : Object.fromEntries(event.counters),
    }).toMatchObject({
      queueId: row['queue_id'] ?? null,
      direction: row['direction'] ?? null,
      replyCode: row['reply_code'] ?? null,
      enhancedCode: row['enhanced_code'] ?? null,
      impliedCode: row['implied_code'] ?? null,
      status: row['status'] ?? null,
      severity: row['severity'],
      dsn: row['dsn'] ?? null,
      peerHost: row['peer_host'] ?? null,
      peerIp: row['peer_ip'] ?? null,
      sender: row['sender'] ?? null,
      recipient: row['address'] ?? null,
      originalRecipient: row['original_address'] ?? null,
      size: row['size'] ?? null,
      delay: row['delay'] ?? null,
      messageId: row['message_id'] ?? null,
      recipients: row['nrcpt'] ?? null,
      helo: row['helo'] ?? null,
      counters: row['counters'] ?? null,
      relatedId: row['related_queue_id'] ?? null,
      relation: RELATIONS.get(String(row['related_kind'])) ?? null,
      freeBytes: row['free_bytes'] ?? null,
      storage: STORAGE_KINDS.has(row.kind) ? (row['storage'] ?? null) : null,
    });
  });

  // A logged dialogue tells more than each of its lines: there the command before the reply counts.
  const alone = rows.filter((row) => row.kind !== 'smtp-reply');

  test.each(alone)('line $line: the step of the dialogue', (row) => {
    expect(eventOf(row).stage).toBe(row['stage'] ?? null);
  });

  test.each(rows.filter((row) => row.auth === undefined))('line $line: no login', (row) => {
    expect(eventOf(row).auth).toBeNull();
  });

  const logins = rows.filter((row) => row.auth !== undefined);
  test.runIf(logins.length > 0).each(logins)('line $line: who tried to log in, and from where', (row) => {
    expect(eventOf(row).auth).toMatchObject({
      username: row.auth?.['username'] ?? null,
      outcome: row.auth?.['outcome'],
      clientIp: row.auth?.['client_ip'] ?? null,
    });
  });

  const inbound = logins.filter((row) => row['direction'] === 'inbound' && row.kind !== 'smtp-reply');
  test.runIf(inbound.length > 0).each(inbound)('line $line: how the client tried to log in', (row) => {
    expect(eventOf(row).auth).toMatchObject({
      mechanism: row.auth?.['mechanism'] ?? null,
      challengesMin: row.auth?.['challenges_min'] ?? 0,
      challengesTypical: row.auth?.['challenges_typ'] ?? 0,
    });
  });

  test('replies that were not said again are told apart', () => {
    const rolesWhere = (field: string, value: boolean): string[] => [
      ...new Set(rows.filter((row) => row[field] === value).map((row) => eventOf(row).replyRole)),
    ];
    expect(rolesWhere('reply_sent', false)).toEqual(name === 'lines' ? ['not-sent'] : []);
    expect(rolesWhere('echoed', true)).toEqual(name === 'lines' ? ['echoed'] : []);
    expect(rolesWhere('continued', true)).toEqual(name === 'lines' ? ['repeated'] : []);
  });
});
