// Trouble with the other side, reason by reason, with or without a reply: refusals, time-outs, failing lookups.
// Logins of clients are in `auth`.
import { REASON_FACTS } from '../knowledge/reasons/index.ts';
import type { Direction, MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import type { Reason } from '../model/reason.ts';
import type { PeerRow, PeersView } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { addDistinct, countDistinct, mergeDistinct, type Distinct } from './distinct.ts';
import { byText, heaviest } from './heaviest.ts';
import { peerOf } from './peer.ts';
import { isPermanent } from './permanent.ts';
import { isoTime, joinSpan, widen, type Span } from './span.ts';
import { TopMap } from './top-map.ts';

interface PeerCount extends Span {
  peer: string;
  direction: Direction;
  reason: Reason;
  count: number;
  permanent: number;
  messages: Distinct;
  /** Of the first line. */
  example: string;
}

const MOST_PEERS = 10_000;
const LONGEST_EXAMPLE = 300;

export class Peers implements Aggregate<PeersView> {
  readonly rows: TopMap<string, PeerCount>;

  constructor(mostPeers: number = MOST_PEERS) {
    this.rows = new TopMap(mostPeers);
  }

  add(event: MailEvent): void {
    const { reason } = event;
    if (reason === null || event.replyRole !== 'said' || !isTrouble(event, reason)) return;
    const direction = event.direction ?? 'local';
    if (direction === 'inbound' && REASON_FACTS[reason].family === 'auth' && reason !== 'sender-not-allowed')
      return;

    const peer = peerOf(event);
    const key = `${reason} ${direction} ${peer}`;
    let row = this.rows.get(key);
    if (row === undefined) {
      const example = keep((event.replyText ?? event.text).slice(0, LONGEST_EXAMPLE));
      const name = keep(peer);
      row = {
        peer: name,
        direction,
        reason,
        count: 0,
        permanent: 0,
        messages: [],
        example,
        first: null,
        last: null,
      };
      this.rows.put(keep(key), row);
    }
    row.count += event.repeat;
    if (isPermanent(event)) row.permanent += event.repeat;
    widen(row, event.time);
    if (event.queueId !== null) addDistinct(row.messages, event.queueId);
  }

  merge(later: Peers): void {
    this.rows.merge(later.rows, joinPeers, (theirs) => ({ ...theirs, messages: [...theirs.messages] }));
  }

  view(rows: number): PeersView {
    return {
      rows: heaviest(this.rows.rows.values(), rows, comparePeers).map(peerRow),
      folded: this.rows.folded,
    };
  }
}

function isTrouble(event: MailEvent, reason: Reason): boolean {
  switch (event.status) {
    case 'bounced':
    case 'softbounce':
    case 'deferred':
    case 'expired':
    case 'force-expired':
    case 'rejected':
    case 'temp-rejected':
    case 'undeliverable':
    case 'undeliverable-but-not-cached':
      // "retry time not reached": nobody was asked.
      return reason !== 'unclassified' || event.replyCode !== null;
    case null:
      // A handshake that failed is a line of its own, without a code.
      return (event.replyCode ?? event.impliedCode ?? 0) >= 400 || reason === 'tls-failed';
    default:
      return false;
  }
}

function joinPeers(mine: PeerCount, theirs: PeerCount): void {
  mine.count += theirs.count;
  mine.permanent += theirs.permanent;
  mergeDistinct(mine.messages, theirs.messages);
  joinSpan(mine, theirs);
}

function comparePeers(a: PeerCount, b: PeerCount): number {
  return (
    b.count - a.count ||
    byText(a.peer, b.peer) ||
    byText(a.reason, b.reason) ||
    byText(a.direction, b.direction)
  );
}

function peerRow(row: PeerCount): PeerRow {
  return {
    peer: row.peer,
    direction: row.direction,
    reason: row.reason,
    count: row.count,
    messages: countDistinct(row.messages),
    transient: row.count - row.permanent,
    permanent: row.permanent,
    first: isoTime(row.first),
    last: isoTime(row.last),
    example: row.example,
  };
}
