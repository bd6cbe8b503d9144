// Our own queue or mail store has no room: nothing comes in, or nothing can be stored.
import { clean } from '../format/clean.ts';
import { formatBytes, formatCount, formatPlural, formatTimes } from '../format/number.ts';
import type { Finding, PlaceRow, Snapshot } from '../model/snapshot.ts';
import { mtasOf, spanOf, sumOf, type FindingRule } from './finding-rule.ts';
import { lookAtQueueDisk, queueLimits } from './queue-commands.ts';
import { shownName } from './shown-name.ts';

export const ownDisk: FindingRule = (snapshot) => {
  const full = snapshot.storage.places.filter(
    ({ kind, side }) => side === 'ours' && (kind === 'queue-disk' || kind === 'inode'),
  );
  const places = new Set(full.map(({ place }) => place));
  return [...places].map((place) =>
    fullDisk(
      snapshot,
      place,
      full.filter((row) => row.place === place),
    ),
  );
};

function fullDisk(snapshot: Snapshot, place: string, rows: readonly PlaceRow[]): Finding {
  const count = sumOf(rows);
  const name = shownName(place).replace(/^- /, 'our ');
  const mtas = mtasOf(rows);
  const isStore = place.endsWith(' mail store');
  const inodes = rows.some(({ kind }) => kind === 'inode');
  const what = inodes && rows.every(({ kind }) => kind === 'inode') ? 'out of inodes' : 'full';
  return {
    id: `own-disk:${name}`,
    area: 'storage',
    severity: isDoubtful(snapshot, count) ? 'warning' : 'critical',
    title: isStore
      ? `${name} ${what}: ${formatPlural(count, 'delivery', 'deliveries')} failed`
      : `${name} ${what}: mail turned away ${formatTimes(count)}`,
    evidence: [
      ...(isStore ? [] : [codesOf(snapshot, count), lowestFree(snapshot, place)]),
      inodes ? 'inodes ran out' : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
    ...spanOf(rows),
    count,
    hint: {
      owner: 'admin',
      summary: isStore
        ? 'Mail is accepted but cannot be stored: it waits in the queue, nothing is lost yet.'
        : 'Nothing comes in while it lasts. Senders retry for about 4 to 5 days: delayed, not lost.',
      steps: [
        ...(isStore ? ['df -h; df -i (the file system of the mailboxes)'] : lookAtQueueDisk(mtas)),
        'rotated logs, core dumps, package caches and old backups there are the first that may go elsewhere',
        ...(isStore ? [] : queueLimits(mtas)),
      ],
    },
    query: 'mailtop events --reason storage-system-full',
  };
}

/** A single 451 may also come from a milter or filter that broke off. */
function isDoubtful({ replies }: Snapshot, count: number): boolean {
  if (count > 1) return false;
  return replies.codes.some((row) => row.reason === 'storage-system-full' && row.code === 451);
}

/** `131 x 452 4.3.1`; only the codes where they do not add up to `count`: other servers, or codes that were not logged. */
function codesOf({ replies }: Snapshot, count: number): string {
  const rows = replies.codes.filter(
    ({ reason, direction }) => reason === 'storage-system-full' && direction === 'inbound',
  );
  const isAll = sumOf(rows) === count;
  return rows
    .slice(0, 3)
    .map((row) => {
      const code = row.enhanced_code === null ? String(row.code) : `${row.code} ${clean(row.enhanced_code)}`;
      return isAll ? `${formatCount(row.count)} x ${code}` : code;
    })
    .join(', ');
}

function lowestFree({ storage }: Snapshot, place: string): string {
  const readings = storage.free_space.filter(({ host }) => place.startsWith(`${host ?? '-'} `));
  if (readings.length === 0) return '';
  return `free space went down to ${formatBytes(Math.min(...readings.map((each) => each.free_bytes)))}`;
}
