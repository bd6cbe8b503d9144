// A mail as the outside sees it: `mailtop messages`, contract section 4.
import { isoTime } from '../model/iso-time.ts';
import type { Message, Recipient } from '../model/message.ts';

/** One object of `mailtop messages`. Times are RFC 3339, delays seconds. */
export interface MessageRow {
  queue_id: string;
  also_queue_ids: readonly string[];
  message_id: string | null;
  mta: string;
  host: string | null;
  arrived: string | null;
  ended: string | null;
  origin: string | null;
  client_ip: string | null;
  account: string | null;
  sender: string | null;
  size: number | null;
  recipients: RecipientRow[];
  outcome: string;
}

export interface RecipientRow {
  address: string;
  original_address: string | null;
  outcome: string;
  attempts: number;
  relay: string | null;
  reply_code: number | null;
  enhanced_code: string | null;
  reason: string | null;
  delay: number | null;
  last: string | null;
}

export function messageRow(mail: Message): MessageRow {
  return {
    queue_id: mail.queueId,
    also_queue_ids: mail.alsoQueueIds,
    message_id: mail.messageId,
    mta: mail.mta,
    host: mail.host,
    arrived: isoTime(mail.arrived),
    ended: isoTime(mail.ended),
    origin: mail.origin,
    client_ip: mail.clientIp,
    account: mail.account,
    sender: mail.sender,
    size: mail.size,
    recipients: mail.recipients.map(recipientRow),
    outcome: mail.outcome,
  };
}

function recipientRow(recipient: Recipient): RecipientRow {
  return {
    address: recipient.address,
    original_address: recipient.original,
    outcome: recipient.outcome,
    attempts: recipient.attempts,
    relay: recipient.relay,
    reply_code: recipient.replyCode,
    enhanced_code: recipient.enhancedCode,
    reason: recipient.reason,
    delay: recipient.delay,
    last: isoTime(recipient.last),
  };
}
