// A message while its lines are still coming.
import type { MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import type { Message, Recipient } from '../model/message.ts';

/** How a message came out of the one before it. */
export type Link = 'reinjected' | 'forwarded' | 'requeued';

/** The open messages of one mail system, by queue id, the longest untouched first. */
export type Scope = Map<string, OpenMessage>;

export interface OpenMessage extends Message {
  /** The ids of its host and instance: where it stands in the table. */
  readonly scope: Scope;
  /** Epoch milliseconds of its latest line. */
  lastSeen: number;
  /** It reached the queue manager: from here on the client can not cancel it. */
  queued: boolean;
  /** The line that begins a message was seen: it is written once. */
  hasArrival: boolean;
  canceled: boolean;
  discarded: boolean;
  expired: boolean;
  held: boolean;
  /** An address verification probe: never counted. */
  probe: boolean;
  /** The message that this one continues (content filter, alias, requeue), and why. */
  parent: OpenMessage | null;
  /** How it came out of its parent. */
  link: Link | null;
  children: OpenMessage[] | null;
  /** No line is expected any more. */
  over: boolean;
  /** Recipients by address and original address, once there are many. */
  index: Map<string, Recipient> | null;
}

/** @param event its first line, or the line of another message that names it. */
export function openMessage(scope: Scope, queueId: string, event: MailEvent): OpenMessage {
  return {
    scope,
    queueId: keep(queueId),
    alsoQueueIds: [],
    host: event.host,
    mta: event.mta,
    messageId: null,
    arrived: null,
    ended: null,
    origin: null,
    clientIp: null,
    account: null,
    sender: null,
    size: null,
    recipients: [],
    outcome: 'open',
    rejectedClass: null,
    lastSeen: event.time ?? 0,
    queued: false,
    hasArrival: false,
    canceled: false,
    discarded: false,
    expired: false,
    held: false,
    probe: false,
    parent: null,
    link: null,
    children: null,
    over: false,
    index: null,
  };
}

/** From this many recipients on they are found by a map. */
const INDEXED_FROM = 16;

/** The entry for the recipient of a delivery line, made when it is the first. */
export function recipientOf(message: OpenMessage, event: MailEvent): Recipient {
  const address = event.recipient ?? '';
  const original = event.originalRecipient;
  const known =
    message.index === null
      ? message.recipients.find((each) => each.address === address && each.original === original)
      : message.index.get(`${original ?? ''} ${address}`);
  if (known !== undefined) return known;
  const recipient: Recipient = {
    address: keep(address),
    original: original === null ? null : keep(original),
    outcome: 'deferred',
    attempts: 0,
    deferrals: 0,
    relay: null,
    replyCode: null,
    enhancedCode: null,
    reason: null,
    delay: null,
    last: null,
  };
  message.recipients.push(recipient);
  if (message.index !== null)
    message.index.set(`${recipient.original ?? ''} ${recipient.address}`, recipient);
  else if (message.recipients.length >= INDEXED_FROM) {
    message.index = new Map(
      message.recipients.map((each) => [`${each.original ?? ''} ${each.address}`, each]),
    );
  }
  return recipient;
}
