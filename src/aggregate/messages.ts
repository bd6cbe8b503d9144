// Mail in and out. What single lines prove (refusals, attempts) is counted from events; everything else from whole
// mails, each followed through all its queue ids, so that none counts twice (contract, section 2).
import type { MailEvent, Stage } from '../model/event.ts';
import type { Message, Recipient } from '../model/message.ts';
import type { MessagesView } from '../model/snapshot.ts';
import { Histogram } from './histogram.ts';

export class Messages {
  /** Mails taken over from outside: not what a filter gave back, an alias forwarded or the mail system wrote itself. */
  receivedSmtp = 0;
  receivedLocal = 0;
  /** Further queue ids of mails that were counted: content filters, aliases, requeueing. */
  reinjected = 0;
  /** Bounces, delay and success notices. */
  notifications = 0;
  canceled = 0;
  /** Recipients whose delivery left the mail system for good. */
  delivered = 0;
  forwarded = 0;
  /** Mails with at least one deferral. */
  deferred = 0;
  /** Delivery attempts that ended in "try again". */
  deferralAttempts = 0;
  /** Recipients. */
  bounced = 0;
  expired = 0;
  /** Refusals: one of a recipient, sender, client or mail is one. */
  rejectedTemporary = 0;
  rejectedPermanent = 0;
  held = 0;
  discarded = 0;
  bytesReceived = 0;
  bytesDelivered = 0;
  open = 0;
  /** Seconds from arrival to delivery. */
  readonly delays: Histogram = new Histogram();

  add(event: MailEvent): void {
    const { kind, status, repeat } = event;
    if (kind === 'delivery') {
      // A mail store's own line has no queue id: the MTA's line about the same delivery counts.
      if (event.queueId !== null && (status === 'deferred' || status === 'softbounce'))
        this.deferralAttempts += repeat;
      return;
    }
    if (kind !== 'reject' && kind !== 'storage') return;
    // A refusal whose reply stands in a dialogue beside it is still a refusal; a warning is none.
    if (event.replyRole === 'not-sent' || !event.storageCounts || NO_MAIL.has(event.stage)) return;
    if (status === 'rejected') this.rejectedPermanent += repeat;
    else if (status === 'temp-rejected') this.rejectedTemporary += repeat;
  }

  addMail(mail: Message): void {
    if (mail.outcome === 'canceled') this.canceled++;
    else if (mail.origin === 'notification') this.notifications++;
    else if (mail.outcome !== 'rejected') this.#received(mail);
    this.reinjected += mail.alsoQueueIds.length;
    if (mail.outcome === 'held') this.held++;
    // No line names the recipients.
    if (mail.recipients.length === 0 && mail.outcome === 'discarded') this.discarded++;
    else if (mail.recipients.length === 0 && mail.outcome === 'expired') this.expired++;
    if (mail.ended === null) this.open++;
    let deferred = false;
    for (const recipient of mail.recipients) {
      if (recipient.deferrals > 0) deferred = true;
      this.#recipient(recipient, mail.size ?? 0);
    }
    if (deferred) this.deferred++;
  }

  merge(later: Messages): void {
    for (const name of SUMS) this[name] += later[name];
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
      deferred: this.deferred,
      deferral_attempts: this.deferralAttempts,
      bounced: this.bounced,
      expired: this.expired,
      rejected: { temporary: this.rejectedTemporary, permanent: this.rejectedPermanent },
      held: this.held,
      discarded: this.discarded,
      bytes_received: this.bytesReceived,
      bytes_delivered: this.bytesDelivered,
      open: this.open,
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

  /** A mail whose beginning is not in the log was received in another one. */
  #received(mail: Message): void {
    if (mail.origin === 'smtp') this.receivedSmtp++;
    else if (mail.origin === 'local') this.receivedLocal++;
    else return;
    this.bytesReceived += mail.size ?? 0;
  }

  #recipient(recipient: Recipient, size: number): void {
    switch (recipient.outcome) {
      case 'delivered':
        this.delivered++;
        this.bytesDelivered += size;
        if (recipient.delay !== null) this.delays.add(recipient.delay, 1);
        return;
      case 'forwarded':
        this.forwarded++;
        return;
      case 'bounced':
        this.bounced++;
        return;
      case 'expired':
        this.expired++;
        return;
      case 'discarded':
        this.discarded++;
        return;
      default:
        return;
    }
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
  'deferred',
  'deferralAttempts',
  'bounced',
  'expired',
  'rejectedTemporary',
  'rejectedPermanent',
  'held',
  'discarded',
  'bytesReceived',
  'bytesDelivered',
  'open',
] as const;
