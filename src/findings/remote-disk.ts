// Another server has no room for anybody's mail.
import { formatPlural } from '../format/number.ts';
import type { Finding, PlaceRow } from '../model/snapshot.ts';
import type { FindingRule } from './finding-rule.ts';
import { lookAtQueue, lookAtQueueDisk } from './queue-commands.ts';
import { shownName } from './shown-name.ts';

/** Messages that show an outage, not one reply gone astray. */
const OUTAGE = 3;
const MOST_NAMED = 5;

export const remoteDisk: FindingRule = ({ storage }) =>
  storage.places
    .filter(({ kind, side }) => side === 'theirs' && kind !== 'mailbox-quota')
    .slice(0, MOST_NAMED)
    .map((row) => (isThisHost(row.place) ? behindFilter(row) : theirDisk(row)));

function theirDisk(row: PlaceRow): Finding {
  const name = shownName(row.place);
  return {
    id: `remote-disk:${name}`,
    area: 'storage',
    severity: Math.max(row.messages, row.waiting) >= OUTAGE ? 'warning' : 'notice',
    title: `${name} is out of space${row.waiting > 0 ? `, ${formatPlural(row.waiting, 'message')} waiting` : ''}`,
    evidence: `${formatPlural(row.count, 'refusal')} for ${formatPlural(row.messages, 'message')}`,
    from: row.first,
    to: row.last,
    count: row.count,
    hint: {
      owner: 'remote admin',
      summary: 'Their disk, not ours. Mail waits here and goes out when they have room again.',
      steps: [...lookAtQueue(row.mtas), `tell the postmaster of ${name} by another way than mail to ${name}`],
    },
    query: 'mailtop events --reason storage-system-full',
  };
}

/** "host 127.0.0.1[127.0.0.1] said: 452 4.3.1 …": a content filter passes on what our own queue said. */
function behindFilter(row: PlaceRow): Finding {
  return {
    id: 'filter-disk',
    area: 'storage',
    severity: 'critical',
    title: `The server behind our content filter is out of space: ${formatPlural(row.count, 'refusal')}`,
    evidence: `${shownName(row.place)} said so, which is this host`,
    from: row.first,
    to: row.last,
    count: row.count,
    hint: {
      owner: 'admin',
      summary:
        'A filter on this host passes on what our own queue, or its own disk, said: the full disk is ours.',
      steps: lookAtQueueDisk(row.mtas),
    },
    query: 'mailtop events --reason storage-system-full',
  };
}

function isThisHost(place: string): boolean {
  return place === 'localhost' || place === '::1' || place.startsWith('127.');
}
