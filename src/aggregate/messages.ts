// Mail in and out, as far as single lines prove it. What needs the lines of a message together (an arrival that a
// content filter gave back without saying so, a message that was cancelled or refused after its arrival line, what is
// still open) is the correlator's: until it is asked, these are the figures.
import type { MailEvent, Stage } from '../model/event.ts';
import type { MessagesView } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { addDistinct, countDistinct, mergeDistinct, type Distinct } from './distinct.ts';
import { Histogram } from './histogram.ts';

/** 0.8 % off beyond it. */
const MOST_EXACT = 16_384;

export class Messages implements Aggregate<MessagesView> {
  /** Arrival lines that name no other queue id: neither handed back by a filter, nor requeued, nor a bounce. */
  receivedSmtp = 0;
  receivedLocal = 0;
  /** Arrival lines that name the id the message had before. */
  reinjected = 0;
  /** Bounces, delay and success notices that were made. */
  notifications = 0;
  canceled = 0;
  /** Recipients whose delivery line says `sent`, in the log of the MTA. Hops into a content filter among them. */
  delivered = 0;
  /** Of `sent` lines: an alias made a new message of it. */
  forwarded = 0;
  deferralAttempts = 0;
  bounced = 0;
  expired = 0;
  /** Recipients, senders, clients and messages that were refused: one refusal, one count. */
  rejectedTemporary = 0;
  rejectedPermanent = 0;
  held = 0;
  discarded = 0;
  /** Where the arrival line has the size (Exim). */
  bytesReceived = 0;
  bytesDelivered = 0;
  /** Queue ids with a deferral. */
  readonly deferred: Distinct = [];
  readonly delays: Histogram = new Histogram();

  add(event: MailEvent): void {
    const { kind, status, repeat } = event;
    switch (kind) {
      case 'arrival':
        return this.#arrival(event);
      case 'delivery':
        return this.#delivery(event);
      case 'notification':
        this.notifications += repeat;
        return;
      case 'canceled':
        this.canceled += repeat;
        return;
      case 'expired':
        this.expired += repeat;
        return;
      case 'hold':
        this.held += repeat;
        return;
      case 'discard':
        this.discarded += repeat;
        return;
      case 'reject':
      case 'storage':
        if (event.replyRole !== 'said' || !event.storageCounts || NO_MAIL.has(event.stage)) return;
        if (status === 'rejected') this.rejectedPermanent += repeat;
        else if (status === 'temp-rejected') this.rejectedTemporary += repeat;
    }
  }

  merge(later: Messages): void {
    for (const name of SUMS) this[name] += later[name];
    mergeDistinct(this.deferred, later.deferred, MOST_EXACT);
    this.delays.merge(later.delays);
  }

  view(): MessagesView {
    const { delays } = this;
    return {
      received: this.receivedSmtp + this.receivedLocal,
      received_smtp: this.receivedSmtp,
      received_local: this.receivedLocal,
      reinjected: this.reinjected,
      notifications: this.notifications,
      canceled: this.canceled,
      delivered: this.delivered,
      forwarded: this.forwarded,
      deferred: countDistinct(this.deferred, MOST_EXACT),
      deferral_attempts: this.deferralAttempts,
      bounced: this.bounced,
      expired: this.expired,
      rejected: { temporary: this.rejectedTemporary, permanent: this.rejectedPermanent },
      held: this.held,
      discarded: this.discarded,
      bytes_received: this.bytesReceived,
      bytes_delivered: this.bytesDelivered,
      open: 0,
      delay_seconds:
        delays.count === 0
          ? null
          : {
              p50: delays.percentile(0.5) ?? 0,
              p90: delays.percentile(0.9) ?? 0,
              p99: delays.percentile(0.99) ?? 0,
              max: delays.max,
            },
    };
  }

  #arrival(event: MailEvent): void {
    const { relation } = event;
    if (relation === 'bounce-of') this.notifications++;
    else if (relation === 'original' || relation === 'requeued-from') this.reinjected++;
    else {
      if (event.direction === 'local') this.receivedLocal++;
      else this.receivedSmtp++;
      this.bytesReceived += event.size ?? 0;
    }
  }

  #delivery(event: MailEvent): void {
    // A mail store that logs its side of the delivery has no queue id: the MTA's line is the one that counts.
    if (event.queueId === null) return;
    const { status, repeat } = event;
    if (status === 'sent') {
      if (event.relation === 'forwarded-as') {
        this.forwarded += repeat;
        return;
      }
      this.delivered += repeat;
      this.bytesDelivered += (event.size ?? 0) * repeat;
      if (event.delay !== null) this.delays.add(event.delay, repeat);
    } else if (status === 'deferred' || status === 'softbounce') {
      this.deferralAttempts += repeat;
      addDistinct(this.deferred, event.queueId, MOST_EXACT);
    } else if (status === 'bounced') this.bounced += repeat;
    else if (status === 'expired' || status === 'force-expired') this.expired += repeat;
  }
}

/** Commands whose refusal turns no mail away. */
const NO_MAIL: ReadonlySet<Stage | null> = new Set<Stage | null>([
  'auth',
  'starttls',
  'vrfy',
  'expn',
  'etrn',
]);

const SUMS = [
  'receivedSmtp',
  'receivedLocal',
  'reinjected',
  'notifications',
  'canceled',
  'delivered',
  'forwarded',
  'deferralAttempts',
  'bounced',
  'expired',
  'rejectedTemporary',
  'rejectedPermanent',
  'held',
  'discarded',
  'bytesReceived',
  'bytesDelivered',
] as const;
