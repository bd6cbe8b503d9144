// Space that ran out, by kind and side, against the record.
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { labTruth, type TruthRow } from '../support/lab.ts';
import { LOGS_OF_SERVER, MIXED_LOGS, reportOn, sumOf, type Server } from '../support/lab-report.ts';

const servers = Object.keys(LOGS_OF_SERVER) as Server[];
const truth = labTruth();

test.each(servers)('%s', async (server) => {
  expect(storageOf(await reportOn(LOGS_OF_SERVER[server]))).toEqual(expectedStorage(server));
});

test.each(MIXED_LOGS)('%s', async (log) => {
  const expected = sumOf(expectedStorage('postfix-b'), expectedStorage('exim-b'));
  expect(storageOf(await reportOn([log]))).toEqual(expected);
});

describe('sides', () => {
  test('a mailbox behind LMTP is ours, one behind SMTP theirs, whatever the address', async () => {
    const { places } = (await reportOn(LOGS_OF_SERVER['postfix-b'])).storage;
    const sideOf = (domain: string): Set<string> =>
      new Set(places.filter(({ place }) => place.endsWith(domain)).map(({ side }) => side));
    expect(sideOf('@example.net')).toEqual(new Set(['ours']));
    expect(sideOf('@driftwood.example')).toEqual(new Set(['theirs']));
  });
});

/** `KIND SIDE`; a size limit has no side. */
function storageOf({ storage }: Snapshot): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, side, count } of storage.places) {
    const key = `${kind} ${side}`;
    counts[key] = (counts[key] ?? 0) + count;
  }
  const sizes = storage.by_kind['message-size'];
  return sizes === 0 ? counts : { ...counts, 'message-size': sizes };
}

function expectedStorage(server: Server): Record<string, number> {
  const rows = truth.flatMap((row) => keysOf(row, server)).map((key) => ({ [key]: 1 }));
  return sumOf(...rows, ...(WITHOUT_REPLY[server] ?? []));
}

/** Lines that no reply stands behind. */
const WITHOUT_REPLY: Partial<Record<Server, readonly Readonly<Record<string, number>>[]>> = {
  'postfix-a': [
    // local(8): "cannot update mailbox … File too large"
    { 'mailbox-quota ours': 2 },
    // pipe(8): "mailbox is full (quota exceeded)", "No space left on device"
    { 'mailbox-quota ours': 1, 'queue-disk ours': 5 },
    // cleanup, mail of local programs: "write queue file: No space left on device"
    { 'queue-disk ours': 2 },
  ],
  'postfix-b': [{ 'queue-disk ours': 2 }],
  // appendfile: "mailbox is full (MTA-imposed quota exceeded …)", "No space left on device: error while writing to …"
  'exim-a': [{ 'mailbox-quota ours': 14, 'queue-disk ours': 12 }],
};

/** What the log of `server` shows of the reply, once for each line. */
function keysOf(row: TruthRow, server: Server): string[] {
  if (row.type !== 'reply') return [];
  const isTold = row.dir === 'received' ? row.server === server : row.peer === server;
  const visible = row.peer === server ? row.visible_in_peer_log : row.visible_in_log;
  if (!(isTold || row.server === server) || visible === undefined || visible === 'no') return [];
  // Told, and only as text: the line is that of another attempt.
  if (isTold && visible === 'text') return [];
  const kind = kindOf(row);
  if (kind === null) return [];
  const lines = isTold && row.stage === 'eod' ? Math.max(1, row.rcpts?.length ?? 1) : 1;
  return Array.from({ length: lines }, () => keyOf(kind, isTold, row.dir === 'internal'));
}

function keyOf(kind: string, isTold: boolean, isBackEnd: boolean): string {
  if (kind === 'message-too-large') return 'message-size';
  if (kind === 'mailbox-full') return `mailbox-quota ${isTold && !isBackEnd ? 'theirs' : 'ours'}`;
  return isTold ? 'remote-system theirs' : 'queue-disk ours';
}

/** The record's word, but for replies that say something else than the scenario they were sent in. */
function kindOf({ storage, text = '' }: TruthRow): string | null {
  // A milter's reply: the log has its enhanced code and no word of space.
  if (text.endsWith('not now')) return null;
  // May be memory: knowledge of resources that run short, not of disks.
  if (text.includes('Insufficient system resources')) return null;
  // 552 of RFC 821: the mailbox, not the server.
  if (text.includes('exceeded storage allocation')) return 'mailbox-full';
  return storage ?? null;
}
