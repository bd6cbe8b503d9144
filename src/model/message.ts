import type { Reason } from './reason.ts';
import type { MtaName } from './event.ts';

/** How a message came into the mail system. Null: its beginning is not in the log. */
export type Origin = 'smtp' | 'local' | 'notification';

/**
 * What became of one recipient. `forwarded`: an alias made a new message of it. `filtered`: handed to a content
 * filter that gave it back under another queue id.
 */
export type RecipientOutcome =
  | 'delivered'
  | 'forwarded'
  | 'filtered'
  | 'deferred'
  | 'bounced'
  | 'expired'
  | 'discarded';

export type MessageOutcome =
  | 'delivered'
  | 'partly-delivered'
  | 'deferred'
  | 'bounced'
  | 'expired'
  | 'rejected'
  | 'held'
  | 'discarded'
  | 'canceled'
  | 'open';

export interface Recipient {
  readonly address: string;
  readonly original: string | null;
  outcome: RecipientOutcome;
  /** Delivery attempts that the log shows. */
  attempts: number;
  /** Of these, the ones that ended in "try again". */
  deferrals: number;
  relay: string | null;
  replyCode: number | null;
  enhancedCode: string | null;
  /** Of the last attempt that gave a reason: a bare "retry timeout exceeded" does not replace it. */
  reason: Reason | null;
  /** Seconds from arrival to the last attempt. */
  delay: number | null;
  /** Epoch milliseconds of the last attempt. */
  last: number | null;
}

/** One mail, through every queue id that it got. Times are epoch milliseconds. */
export interface Message {
  readonly queueId: string;
  /** Ids that content filters, aliases and requeueing gave it. */
  readonly alsoQueueIds: string[];
  readonly host: string | null;
  readonly mta: MtaName;
  messageId: string | null;
  arrived: number | null;
  ended: number | null;
  origin: Origin | null;
  clientIp: string | null;
  account: string | null;
  sender: string | null;
  size: number | null;
  readonly recipients: Recipient[];
  outcome: MessageOutcome;
  /** A permanent (5) or temporary (4) refusal after the data, where the outcome is `rejected`. */
  rejectedClass: 4 | 5 | null;
}
