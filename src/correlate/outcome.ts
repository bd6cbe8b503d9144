import type { MessageOutcome, Recipient } from '../model/message.ts';
import type { OpenMessage } from './open-message.ts';

/**
 * One word for what became of a mail, out of what became of its recipients.
 * @param parts the messages that it is, the first one first.
 */
export function outcomeOf(
  parts: readonly OpenMessage[],
  recipients: readonly Recipient[],
  ended: boolean,
): MessageOutcome {
  const root = parts[0];
  if (root === undefined) return 'open';
  if (root.rejectedClass !== null) return 'rejected';
  if (root.canceled) return 'canceled';
  if (recipients.length === 1 && recipients[0]?.outcome === 'delivered') return 'delivered';
  const count = (outcome: Recipient['outcome']): number =>
    recipients.reduce((sum, recipient) => sum + (recipient.outcome === outcome ? 1 : 0), 0);
  const delivered = count('delivered');
  // Whoever is behind an alias stands beside it.
  const known = recipients.length - count('discarded') - count('forwarded');
  if (delivered > 0) return delivered === known ? 'delivered' : 'partly-delivered';
  if (!ended && parts.some((part) => part.held && part.ended === null)) return 'held';
  if (!ended && count('deferred') > 0) return 'deferred';
  if (count('expired') > 0) return 'expired';
  if (count('bounced') > 0) return 'bounced';
  if (count('discarded') > 0 || parts.some((part) => part.discarded)) return 'discarded';
  if (parts.some((part) => part.expired)) return 'expired';
  return ended && count('forwarded') > 0 ? 'delivered' : 'open';
}
