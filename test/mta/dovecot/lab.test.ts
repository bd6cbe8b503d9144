// A real Dovecot 2.3.19 with its truth, when the laboratory's logs are at hand.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HeaderReader } from '../../../src/header/index.ts';
import type { MailEvent } from '../../../src/model/event.ts';
import { newEvent } from '../../../src/model/new-event.ts';
import { dovecot } from '../../../src/mta/dovecot/index.ts';

const LAB = new URL('../../../../shared/samples/lab-a/', import.meta.url);

interface AuthTruth {
  by_outcome: Record<string, number>;
  by_user: Record<string, Record<string, number>>;
}

function readEvents(log: string): MailEvent[] {
  const header = new HeaderReader({ timezone: 'UTC', year: 2026, messageTime: () => null });
  header.open(log, Date.UTC(2026, 11), '');
  const reader = dovecot.reader();
  const events: MailEvent[] = [];
  for (const text of readFileSync(new URL(log, LAB), 'utf8').trimEnd().split('\n')) {
    header.read(text);
    if (header.line.program !== 'dovecot') continue;
    const event = newEvent(header.line, 'dovecot');
    if (!reader.read(header.line, event)) event.kind = 'unrecognized';
    events.push(event);
  }
  return events;
}

function countAuth(
  events: readonly MailEvent[],
  nameOf: (event: MailEvent) => string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const event of events) {
    if (event.auth === null || !event.auth.counts) continue;
    const name = nameOf(event);
    counts[name] = (counts[name] ?? 0) + event.auth.attempts * event.repeat;
  }
  return counts;
}

describe.skipIf(!existsSync(LAB)).each([
  ['dovecot.log', 'dovecot-a', 552],
  ['mixed-rfc3164.log', 'dovecot-b', 452],
  ['mixed-iso.log', 'dovecot-b', 452],
  ['mixed-repeat-reduction.log', 'dovecot-b', 452],
])('%s', (log, server, overQuota) => {
  const events = existsSync(LAB) ? readEvents(log) : [];
  const summary = existsSync(LAB) ? JSON.parse(readFileSync(new URL('summary.json', LAB), 'utf8')) : null;

  test('every line is understood', () => {
    expect(events.filter((event) => event.kind === 'unrecognized').map((event) => event.text)).toEqual([]);
  });

  test('counts the logins that took place', () => {
    const truth: AuthTruth = summary.auth[server];
    expect(countAuth(events, (event) => event.auth?.outcome ?? '')).toEqual(truth.by_outcome);
    const byUser = Object.entries(truth.by_user).map(([user, counts]) => [
      user,
      Object.values(counts).reduce((sum, count) => sum + count, 0),
    ]);
    expect(countAuth(events, (event) => event.auth?.username ?? '')).toEqual(Object.fromEntries(byUser));
  });

  test('tells full mailboxes, and recipients that were looked up from logins', () => {
    const sent: Record<string, number> = summary.replies[server].sent_to_lab_servers;
    expect(events.filter((event) => event.storage === 'mailbox-quota')).toHaveLength(
      sent[String(overQuota)] ?? -1,
    );
    expect(events.filter((event) => event.kind === 'verify')).toHaveLength(sent['550'] ?? -1);
  });
});
