// Space that ran out: whose, where, how often, how long.
import type { MailEvent, MtaName, StorageKind } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import type { PlaceRow, StorageView } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { addDistinct, countDistinct, mergeDistinct, type Distinct } from './distinct.ts';
import { FreeSpace } from './free-space.ts';
import { byText, heaviest } from './heaviest.ts';
import { Hourly } from './hourly.ts';
import { isPermanent } from './permanent.ts';
import { isoTime, joinSpan, widen, type Span } from './span.ts';
import { storagePlace } from './storage-place.ts';
import { TopMap } from './top-map.ts';

interface PlaceCount extends Span {
  kind: StorageKind;
  ours: boolean;
  place: string;
  mtas: MtaName[];
  count: number;
  messages: Distinct;
}

const STORAGE_KINDS: readonly StorageKind[] = [
  'queue-disk',
  'inode',
  'mailbox-quota',
  'remote-system',
  'message-size',
];

const MOST_PLACES = 50_000;

/** Without what needs whole messages (`waiting`). */
export class Storage implements Aggregate<StorageView> {
  transient = 0;
  permanent = 0;
  ours = 0;
  theirs = 0;
  /** By the order of STORAGE_KINDS. */
  readonly kinds: number[] = [0, 0, 0, 0, 0];
  readonly places: TopMap<string, PlaceCount>;
  readonly timeline: Hourly = new Hourly(STORAGE_KINDS.length);
  readonly freeSpace: FreeSpace = new FreeSpace();

  constructor(mostPlaces: number = MOST_PLACES) {
    this.places = new TopMap(mostPlaces);
  }

  add(event: MailEvent): void {
    if (event.freeBytes !== null) this.freeSpace.add(event);
    const kind = event.storage;
    if (kind === null || !event.storageCounts || event.replyRole !== 'said') return;
    const { repeat } = event;
    const index = STORAGE_KINDS.indexOf(kind);
    this.kinds[index] = (this.kinds[index] ?? 0) + repeat;
    this.timeline.add(event.time, index, repeat);
    // A limit is not exhaustion: it is shown beside.
    if (kind === 'message-size') return;

    if (isPermanent(event)) this.permanent += repeat;
    else this.transient += repeat;
    const ours = event.storageOurs === true;
    if (ours) this.ours += repeat;
    else this.theirs += repeat;
    this.#addPlace(event, kind, ours);
  }

  merge(later: Storage): void {
    this.transient += later.transient;
    this.permanent += later.permanent;
    this.ours += later.ours;
    this.theirs += later.theirs;
    for (const [index, count] of later.kinds.entries()) this.kinds[index] = (this.kinds[index] ?? 0) + count;
    this.places.merge(later.places, joinPlaces, copyPlace);
    this.timeline.merge(later.timeline);
    this.freeSpace.merge(later.freeSpace);
  }

  view(rows: number): StorageView {
    return {
      failures: this.transient + this.permanent,
      transient: this.transient,
      permanent: this.permanent,
      by_kind: byKind(this.kinds),
      by_side: { ours: this.ours, theirs: this.theirs },
      places: heaviest(this.places.rows.values(), rows, comparePlaces).map(placeRow),
      timeline: this.timeline
        .entries()
        .map(([time, counts]) => ({ time: isoTime(time) ?? '', ...byKind(counts) })),
      free_space: this.freeSpace.view(),
      forecast: [],
      incidents: [],
      folded: this.places.folded,
    };
  }

  #addPlace(event: MailEvent, kind: StorageKind, ours: boolean): void {
    const place = storagePlace(event, kind, ours);
    const key = `${ours ? 'ours' : 'theirs'} ${kind} ${place}`;
    let row = this.places.get(key);
    if (row === undefined) {
      row = { kind, ours, place: keep(place), mtas: [], count: 0, messages: [], first: null, last: null };
      this.places.put(keep(key), row);
    }
    row.count += event.repeat;
    widen(row, event.time);
    if (!row.mtas.includes(event.mta)) row.mtas.push(event.mta);
    if (event.queueId !== null) addDistinct(row.messages, event.queueId);
  }
}

function byKind(counts: readonly number[]): Record<StorageKind, number> {
  const [queueDisk = 0, inode = 0, mailboxQuota = 0, remoteSystem = 0, messageSize = 0] = counts;
  return {
    'queue-disk': queueDisk,
    inode,
    'mailbox-quota': mailboxQuota,
    'remote-system': remoteSystem,
    'message-size': messageSize,
  };
}

function copyPlace(row: PlaceCount): PlaceCount {
  return { ...row, mtas: [...row.mtas], messages: [...row.messages] };
}

function joinPlaces(mine: PlaceCount, theirs: PlaceCount): void {
  mine.count += theirs.count;
  joinSpan(mine, theirs);
  mergeDistinct(mine.messages, theirs.messages);
  for (const mta of theirs.mtas) if (!mine.mtas.includes(mta)) mine.mtas.push(mta);
}

function comparePlaces(a: PlaceCount, b: PlaceCount): number {
  return (
    b.count - a.count || byText(a.place, b.place) || byText(a.kind, b.kind) || Number(b.ours) - Number(a.ours)
  );
}

function placeRow(row: PlaceCount): PlaceRow {
  return {
    kind: row.kind,
    side: row.ours ? 'ours' : 'theirs',
    place: row.place,
    mtas: row.mtas.toSorted(byText),
    count: row.count,
    messages: countDistinct(row.messages),
    waiting: 0,
    waiting_bytes: null,
    first: isoTime(row.first),
    last: isoTime(row.last),
  };
}
